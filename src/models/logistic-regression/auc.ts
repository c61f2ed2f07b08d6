import { midRanks } from '../statistics/mid-ranks.ts';
import { normalCritical } from '../statistics/normal.ts';
import { numberAt } from '../estimation/number-at.ts';

/** How well scores tell two outcomes apart: the chance that one with the outcome scores higher than one without. */
export interface Auc {
  /** 0–1; 0.5 is no better than chance. */
  readonly value: number;
  /** Null with fewer than two of either outcome. */
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly withOutcome: number;
  readonly without: number;
}

const variance = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};

/** Area under the curve with DeLong, DeLong & Clarke-Pearson's (1988) error; ties count half. Null with one outcome only. */
export const auc = (scores: readonly number[], outcomes: readonly boolean[], level = 0.95): Auc | null => {
  const places = (wanted: boolean): number[] =>
    scores.flatMap((score, place) =>
      (outcomes[place] ?? false) === wanted && !Number.isNaN(score) ? [place] : [],
    );
  const [positives, negatives] = [places(true), places(false)];
  if (positives.length === 0 || negatives.length === 0) return null;
  const known = [...positives, ...negatives];
  const scoresAt = (list: readonly number[]): number[] => list.map((place) => numberAt(scores, place));
  const all = midRanks(scoresAt(known));
  const among = [...midRanks(scoresAt(positives)), ...midRanks(scoresAt(negatives))];
  /** How many of the other outcome each one beats. */
  const beaten = all.map((rank, at) => rank - numberAt(among, at));
  const winning = beaten.slice(0, positives.length).map((count) => count / negatives.length);
  const losing = beaten.slice(positives.length).map((count) => count / positives.length);
  const value = winning.reduce((sum, share) => sum + share, 0) / positives.length;
  const counts = { withOutcome: positives.length, without: negatives.length };
  if (positives.length < 2 || negatives.length < 2)
    return { value, standardError: null, low: null, high: null, ...counts };
  const standardError = Math.sqrt(variance(winning) / positives.length + variance(losing) / negatives.length);
  const half = normalCritical(level) * standardError;
  return {
    value,
    standardError,
    low: Math.max(0, value - half),
    high: Math.min(1, value + half),
    ...counts,
  };
};
