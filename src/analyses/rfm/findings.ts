import type { Formats } from '../../core/format/formats.ts';
import type { Rfm, RfmSegment } from './result.ts';

/** What the colour of the grid says. */
export type GridMeasure = 'customers' | 'revenue' | 'meanMonetary';

const segmentOf = (value: Rfm, name: string): RfmSegment | undefined =>
  value.segments.find((segment) => segment.name === name);

/** The finding above the grid: what the champions bring. */
export const championsFinding = (value: Rfm, formats: Formats): string => {
  const champions = segmentOf(value, 'Champions');
  if (!champions || champions.customers === 0)
    return 'No customer is among both the latest and the most frequent';
  const count = `${formats.value(champions.customers, 'count')} ${champions.customers === 1 ? 'champion' : 'champions'}`;
  const share = champions.share === null ? '' : ` (${formats.value(champions.share, 'share')} of customers)`;
  const brings = champions.customers === 1 ? 'brings' : 'bring';
  return champions.revenueShare === null
    ? `${count}${share} ${brings} ${formats.compact(champions.revenue, 'money')}`
    : `${count}${share} ${brings} ${formats.value(champions.revenueShare, 'share')} of revenue`;
};

/** The finding above the segments: who used to buy often and has stopped. */
export const missedFinding = (value: Rfm, formats: Formats): string => {
  const slipping = ['At Risk', "Can't Lose Them"].flatMap((name) => segmentOf(value, name) ?? []);
  const customers = slipping.reduce((sum, segment) => sum + segment.customers, 0);
  const revenue = slipping.reduce((sum, segment) => sum + segment.revenue, 0);
  if (customers === 0) return 'Nobody who used to buy often has gone quiet';
  const who = customers === 1 ? 'customer you would miss has' : 'customers you would miss have';
  return `${formats.value(customers, 'count')} ${who} gone quiet; they brought ${formats.compact(revenue, 'money')}`;
};

/** Who was scored, over which time. */
export const populationWords = (value: Rfm, formats: Formats, focusName: string, until: string): string => {
  const window = value.windowDays === null ? 'whole history' : `last ${value.windowDays} days`;
  return `${formats.value(value.scored, 'count')} customers · ${focusName} · ${window} until ${until}`;
};

/** Who is not in the picture, in a sentence; empty when everybody is. */
export const leftOutWords = (value: Rfm, formats: Formats): string => {
  if (value.withoutOrder === 0) return '';
  const never =
    value.neverBought === 0 ? '' : `, ${formats.value(value.neverBought, 'count')} of whom never bought`;
  return `Not scored: ${formats.value(value.withoutOrder, 'count')} customers without a purchase in the window${never}.`;
};

/** The finding above another map: how many customers several of its segments claim. */
export const otherMapFinding = (map: NonNullable<Rfm['otherMap']>, formats: Formats): string => {
  const [first] = map.groups;
  if (map.map === 'spending')
    return first === undefined || first.revenueShare === null
      ? 'Heavy, medium and light spenders'
      : `Heavy spenders, ${formats.value(first.share, 'share')} of customers, bring ${formats.value(first.revenueShare, 'share')} of revenue`;
  const customers = map.groups.reduce((sum, group) => sum + group.customers, 0) + map.unclaimed;
  if (map.contested === 0) return 'No customer is claimed by several segments';
  const share = customers === 0 ? '' : ` (${formats.value(map.contested / customers, 'share')})`;
  return `${formats.value(map.contested, 'count')} customers${share} are claimed by several segments`;
};
