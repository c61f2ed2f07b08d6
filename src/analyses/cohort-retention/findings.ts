import type { Formats } from '../../core/format/formats.ts';
import type { Cohort, CohortRetention } from './result.ts';

/** What the pictures show: customers who come back, or the revenue they still bring. */
export type RetentionView = 'customers' | 'revenue';

/** `3 months`, `1 quarter`. */
export const ageWords = (age: number, period: CohortRetention['period']): string =>
  `${age} ${period}${age === 1 ? '' : 's'}`;

/** The finding above the mean curve: the first age and a late one. */
export const meanFinding = (value: CohortRetention, show: RetentionView, formats: Formats): string => {
  const known = value.mean.flatMap((point) => {
    const share = show === 'customers' ? point.retention : point.revenueRetention;
    return point.age > 0 && share !== null ? [{ age: point.age, share }] : [];
  });
  const first = known[0];
  if (!first) return 'Too early to tell who comes back';
  const late = [12, 6, 3].map((age) => known.find((point) => point.age === age)).find((point) => point);
  const what = show === 'customers' ? 'of customers buy again' : 'of the first revenue comes in again';
  const opening = `${formats.value(first.share, 'share')} ${what} ${ageWords(first.age, value.period)} later`;
  return late && late.age > first.age
    ? `${opening}, ${formats.value(late.share, 'share')} after ${ageWords(late.age, value.period)}`
    : opening;
};

/** What the cohorts of one half had at first, and what of it came back after one period. */
interface Half {
  readonly base: number;
  readonly back: number;
}

const halvesOf = (value: CohortRetention, show: RetentionView): { older: Half; newer: Half } | undefined => {
  const observed = value.cohorts.filter((cohort) => (cohort.cells[1]?.active ?? null) !== null);
  if (observed.length < 4) return undefined;
  const half = Math.floor(observed.length / 2);
  const sum = (cohorts: readonly Cohort[]): Half => ({
    base: cohorts.reduce(
      (total, cohort) => total + (show === 'customers' ? cohort.customers : (cohort.cells[0]?.revenue ?? 0)),
      0,
    ),
    back: cohorts.reduce(
      (total, { cells }) => total + ((show === 'customers' ? cells[1]?.active : cells[1]?.revenue) ?? 0),
      0,
    ),
  });
  return { older: sum(observed.slice(0, half)), newer: sum(observed.slice(-half)) };
};

/** Whether two shares of customers differ by more than chance would explain (two-sided, 95%). */
const isBeyondChance = (one: Half, other: Half): boolean => {
  const pooled = (one.back + other.back) / (one.base + other.base);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.base + 1 / other.base));
  return Math.abs(one.back / one.base - other.back / other.base) > 1.96 * error;
};

/**
 * The finding above the grid: the newer half of the cohorts against the older half after one period. Of customers it says
 * more or less only when chance doesn't explain the difference; of revenue it gives both figures.
 */
export const cohortFinding = (value: CohortRetention, show: RetentionView, formats: Formats): string => {
  const halves = halvesOf(value, show);
  if (!halves || halves.older.base <= 0 || halves.newer.base <= 0) {
    return `Each cohort, ${value.period} by ${value.period}`;
  }
  const { older, newer } = halves;
  const after = `after a ${value.period}`;
  const now = formats.value(newer.back / newer.base, 'share');
  const before = formats.value(older.back / older.base, 'share');
  if (show === 'revenue') return `Newer cohorts bring in ${now} again ${after}, older ones ${before}`;
  if (!isBeyondChance(newer, older)) {
    return `Newer customers come back ${after} about as often as older ones: ${now} against ${before}`;
  }
  const more = newer.back / newer.base > older.back / older.base ? 'more' : 'less';
  return `Newer customers come back ${more} often ${after} than older ones: ${now} against ${before}`;
};
