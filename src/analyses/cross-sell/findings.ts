import type { Formats } from '../../core/format/formats.ts';
import { counted, grouped } from '../counted.ts';
import type { CrossSellParams } from './params.ts';
import type { CrossSell, CrossSellPair, WeekdayPair } from './result.ts';

/** Days of the week, from Monday. */
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Name of a day of the week, 1 Monday to 7 Sunday. */
export const dayName = (weekday: number): string => days[weekday - 1] ?? String(weekday);

/** What worth is counted in. */
export const basisWords = ({ basis }: Pick<CrossSell, 'basis'>): string =>
  basis === 'margin' ? 'margin' : 'revenue';

/** The finding above the offers: the best one. */
export const offersFinding = ({ pairs, basis }: CrossSell, formats: Formats): string => {
  const [best] = pairs;
  if (!best) return 'No pair is bought together often enough to make an offer of it';
  return `Offer ${best.second} to the ${counted(best.lacking, 'buyer', 'buyers')} of ${best.first} who lack it: about ${formats.compact(best.value, 'money')} ${basisWords({ basis })} a year`;
};

/** A segment in words; those without a purchase in a year have none. */
export const segmentName = (segment: string | null): string => segment ?? 'No purchase lately';

/** The finding above the clusters: where most of those who lack the second are. */
export const clustersFinding = (
  { clusters, lacking, first, second }: CrossSellPair,
  formats: Formats,
): string => {
  const [most] = clusters;
  if (!most) return `Nobody who bought ${first} lacks ${second}`;
  return `${segmentName(most.segment)} holds ${formats.value(most.customers / lacking, 'share')} of those who bought ${first} and not ${second}`;
};

/** The finding above the days of the week. */
export const weekdayFinding = ({ weekdays }: CrossSell, formats: Formats): string => {
  const [best] = weekdays;
  if (!best) return 'No pair belongs to one day of the week';
  return `${best.first} and ${best.second} sell together on ${dayName(best.weekday)}s: lift ${formats.value(best.lift, 'ratio')}, on other days ${formats.value(best.otherLift, 'ratio')}`;
};

/** What a pair on a day of the week rests on. */
export const weekdayNote = ({ weekday, together, baskets }: WeekdayPair): string =>
  `${dayName(weekday)}s: ${grouped(together)} of ${grouped(baskets)} baskets`;

/** Population and period of the counts. */
export const populationWords = (
  { customers, baskets, days: covered }: CrossSell,
  params: CrossSellParams,
): string =>
  params.level === 'customer'
    ? `${counted(customers, 'customer', 'customers')}, last ${counted(covered, 'day', 'days')}`
    : `${counted(baskets, 'basket', 'baskets')}, last ${counted(covered, 'day', 'days')}`;
