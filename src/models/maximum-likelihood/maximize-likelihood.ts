import { at } from '../../core/numeric/at.ts';
import { minimizeBfgs } from '../../core/numeric/minimize-bfgs.ts';
import { minimizeNelderMead } from '../../core/numeric/minimize-nelder-mead.ts';
import type { Minimum, Objective } from '../../core/numeric/minimize.ts';
import type { FitStatus, LikelihoodProblem, MaximumLikelihoodFit } from './likelihood-problem.ts';
import { inverseCurvature } from './observed-information.ts';

/** Logarithms of scaled parameters are searched within ± this; beyond, a wall rises. */
const widest = 14;
/** A parameter this far out in logs (a factor of 8,000) is on its way to 0 or ∞. */
const farOut = 9;
/** So far out (a factor of 60,000) the search ends: the likelihood is flat there, and each step tries many places. */
const beyond = 11;
const tolerance = 1e-8;
const acceptable = 1e-6;
/** Of more customers the curvature is taken by forward differences: standard errors to four digits at half of the cost. */
const largeBase = 100_000;
const limits = {
  gradientTolerance: tolerance,
  mostIterations: 300,
  isBeyond: (point: Float64Array): boolean => point.some((value) => Math.abs(value) > beyond),
};

/** −ln L ÷ customers over the logarithms of the scaled parameters. */
const toObjective = ({ scales, customers, evaluate }: LikelihoodProblem): Objective => {
  const parameters = new Float64Array(scales.length);
  return (point, gradient) => {
    let wall = 0;
    for (let index = 0; index < point.length; index += 1) {
      const inside = Math.min(widest, Math.max(-widest, at(point, index)));
      wall += 0.5 * (at(point, index) - inside) ** 2;
      parameters[index] = (scales[index] ?? 1) * Math.exp(inside);
    }
    const value = wall - evaluate(parameters, gradient) / customers;
    for (let index = 0; index < point.length; index += 1) {
      const outside = at(point, index) - Math.min(widest, Math.max(-widest, at(point, index)));
      gradient[index] = outside === 0 ? (-at(gradient, index) * at(parameters, index)) / customers : outside;
    }
    return value;
  };
};

const better = (one: Minimum, other: Minimum): Minimum =>
  other.value < one.value - 1e-12 || !Number.isFinite(one.value) ? other : one;

const isFarOut = ({ point }: Minimum): boolean => point.some((value) => Math.abs(value) > farOut);

/** The best of several searches, helped by a simplex search where none converges and the best has not run off. */
const searchFrom = (objective: Objective, starts: readonly Float64Array[]): Minimum => {
  const found = starts.map((start) => minimizeBfgs(objective, start, limits)).reduce(better);
  if (found.gradientNorm <= acceptable || isFarOut(found)) return found;
  const scratch = new Float64Array(found.point.length);
  const simplex = minimizeNelderMead((point) => objective(point, scratch), found.point);
  const polished = minimizeBfgs(objective, simplex.point, limits);
  const best = better(found, polished);
  return { ...best, evaluations: found.evaluations + simplex.evaluations + polished.evaluations };
};

const judge = (minimum: Minimum, covariance: Float64Array | null, names: readonly string[]): FitStatus => {
  const escaped = names.filter((_, index) => Math.abs(at(minimum.point, index)) > farOut);
  if (!Number.isFinite(minimum.value)) return { kind: 'failed', reason: 'likelihood-not-finite' };
  if (escaped.length > 0) return { kind: 'at-boundary', parameters: escaped };
  if (minimum.gradientNorm > acceptable) return { kind: 'failed', reason: 'gradient-not-nil' };
  return covariance === null ? { kind: 'failed', reason: 'flat-likelihood' } : { kind: 'converged' };
};

/** Starting points in logarithms of scaled parameters when a caller knows none better. */
const defaultStarts = (size: number): readonly Float64Array[] =>
  [0, -1.5].map((value) => new Float64Array(size).fill(value));

/** What the search may begin with. */
export interface SearchStart {
  /** A smaller problem of the same shape, whose maximum is near: the search begins there. */
  readonly coarse?: LikelihoodProblem;
  /** Parameters to begin at in place of the usual starting points: those of the same model on similar data. */
  readonly near?: readonly number[];
}

const findStarts = (problem: LikelihoodProblem, near?: readonly number[]): readonly Float64Array[] =>
  near === undefined
    ? defaultStarts(problem.names.length)
    : [Float64Array.from(near, (value, index) => Math.log(value / (problem.scales[index] ?? 1)))];

/** The maximum, by way of the coarse problem where there is one. */
const search = (problem: LikelihoodProblem, { coarse, near }: SearchStart): Minimum => {
  const objective = toObjective(problem);
  if (coarse === undefined) return searchFrom(objective, findStarts(problem, near));
  const nearby = toObjective(coarse);
  const { point } = searchFrom(nearby, findStarts(coarse, near));
  const curvature = inverseCurvature(nearby, point) ?? undefined;
  const found = minimizeBfgs(objective, point, limits, curvature);
  // A sample may run off to where the whole doesn't, and the way back is flat.
  if (found.gradientNorm <= acceptable && !isFarOut(found)) return found;
  return better(found, searchFrom(objective, defaultStarts(point.length)));
};

/**
 * Maximum likelihood over the logarithms of the scaled parameters: quasi-Newton from several starts, a simplex search where
 * that fails. Standard errors come from the observed information in logarithms by the delta method: se(θ) = θ · se(ln θ).
 * Failing to converge is told in `status`, with the best point met.
 */
export const maximizeLikelihood = <Name extends string>(
  problem: LikelihoodProblem<Name>,
  start: SearchStart = {},
): MaximumLikelihoodFit<Name> => {
  const { names, scales, customers } = problem;
  const minimum = search(problem, start);
  const isQuick = problem.customers > largeBase;
  const inverse = inverseCurvature(toObjective(problem), minimum.point, isQuick);
  const status = judge(minimum, inverse, names);
  const values = names.map(
    (_, index) =>
      (scales[index] ?? 1) * Math.exp(Math.min(widest, Math.max(-widest, at(minimum.point, index)))),
  );
  const covariance =
    inverse === null || status.kind !== 'converged'
      ? null
      : values.map((one, row) =>
          values.map((other, column) => (one * other * at(inverse, row * names.length + column)) / customers),
        );
  const record = (numbers: readonly number[]): Readonly<Record<Name, number>> =>
    Object.fromEntries(names.map((name, index) => [name, numbers[index] ?? NaN])) as Record<Name, number>;
  return {
    parameters: record(values),
    standardErrors:
      covariance === null ? null : record(covariance.map((row, index) => Math.sqrt(row[index] ?? NaN))),
    covariance,
    names,
    logLikelihood: -minimum.value * customers,
    customers,
    status,
    iterations: minimum.iterations,
    evaluations: minimum.evaluations,
    gradientNorm: minimum.gradientNorm,
  };
};
