import { topShare } from '../../models/claims/top-share.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { judge, tooFew } from './hearing.ts';
import type { Court, CourtRows } from './hearing.ts';
import type { TriedClaim } from './result.ts';

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** Why nothing is said about profit: costs that are not known, or too few customers. */
const missingOf = ({ profits }: CourtRows, { params }: Court): string | null => {
  const known = numberOf(profits[0], 'known_share');
  const customers = numberOf(profits[0], 'customers');
  if (customers > 0 && known >= params.minimumCostCoverage)
    return tooFew(params, [{ customers, who: 'whose costs are known' }]);
  return known > 0
    ? `Cost of goods is known for the customers behind ${percent(known)} of revenue; it takes ${percent(params.minimumCostCoverage)}.`
    : 'No cost of goods is loaded: a cost for each order line, or a unit cost for each product.';
};

/** A few customers bring most of the profit: what the best fifth brings. */
export const tryFewBring = (rows: CourtRows, court: Court): TriedClaim => {
  const { profits } = rows;
  const row = profits[0];
  const [customers, total] = [numberOf(row, 'customers'), numberOf(row, 'total')];
  const value = ratioOf(knownNumberOf(row, 'best'), total);
  const margins = profits.flatMap((one) => knownNumberOf(one, 'margin') ?? []);
  const missing = missingOf(rows, court);
  return judge({
    id: 'few-bring',
    effect:
      value === null || missing !== null
        ? null
        : topShare(margins, {
            best: 0.2,
            seed: court.context.seed,
            level: court.params.confidence,
            whole: { value, count: customers },
          }),
    value,
    unit: 'share',
    threshold: court.params.mostShare,
    upTo: null,
    customers,
    first: knownNumberOf(row, 'best'),
    second: knownNumberOf(row, 'total'),
    basis: 'margin',
    missing:
      missing ?? (total > 0 ? null : 'All customers together bring no profit that could be shared out.'),
  });
};

/** Some customers destroy profit: the part of them with a margin below 0. */
export const trySomeDestroy = (rows: CourtRows, court: Court): TriedClaim => {
  const row = rows.profits[0];
  const [customers, losing] = [numberOf(row, 'customers'), numberOf(row, 'losing')];
  const interval = wilsonInterval(losing, customers, court.params.confidence);
  return judge({
    id: 'some-destroy',
    effect: interval === null ? null : { value: losing / customers, ...interval },
    unit: 'share',
    threshold: court.params.someShare,
    upTo: null,
    customers,
    first: losing,
    second: customers,
    basis: 'margin',
    missing: missingOf(rows, court),
  });
};
