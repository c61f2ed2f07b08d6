import type { Formats } from '../../core/format/formats.ts';
import type { ClaimCourtParams } from './params.ts';
import type { ClaimId, TriedClaim } from './result.ts';

type Words = (params: ClaimCourtParams, formats: Formats, claim: TriedClaim) => string;

const tests: Readonly<Record<ClaimId, Words>> = {
  keeping: () =>
    'Cost of campaigns that customers name as what brought them ÷ customers won; cost of campaigns that reach or are made for customers, a year ÷ active customers. Interval by resampling campaigns.',
  'loyal-spend': ({ loyalSpend, priceRise }, formats) =>
    `Each customer against their own beginnings: first full year against later full years with a purchase, spend a ${loyalSpend}, ${priceRise === 0 ? 'prices as they were' : `brought up to today’s prices by ${formats.value(priceRise, 'share')} a year`}. Those who left drop out on both sides, so nobody looks better for having stayed.`,
  'retention-value': ({ discount }, formats, { second }) =>
    `Your retention from year to year, ${second === null ? 'no growth of profit' : `profit ${second < 0 ? 'falling' : 'growing'} ${formats.value(Math.abs(second), 'share')} a year`}, discount ${formats.value(discount, 'share')}, for ever. Interval from that of retention.`,
  satisfaction: ({ followUpDays, satisfiedFrom }, formats) =>
    `First survey answer of each customer, satisfied from ${formats.value(satisfiedFrom, 'points')} of 5; purchases in the ${followUpDays} days after it only. Frequent buyers may answer otherwise: an association in time order, not an experiment.`,
  repurchase: ({ followUpDays }, _, { basis }) =>
    `A second day of purchase within ${followUpDays} days of the first, or none; ${basis} of the 365 days after that. Keen customers do both, so it says what to expect, not what a push would bring.`,
  'few-bring': (_, __, { customers }) =>
    `Margin on goods of all customers, best fifth ÷ total. Interval by resampling ${customers > 3_000 ? '3,000 customers, drawn by a hash, scaled to all' : 'customers'}.`,
  'some-destroy': () =>
    'Customers whose margin on goods is below zero after discounts and refunds. The cost to serve comes on top: see Profit and cost to serve.',
};

/** How a claim was tested, in plain sentences. */
export const testedWords = (claim: TriedClaim, params: ClaimCourtParams, formats: Formats): string =>
  tests[claim.id](params, formats, claim);

/** How many times as many customers would bring the nearer end of the interval off the threshold, if the effect stays. */
const timesMore = ({ value, low, high, threshold, upTo }: TriedClaim): number | null => {
  if (value === null || low === null || high === null) return null;
  const needed = [threshold, ...(upTo === null ? [] : [upTo])]
    .filter((line) => line >= low && line <= high)
    .map((line) => ((line < value ? value - low : high - value) / Math.abs(value - line)) ** 2);
  const times = Math.max(...needed);
  return Number.isFinite(times) && times <= 50 ? Math.max(2, Math.ceil(times)) : null;
};

/** What would decide a claim that is open: what is missing, or how much more data; null for one that is decided. */
export const decidingWords = (claim: TriedClaim): string | null => {
  if (claim.verdict !== 'undecidable') return null;
  if (claim.missing !== null) return claim.missing;
  const times = timesMore(claim);
  return times === null
    ? 'The effect lies so close to the line that more data would hardly decide it.'
    : `The interval spans the line. About ${times === 2 ? 'twice' : `${times} times`} as many customers would decide it, if the effect stays as it is.`;
};

/** The words left and right of the threshold of a claim. */
export const thresholdWords = (
  { id, threshold, upTo, unit }: TriedClaim,
  formats: Formats,
): { readonly below: string; readonly above: string } => {
  const line = formats.compact(threshold, unit);
  if (upTo !== null) return { below: '', above: `claimed: ${line} to ${formats.compact(upTo, unit)}` };
  if (id === 'keeping') return { below: '', above: 'claimed: more than 1 to 1' };
  return { below: '', above: threshold === 0 ? 'claimed: above zero' : `claimed: above ${line}` };
};

/** The interval of an effect in words; empty where it is not known. */
export const intervalWords = (
  { low, high, unit }: TriedClaim,
  { confidence }: Pick<ClaimCourtParams, 'confidence'>,
  formats: Formats,
): string =>
  low === null || high === null
    ? ''
    : `${formats.compact(low, unit)} to ${formats.compact(high, unit)} with ${formats.value(confidence, 'share')} confidence`;
