import { normalCritical, normalTwoSidedP } from '../statistics/normal.ts';

/** The effect of one predictor with its uncertainty. */
export interface Estimate {
  readonly name: string;
  readonly coefficient: number;
  readonly standardError: number;
  /** Coefficient ÷ standard error; null without an error. */
  readonly statistic: number | null;
  /** Two-sided p-value against no effect; null without an error. */
  readonly p: number | null;
  readonly low: number;
  readonly high: number;
}

/** Normal-theory (Wald) estimates: coefficient ± z × standard error, at the given confidence level. */
export const waldEstimates = (
  names: readonly string[],
  coefficients: readonly number[],
  standardErrors: readonly number[],
  level: number,
): Estimate[] => {
  const z = normalCritical(level);
  return names.map((name, place) => {
    const coefficient = coefficients[place] ?? 0;
    const standardError = standardErrors[place] ?? 0;
    const statistic = standardError > 0 ? coefficient / standardError : null;
    return {
      name,
      coefficient,
      standardError,
      statistic,
      p: statistic === null ? null : normalTwoSidedP(statistic),
      low: coefficient - z * standardError,
      high: coefficient + z * standardError,
    };
  });
};
