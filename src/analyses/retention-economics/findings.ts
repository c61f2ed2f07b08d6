import type { Formats } from '../../core/format/formats.ts';
import type { RetentionEconomicsParams } from './params.ts';
import type { RetentionEconomics } from './result.ts';

/** Fewest customers of a year of tenure that is drawn. House rule. */
const fewestCustomers = 30;

/** Years of tenure with enough customers to be drawn; the first in any case. */
export const drawnTenure = ({ tenure }: RetentionEconomics): RetentionEconomics['tenure'] =>
  tenure.filter(({ year, atRisk }) => year === 1 || atRisk >= fewestCustomers);

/** The finding above the curve: what better retention adds to the value of a customer. */
export const upliftFinding = ({ points, used, value }: RetentionEconomics, formats: Formats): string => {
  if (value === null) return 'Value for ever has no end at these settings';
  if (points.uplift === null || points.change === null)
    return 'With so much better retention the value for ever has no end';
  const added = Math.round(1000 * (points.retention - used.retention)) / 10;
  const more = `${formats.value(added, 'points')} ${added === 1 ? 'point' : 'points'} more retention`;
  return points.change === 0
    ? `${more} change nothing`
    : `${more} add ${formats.value(points.uplift, 'share')} to the value of a customer: ${formats.value(points.change, 'money')}`;
};

/** The finding above the years: when a customer has paid for being won. */
export const paybackFinding = (
  { used, paybackYear, years }: RetentionEconomics,
  formats: Formats,
): string => {
  const last = years.at(-1);
  if (!last) return 'No years to show';
  const worth = `After ${last.year} years a customer has brought ${formats.value(last.cumulative, 'money')}`;
  if (used.acquisitionCost <= 0)
    return `${worth}, and ${formats.value(last.cumulativeAfter, 'money')} with better retention`;
  if (paybackYear === null)
    return `Winning a customer for ${formats.value(used.acquisitionCost, 'money')} is not earned back in ${last.year} years`;
  return `Winning a customer for ${formats.value(used.acquisitionCost, 'money')} is earned back in year ${paybackYear}`;
};

/** The finding above retention by tenure: whether those who stay once stay on. */
export const tenureFinding = (value: RetentionEconomics, formats: Formats): string => {
  const known = drawnTenure(value).filter(({ atRisk }) => atRisk >= fewestCustomers);
  const [first, last] = [known[0], known.at(-1)];
  if (!first) return 'Too few customers have been with us for two full years';
  const share = formats.value(first.retention, 'share');
  if (!last || last === first) return `${share} of customers buy again in their second year`;
  return `${share} of customers buy again in their second year, ${formats.value(last.retention, 'share')} of those who stayed in year ${last.year + 1}`;
};

/** The sentence that tells points from per cent. */
export const percentNote = (
  { percent, used, points }: RetentionEconomics,
  params: Pick<RetentionEconomicsParams, 'points' | 'percent'>,
  formats: Formats,
): string =>
  `${formats.value(params.points, 'points')} points lead from ${formats.value(used.retention, 'share')} to ${formats.value(points.retention, 'share')}; ${formats.value(params.percent, 'points')} per cent only to ${formats.value(percent.retention, 'share')}, which adds ${formats.value(percent.uplift, 'share')}.`;
