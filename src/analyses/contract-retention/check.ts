import { at } from '../../core/numeric/at.ts';
import { fitContracts } from './fit-contracts.ts';
import type { ContractFit } from './fit-contracts.ts';
import { cutCourses } from './observe.ts';
import type { Course } from './observe.ts';
import type { ContractModel, ContractRetention } from './result.ts';

/** A model needs so many periods, and the check so many further ones, to say anything. House rule. */
const fewest = { fitted: 3, kept: 1 };
/** Periods with fewer customers seen are too ragged to judge by. House rule. */
const fewestAtRisk = 10;

/** The check with the survival that its model projects (index = period). */
export interface Projection {
  readonly check: NonNullable<ContractRetention['check']>;
  readonly survival: Float64Array;
}

/** Fits the first periods and projects the rest; null when there are too few of either, or nobody left in the first. */
export const projectRest = (
  courses: readonly Course[],
  periods: ContractRetention['periods'],
  share: number,
  used: ContractModel,
): Projection | null => {
  const judged = periods.filter(({ survival, atRisk }) => survival !== null && atRisk >= fewestAtRisk);
  const last = judged.at(-1)?.period ?? 0;
  const kept = Math.max(fewest.kept, Math.round(last * share));
  const fittedPeriods = last - kept;
  if (fittedPeriods < fewest.fitted) return null;
  const later = judged.filter(({ period }) => period > fittedPeriods && period <= last);
  const scoreOf = ({ model, survival }: ContractFit) => {
    const curve = survival(last);
    const errors = later.flatMap(({ period, survival: actual }) =>
      actual === null || actual <= 0 ? [] : [Math.abs(at(curve, period) - actual) / actual],
    );
    const meanError = errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length);
    return { model, projected: at(curve, last), meanError };
  };
  const fits = fitContracts(cutCourses(courses, fittedPeriods));
  const scores = fits.map(scoreOf);
  const place = Math.max(
    0,
    fits.findIndex(({ model }) => model === used),
  );
  const [fit, score] = [fits[place], scores[place]];
  const actual = later.at(-1)?.survival ?? null;
  if (!fit || !score || actual === null) return null;
  return {
    check: { fittedPeriods, actual, projected: score.projected, meanError: score.meanError, models: scores },
    survival: fit.survival(last),
  };
};
