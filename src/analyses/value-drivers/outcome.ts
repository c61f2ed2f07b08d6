import type { Row } from '../../data/row.ts';
import { quantile } from '../../models/cuts/quantile.ts';
import { numberOf } from '../cells.ts';
import type { ValueDriversParams } from './params.ts';
import type { ValueDrivers } from './result.ts';

/** Who has the outcome, and what it is counted in. */
export interface Outcome {
  readonly happened: readonly boolean[];
  readonly basis: ValueDrivers['basis'];
  readonly threshold: number | null;
}

/** Below this share of customers with known margins value is revenue. House rule. */
const enoughKnown = 0.8;

/** The outcome of each customer, all of it after the days of the drivers. */
export const outcomeOf = (rows: readonly Row[], { outcome, measure }: ValueDriversParams): Outcome => {
  if (outcome === 'again')
    return {
      happened: rows.map((row) => numberOf(row, 'later_purchases') > 0),
      basis: 'purchases',
      threshold: null,
    };
  if (outcome === 'churned')
    return { happened: rows.map((row) => row['is_kept'] !== true), basis: 'purchases', threshold: null };
  const known = rows.filter((row) => numberOf(row, 'unknown_margins') === 0).length;
  const buyers = rows.filter((row) => numberOf(row, 'later_purchases') > 0);
  const costed = buyers.filter((row) => numberOf(row, 'unknown_margins') === 0).length;
  const isMargin =
    measure === 'auto' && known >= enoughKnown * rows.length && costed >= enoughKnown * buyers.length;
  const basis = isMargin ? 'margin' : 'revenue';
  const values = rows.map((row) => numberOf(row, `later_${basis}`));
  const threshold = quantile(
    values.toSorted((one, other) => one - other),
    0.8,
  );
  return {
    happened: values.map((value) => threshold !== null && value >= threshold && value > 0),
    basis,
    threshold,
  };
};
