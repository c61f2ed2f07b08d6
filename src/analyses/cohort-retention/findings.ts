import type { Formats } from '../../core/format/formats.ts';
import type { CohortRetention } from './result.ts';

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

/** The finding above the grid: whether the newer half of the cohorts comes back more or less than the older half. */
export const cohortFinding = (value: CohortRetention, show: RetentionView, formats: Formats): string => {
  const observed = value.cohorts.flatMap((cohort) => {
    const cell = cohort.cells[1];
    if (!cell || cell.active === null) return [];
    const base = show === 'customers' ? cohort.customers : (cohort.cells[0]?.revenue ?? 0);
    return [{ base, back: show === 'customers' ? cell.active : (cell.revenue ?? 0) }];
  });
  const after = `after a ${value.period}`;
  if (observed.length < 4) return `Each cohort, ${value.period} by ${value.period}`;
  const half = Math.floor(observed.length / 2);
  const mean = (part: typeof observed): number =>
    part.reduce((sum, { back }) => sum + back, 0) /
    Math.max(
      1,
      part.reduce((sum, { base }) => sum + base, 0),
    );
  const older = mean(observed.slice(0, half));
  const newer = mean(observed.slice(observed.length - half));
  const figures = `${formats.value(newer, 'share')} against ${formats.value(older, 'share')}`;
  if (Math.abs(newer - older) < 0.01) return `Newer cohorts do as well ${after} as older ones: ${figures}`;
  const more = newer > older;
  return show === 'customers'
    ? `Newer customers come back ${more ? 'more' : 'less'} often ${after} than older ones: ${figures}`
    : `Newer cohorts bring in ${more ? 'more' : 'less'} again ${after} than older ones: ${figures}`;
};
