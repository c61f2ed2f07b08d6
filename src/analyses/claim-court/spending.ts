import { meanDifference } from '../../models/claims/mean-difference.ts';
import type { GroupMean } from '../../models/claims/mean-difference.ts';
import { pairedDifference } from '../../models/claims/paired-difference.ts';
import type { Row } from '../../data/row.ts';
import { knownNumberOf, numberOf } from '../cells.ts';
import { judge, tooFew } from './hearing.ts';
import type { Court, CourtRows } from './hearing.ts';
import type { TriedClaim } from './result.ts';

/** Loyal customers spend more: the same customers in later years and in their first. */
export const tryLoyalSpend = ({ loyal }: CourtRows, { params }: Court): TriedClaim => {
  const row = loyal[0];
  const customers = numberOf(row, 'customers');
  return judge({
    id: 'loyal-spend',
    effect: pairedDifference(
      { count: customers, mean: numberOf(row, 'mean_change'), variance: numberOf(row, 'var_change') },
      params.confidence,
    ),
    value: knownNumberOf(row, 'mean_change'),
    unit: 'money',
    threshold: 0,
    upTo: null,
    customers,
    first: knownNumberOf(row, 'mean_first'),
    second: knownNumberOf(row, 'mean_later'),
    basis: params.loyalSpend,
    missing: tooFew(params, [{ customers, who: 'bought in their first full year and in a later one' }]),
  });
};

const groupOf = (row: Row | undefined, measure: 'margin' | 'revenue'): GroupMean => ({
  count: numberOf(row, measure === 'margin' ? 'known' : 'customers'),
  mean: numberOf(row, `mean_${measure}`),
  variance: numberOf(row, `var_${measure}`),
});

/** Repurchase leads to performance: the year after the first days, of those who bought again in them and of the others. */
export const tryRepurchase = ({ repurchase }: CourtRows, { params }: Court): TriedClaim => {
  const repeat = repurchase.find((row) => row['is_repeat'] === true);
  const other = repurchase.find((row) => row['is_repeat'] === false);
  const known = numberOf(repeat, 'known') + numberOf(other, 'known');
  const all = numberOf(repeat, 'customers') + numberOf(other, 'customers');
  const measure = known >= params.minimumCostCoverage * all && known > 0 ? 'margin' : 'revenue';
  const [again, once] = [groupOf(repeat, measure), groupOf(other, measure)];
  return judge({
    id: 'repurchase',
    effect: meanDifference(again, once, params.confidence),
    unit: 'money',
    threshold: 0,
    upTo: null,
    customers: again.count + once.count,
    first: once.count > 0 ? once.mean : null,
    second: again.count > 0 ? again.mean : null,
    basis: measure,
    missing: tooFew(params, [
      { customers: again.count, who: 'bought again soon' },
      { customers: once.count, who: 'didn’t' },
    ]),
  });
};
