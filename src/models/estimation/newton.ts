import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { cholesky, solveCholesky } from './cholesky.ts';
import type { Matrix } from './cholesky.ts';
import type { EstimationFailure } from './estimation-failure.ts';

/** Height, slope and curvature (minus the second derivatives) of a concave log-likelihood. */
export interface LikelihoodPoint {
  readonly logLikelihood: number;
  readonly gradient: readonly number[];
  readonly information: Matrix;
}

/** The best point that was found. */
export interface NewtonFit {
  readonly coefficients: readonly number[];
  readonly start: LikelihoodPoint;
  readonly best: LikelihoodPoint;
  /** Lower triangle of the information's decomposition at the best point. */
  readonly lower: Matrix;
  readonly iterations: number;
}

const maximumIterations = 60;

/** A full Newton step, halved until the likelihood doesn't fall. */
const climb = (
  evaluate: (coefficients: readonly number[]) => LikelihoodPoint,
  from: readonly number[],
  here: LikelihoodPoint,
  step: readonly number[],
): { coefficients: number[]; point: LikelihoodPoint } => {
  let factor = 1;
  for (let halving = 0; ; halving += 1) {
    const scale = factor;
    const coefficients = from.map((value, place) => value + scale * (step[place] ?? 0));
    const point = evaluate(coefficients);
    const slack = 1e-10 * (1 + Math.abs(here.logLikelihood));
    if (point.logLikelihood >= here.logLikelihood - slack || halving >= 30) return { coefficients, point };
    factor /= 2;
  }
};

/**
 * Newton–Raphson from zero on predictors of spread 1, until a step is below 10⁻⁹. When the likelihood has settled while
 * coefficients still run away, the best fit lies at infinity: the failure `separated` names those that run.
 */
export const maximiseByNewton = (
  evaluate: (coefficients: readonly number[]) => LikelihoodPoint,
  names: readonly string[],
): Result<NewtonFit, EstimationFailure> => {
  let coefficients: readonly number[] = names.map(() => 0);
  const start = evaluate(coefficients);
  let best = start;
  let lastStep: readonly number[] = [];
  const running = (): string[] => names.filter((_, place) => Math.abs(lastStep[place] ?? 0) > 0.1);
  for (let iterations = 0; iterations <= maximumIterations; iterations += 1) {
    const decomposed = cholesky(best.information);
    if (!decomposed.ok) {
      return running().length > 0
        ? err({ kind: 'separated', predictors: running() })
        : err({ kind: 'collinear', name: names[decomposed.dependent] ?? '' });
    }
    const step = solveCholesky(decomposed.lower, best.gradient);
    const longest = Math.max(0, ...step.map(Math.abs));
    if (longest < 1e-9) {
      const settled = coefficients.map((value, place) => value + (step[place] ?? 0));
      return ok({ coefficients: settled, start, best, lower: decomposed.lower, iterations });
    }
    const next = climb(evaluate, coefficients, best, step);
    const gain = Math.abs(next.point.logLikelihood - best.logLikelihood);
    lastStep = next.coefficients.map((value, place) => value - (coefficients[place] ?? 0));
    coefficients = next.coefficients;
    best = next.point;
    if (gain < 1e-9 * (1e-3 + Math.abs(best.logLikelihood)) && running().length > 0)
      return err({ kind: 'separated', predictors: running() });
  }
  return running().length > 0
    ? err({ kind: 'separated', predictors: running() })
    : err({ kind: 'not-converged', iterations: maximumIterations });
};
