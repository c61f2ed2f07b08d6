import { createRandom } from '../../core/numeric/random.ts';
import { quantile } from '../../models/cuts/quantile.ts';
import type { Effect } from '../../models/claims/effect.ts';
import { at } from '../../core/numeric/at.ts';
import { counted } from '../counted.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { judge } from './hearing.ts';
import type { Court, CourtRows } from './hearing.ts';
import type { TriedClaim } from './result.ts';

/** Fewest campaigns of each kind whose spread gives an interval. House rule. */
const fewestCampaigns = 3;
const samples = 2_000;

interface Spent {
  readonly costs: readonly number[];
  readonly won: readonly number[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Cost of winning one ÷ cost of keeping one for a year, with the interval of a bootstrap over campaigns (Efron 1979). */
const ratioOfCosts = (
  winning: Spent,
  keeping: Spent,
  keptYears: number,
  { params, context }: Court,
): Pick<Effect, 'value' | 'low' | 'high'> => {
  const random = createRandom(context.seed);
  const drawn = (count: number): number[] => Array.from({ length: count }, () => random.whole(0, count - 1));
  const ratios = Array.from({ length: samples }, () => {
    const places = drawn(winning.costs.length);
    const won = places.reduce((total, place) => total + at(winning.won, place), 0);
    const spent = places.reduce((total, place) => total + at(winning.costs, place), 0);
    const kept = drawn(keeping.costs.length).reduce((total, place) => total + at(keeping.costs, place), 0);
    return spent / won / (kept / keptYears);
  }).sort((one, other) => one - other);
  const value = sum(winning.costs) / sum(winning.won) / (sum(keeping.costs) / keptYears);
  const tail = (1 - params.confidence) / 2;
  return { value, low: quantile(ratios, tail) ?? value, high: quantile(ratios, 1 - tail) ?? value };
};

const missingOf = (winning: Spent, keeping: Spent, active: number): string | null => {
  if (winning.costs.length + keeping.costs.length === 0)
    return 'No costs are loaded that say what winning or keeping customers takes: campaigns with their cost.';
  if (winning.costs.length === 0)
    return 'No campaign with a cost names customers that it won: fill in what brought each customer.';
  if (keeping.costs.length === 0)
    return 'No campaign or cost pool is for customers whom you have: newsletters, loyalty, account management.';
  if (active === 0) return 'No customer has bought in the last 365 days.';
  const few = [
    ...(winning.costs.length < fewestCampaigns
      ? [`${counted(winning.costs.length, 'campaign', 'campaigns')} with a cost and named customers`]
      : []),
    ...(keeping.costs.length < fewestCampaigns
      ? [`${counted(keeping.costs.length, 'cost', 'costs')} of keeping`]
      : []),
  ];
  return few.length === 0 ? null : `Only ${few.join(' and ')}; it takes ${fewestCampaigns} of each.`;
};

/** Keeping customers is cheaper than winning new ones: what winning one costs against what keeping one for a year does. */
export const tryKeeping = ({ winning: rows }: CourtRows, court: Court): TriedClaim => {
  const spentOn = (purpose: string): Spent => {
    const chosen = rows.filter((row) => row['purpose'] === purpose);
    return {
      costs: chosen.map((row) => numberOf(row, 'cost')),
      won: chosen.map((row) => numberOf(row, 'won')),
    };
  };
  const [winning, keeping] = [spentOn('winning'), spentOn('keeping')];
  const active = numberOf(rows[0], 'active');
  const years = knownNumberOf(rows[0], 'years') ?? 1;
  const keptYears = active * years;
  const first = ratioOf(sum(winning.costs), sum(winning.won));
  const second = keeping.costs.length === 0 ? null : ratioOf(sum(keeping.costs), keptYears);
  const missing = missingOf(winning, keeping, active);
  const isDrawable = winning.costs.length >= fewestCampaigns && keeping.costs.length >= fewestCampaigns;
  return judge({
    id: 'keeping',
    effect: isDrawable && keptYears > 0 ? ratioOfCosts(winning, keeping, keptYears, court) : null,
    value: first === null || second === null || second === 0 ? null : first / second,
    unit: 'ratio',
    threshold: 1,
    upTo: null,
    customers: sum(winning.won) + active,
    first,
    second,
    basis: 'costs',
    missing,
  });
};
