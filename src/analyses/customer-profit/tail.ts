import type { Row } from '../../data/row.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import { numberOf } from '../cells.ts';
import type { CustomerProfit } from './result.ts';

type Trait = CustomerProfit['tail'][number];

/** Fewest customers with a trait that is named: 30, or a twentieth of a small customer base, but 5. House rule. */
const fewestOf = (customers: number): number => Math.max(5, Math.min(30, customers / 20));
/** Most traits named. House rule. */
const most = 10;

const traitOf = (row: Row, customers: number, unprofitable: number): Trait => {
  const [own, lost] = [numberOf(row, 'customers'), numberOf(row, 'unprofitable')];
  return {
    trait: String(row['trait']),
    value: String(row['value']),
    customers: own,
    unprofitable: lost,
    rate: lost / own,
    tailShare: lost / unprofitable,
    baseShare: own / customers,
    loss: numberOf(row, 'loss'),
    profit: numberOf(row, 'profit'),
  };
};

/** Whether two traits stand for the same customers, such as a campaign and its coupon. */
const isSame = (one: Trait, other: Trait): boolean =>
  one.customers === other.customers && one.unprofitable === other.unprofitable && one.profit === other.profit;

/** Unprofitable customers with a trait beyond those that would be expected of so many customers. */
const excessOf = (trait: Trait, overall: number): number => trait.unprofitable - trait.customers * overall;

/**
 * Traits that go with being unprofitable beyond chance (the 95 % interval of their rate, Wilson 1927, lies above the rate of
 * all), those that explain most customers first; of traits that stand for the same customers, one. Empty when nobody, or everybody, is unprofitable.
 */
export const tailOf = (rows: readonly Row[], customers: number, unprofitable: number): Trait[] => {
  if (customers === 0 || unprofitable === 0) return [];
  const overall = unprofitable / customers;
  return rows
    .map((row) => traitOf(row, customers, unprofitable))
    .filter(({ customers: own }) => own >= fewestOf(customers) && own < customers)
    .filter((trait) => (wilsonInterval(trait.unprofitable, trait.customers)?.low ?? 0) > overall)
    .toSorted((one, other) => excessOf(other, overall) - excessOf(one, overall))
    .filter((trait, at, sorted) => sorted.findIndex((other) => isSame(trait, other)) === at)
    .slice(0, most);
};
