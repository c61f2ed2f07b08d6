import type { Claim, Evidence } from '../../strategy/records/evidence.ts';

/** The choices of a claim in the order in which they are offered; `none` claims nothing. */
export const claimOperators: readonly {
  readonly value: Claim['operator'] | 'none';
  readonly label: string;
}[] = [
  { value: 'none', label: 'claims nothing' },
  { value: 'at-least', label: 'is at least' },
  { value: 'at-most', label: 'is at most' },
  { value: 'more-than', label: 'is more than' },
  { value: 'less-than', label: 'is less than' },
  { value: 'between', label: 'is between' },
];

/** How many of the entered units make one of the number's own: shares are entered in per cent. */
const scaleOf = (unit: Evidence['unit']): number => (unit === 'share' ? 100 : 1);

/** Decimals that a person would write. */
const decimalsOf = (unit: Evidence['unit']): number => {
  if (unit === 'ratio' || unit === 'money') return 2;
  return unit === 'count' ? 0 : 1;
};

/** The unit beside the box in which a claim is entered; empty for a bare number. */
export const entryUnit = (unit: Evidence['unit'], currency: string): string => {
  if (unit === 'share') return '%';
  if (unit === 'money') return currency;
  return unit === 'days' || unit === 'points' ? unit : '';
};

/** A number as it is entered, rounded to what a person would write: to the nearest, or down or up. */
export const toEntry = (
  value: number,
  unit: Evidence['unit'],
  direction: 'nearest' | 'down' | 'up' = 'nearest',
): number => {
  const step = 10 ** decimalsOf(unit);
  // Scaling by 100 leaves dust in the last digits, which must not push a rounding over the next step.
  const steps = Number((value * scaleOf(unit) * step).toPrecision(12));
  const round = { nearest: Math.round, down: Math.floor, up: Math.ceil }[direction];
  return round(steps) / step;
};

/** An entered number in the number's own unit. */
export const fromEntry = (entered: number, unit: Evidence['unit']): number => entered / scaleOf(unit);

/**
 * A claim under another operator. A new one starts at the number of today, rounded to the side on which it holds.
 * `none` claims nothing.
 */
export const claimWithOperator = (
  claim: Claim | null,
  operator: Claim['operator'] | 'none',
  valueNow: number | null,
  unit: Evidence['unit'],
): Claim | null => {
  if (operator === 'none') return null;
  const start = (direction: 'down' | 'up'): number =>
    fromEntry(toEntry(valueNow ?? 0, unit, direction), unit);
  const isUpper = operator === 'at-most' || operator === 'less-than';
  const value = claim?.value ?? start(isUpper ? 'up' : 'down');
  return operator === 'between'
    ? { operator, value, upTo: claim?.upTo ?? Math.max(value, start('up')) }
    : { operator, value };
};
