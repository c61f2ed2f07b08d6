import type { Row } from '../../data/row.ts';
import { numberOf, ratioOf } from '../cells.ts';
import type { CustomerValueParams } from './params.ts';
import type { CustomerValue } from './result.ts';

/** Own margin is taken where costs are known for at least this share of revenue. House rule. */
const enoughCosts = 0.8;

/** The margin that values are counted by: own where enough costs are known, a given one, or 1 for revenue. */
export const marginOf = (
  totals: Row | undefined,
  { margin, givenMargin }: Pick<CustomerValueParams, 'margin' | 'givenMargin'>,
): CustomerValue['margin'] => {
  const costed = numberOf(totals, 'costed_revenue');
  const coverage = ratioOf(costed, numberOf(totals, 'purchase_revenue'));
  if (margin === 'given') return { share: givenMargin / 100, basis: 'given', coverage };
  const own = ratioOf(numberOf(totals, 'costed_margin'), costed);
  if (margin === 'auto' && own !== null && (coverage ?? 0) >= enoughCosts)
    return { share: own, basis: 'own', coverage };
  return { share: 1, basis: 'revenue', coverage };
};
