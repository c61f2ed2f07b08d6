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

/** The unit beside the box in which a claim is entered; empty for a bare number. */
export const entryUnit = (unit: Evidence['unit'], currency: string): string => {
  if (unit === 'share') return '%';
  if (unit === 'money') return currency;
  return unit === 'days' || unit === 'points' ? unit : '';
};

/** A number as it is entered, rounded to what a person would write. */
export const toEntry = (value: number, unit: Evidence['unit']): number => {
  const scaled = value * scaleOf(unit);
  const decimals = unit === 'ratio' || unit === 'money' ? 2 : unit === 'count' ? 0 : 1;
  return Number(scaled.toFixed(decimals));
};

/** An entered number in the number's own unit. */
export const fromEntry = (entered: number, unit: Evidence['unit']): number => entered / scaleOf(unit);

/** A claim under another operator; a new one starts at the number of today, so that it holds unless it says “more” or “less”. */
export const claimWithOperator = (
  claim: Claim | null,
  operator: Claim['operator'] | 'none',
  valueNow: number | null,
  unit: Evidence['unit'],
): Claim | null => {
  if (operator === 'none') return null;
  const value = claim?.value ?? fromEntry(toEntry(valueNow ?? 0, unit), unit);
  return operator === 'between' ? { operator, value, upTo: claim?.upTo ?? value } : { operator, value };
};
