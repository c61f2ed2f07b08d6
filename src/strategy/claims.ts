import type { Formats } from '../core/format/formats.ts';
import type { Claim, Evidence } from './records/evidence.ts';

/** What the data of today say about a claim. */
export type ClaimVerdict = 'holds' | 'no-longer-holds' | 'cannot-tell';

/** Two numbers closer than this share of the larger one are equal: less than that is rounding in the last digits. */
const relativeTolerance = 1e-9;

const areEqual = (a: number, b: number): boolean =>
  Math.abs(a - b) <= relativeTolerance * Math.max(Math.abs(a), Math.abs(b));

const isNumber = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && Number.isFinite(value);

const compare = {
  'at-least': (value, limit) => value > limit || areEqual(value, limit),
  'at-most': (value, limit) => value < limit || areEqual(value, limit),
  'more-than': (value, limit) => value > limit && !areEqual(value, limit),
  'less-than': (value, limit) => value < limit && !areEqual(value, limit),
} satisfies Record<Exclude<Claim['operator'], 'between'>, (value: number, limit: number) => boolean>;

const holds = (claim: Claim, value: number): boolean => {
  if (claim.operator !== 'between') return compare[claim.operator](value, claim.value);
  const ends = [claim.value, claim.upTo ?? claim.value];
  return compare['at-least'](value, Math.min(...ends)) && compare['at-most'](value, Math.max(...ends));
};

/**
 * Tests a claim on the number of today. Rules: the number is compared as computed, not as rounded for display; numbers
 * that differ by less than one part in a billion are equal; both ends of `between` belong to it, in either order.
 * `cannot-tell` when the number (null) or an end of the claim is missing or not finite.
 */
export const evaluateClaim = (claim: Claim, value: number | null): ClaimVerdict => {
  const isComplete = isNumber(claim.value) && (claim.operator !== 'between' || isNumber(claim.upTo));
  if (!isNumber(value) || !isComplete) return 'cannot-tell';
  return holds(claim, value) ? 'holds' : 'no-longer-holds';
};

const operatorWords: Record<Exclude<Claim['operator'], 'between'>, string> = {
  'at-least': 'at least',
  'at-most': 'at most',
  'more-than': 'more than',
  'less-than': 'less than',
};

/** A claim in words, in the number's unit: "at least 25 %", "between 10 and 20 days". */
export const describeClaim = (claim: Claim, unit: Evidence['unit'], formats: Formats): string => {
  const write = (value: number | undefined): string => formats.value(value, unit);
  return claim.operator === 'between'
    ? `between ${write(claim.value)} and ${write(claim.upTo)}`
    : `${operatorWords[claim.operator]} ${write(claim.value)}`;
};

/** A verdict as a label. */
export const verdictWords: Readonly<Record<ClaimVerdict, string>> = {
  holds: 'Holds',
  'no-longer-holds': 'No longer holds',
  'cannot-tell': 'We can’t tell',
};

/** The verdict with its numbers: "No longer holds: 31 % now, claimed at most 25 %." `value` is the number of today. */
export const describeVerdict = (
  claim: Claim,
  value: number | null,
  unit: Evidence['unit'],
  formats: Formats,
): string => {
  const verdict = evaluateClaim(claim, value);
  const claimed = `claimed ${describeClaim(claim, unit, formats)}`;
  if (verdict === 'cannot-tell') return `${verdictWords[verdict]}: the data give no figure; ${claimed}.`;
  const now = formats.value(value, unit);
  const looksEqual = now === formats.value(claim.value, unit) || now === formats.value(claim.upTo, unit);
  const rounded =
    verdict === 'no-longer-holds' && looksEqual ? '; before rounding it is just beyond the claim' : '';
  return `${verdictWords[verdict]}: ${now} now, ${claimed}${rounded}.`;
};
