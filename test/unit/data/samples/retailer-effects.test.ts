import { describe, expect, it } from 'vitest';
import { groupBy, readOrders, readSample, shareOf, sumOf } from './sample-reader.ts';
import type { ReadOrder } from './sample-reader.ts';

const day = 86_400_000;
const sample = readSample('retailer');
const orders = readOrders(sample);
const byCustomer = groupBy(orders, (order) => order.customer);
const histories = [...byCustomer.entries()];
const marginOf = (bought: readonly ReadOrder[]): number => sumOf(bought, (order) => order.net - order.cost);

/** Value of a customer column by customer. */
const attribute = (table: string, column: string): ReadonlyMap<string | null, unknown> => {
  const ids = sample.texts(table, 'customer_id');
  const values = sample.cells(table, column);
  return new Map(ids.map((id, index) => [id, values[index]]));
};

describe('an ordinary retailer', () => {
  it('keeps two customers in three for a second order, and sells twice as much in December', () => {
    expect(shareOf(histories, ([, bought]) => bought.length === 1)).toBeCloseTo(0.333, 2);
    const months = groupBy(orders, (order) => new Date(order.at).toISOString().slice(5, 7));
    expect((months.get('12')?.length ?? 0) / (months.get('07')?.length ?? 1)).toBeGreaterThan(1.9);
  });

  it('has anonymous, cancelled and open orders', () => {
    const status = sample.texts('orders', 'status');
    expect(shareOf(orders, (order) => order.customer === null)).toBeCloseTo(0.05, 1);
    expect(shareOf(status, (one) => one === 'cancelled')).toBeCloseTo(0.012, 2);
    expect(status.filter((one) => one === 'open').length).toBeGreaterThan(100);
  });

  it('has customers without any order, with and without a contact', () => {
    const contacted = new Set(sample.texts('interactions', 'customer_id'));
    const never = sample.texts('customers', 'customer_id').filter((id) => !byCustomer.has(id ?? ''));
    expect(never.length).toBeGreaterThan(700);
    expect(shareOf(never, (id) => contacted.has(id))).toBeCloseTo(0.5, 0);
  });
});

describe('planted: the unprofitable tail', () => {
  const isTail = ([, bought]: readonly [string, readonly ReadOrder[]]): boolean => {
    const sales = sumOf(bought, (order) => order.sales);
    const gross = sales + sumOf(bought, (order) => order.discount);
    return bought.length >= 3 && sumOf(bought, (order) => order.refund) > 0.15 * sales && sales < 0.8 * gross;
  };
  const tail = histories.filter(isTail);

  it('is about a twentieth of the customers, who send much back and buy at deep discounts', () => {
    expect(tail.length / histories.length).toBeCloseTo(0.04, 2);
  });

  it('loses money before any cost to serve', () => {
    expect(sumOf(tail, ([, bought]) => marginOf(bought))).toBeLessThan(-150_000);
    expect(shareOf(tail, ([, bought]) => marginOf(bought) < 0)).toBeGreaterThan(0.9);
  });

  it('keeps the service desk busy', () => {
    const tickets = groupBy(sample.texts('tickets', 'customer_id'), (id) => id);
    const perOrder = (group: readonly (readonly [string, readonly ReadOrder[]])[]): number =>
      sumOf(group, ([id]) => tickets.get(id)?.length ?? 0) / sumOf(group, ([, bought]) => bought.length);
    expect(perOrder(tail)).toBeGreaterThan(0.5);
    expect(perOrder(histories.filter((one) => !isTail(one)))).toBeLessThan(0.1);
  });

  it('bends the whale curve down: the profitable customers earn more than is left', () => {
    const margins = histories.map(([, bought]) => marginOf(bought));
    const earned = sumOf(margins, (margin) => Math.max(0, margin));
    const left = sumOf(margins, (margin) => margin);
    expect(earned / left).toBeCloseTo(1.1024, 3);
    expect(shareOf(margins, (margin) => margin < 0)).toBeCloseTo(0.111, 3);
  });
});

describe('planted: the promotion-bought cohort', () => {
  const returnsWithin =
    (days: number) =>
    ([, bought]: readonly [string, readonly ReadOrder[]]) =>
      bought.length > 1 && (bought[1]?.at ?? Infinity) < (bought[0]?.at ?? 0) + days * day;
  const cohorts = groupBy(histories, ([, bought]) => new Date(bought[0]?.at ?? 0).toISOString().slice(0, 7));
  const rates = [...cohorts]
    .filter(([month]) => month < '2025-07')
    .map(([month, members]) => ({ month, size: members.length, rate: shareOf(members, returnsWithin(180)) }))
    .sort((a, b) => a.rate - b.rate);

  it('is the worst of all cohorts, by far', () => {
    expect(rates[0]?.month).toBe('2024-10');
    expect(rates[0]?.rate).toBeLessThan(0.25);
    expect(rates[1]?.rate).toBeGreaterThan(0.4);
  });

  it('is the largest', () => {
    expect(rates.toSorted((a, b) => b.size - a.size)[0]?.month).toBe('2024-10');
  });

  it('was bought with one coupon', () => {
    const campaigns = attribute('customers', 'acq_campaign');
    const bought = histories.filter(([id]) => campaigns.get(id) === 'C-2410-HALF');
    expect(shareOf(bought, returnsWithin(400))).toBeLessThan(0.1);
    const coupons = sample.texts('orders', 'coupon').filter((coupon) => coupon === 'HALFPRICE');
    expect(coupons.length).toBeGreaterThanOrEqual(bought.length);
  });
});

describe('planted: slow complaints drive loyal customers away', () => {
  const opened = sample.numbers('tickets', 'opened_at');
  const solved = sample.numbers('tickets', 'solved_at');
  const isComplaint = sample.cells('tickets', 'is_complaint');
  const complaints = sample
    .texts('tickets', 'customer_id')
    .map((customer, index) => ({
      bought: byCustomer.get(customer ?? '') ?? [],
      opened: opened[index] ?? 0,
      days: ((solved[index] ?? Date.UTC(2026, 0, 1)) - (opened[index] ?? 0)) / day,
      counts: isComplaint[index] === true && (opened[index] ?? 0) < Date.UTC(2025, 8, 1),
    }))
    .filter(({ counts, bought, opened: at }) => counts && bought.filter((order) => order.at < at).length >= 4)
    .filter(
      ({ bought }) => sumOf(bought, (order) => order.discount) < 0.15 * sumOf(bought, (order) => order.sales),
    );
  const comesBack = ({ bought, opened: at }: (typeof complaints)[number]): boolean =>
    bought.some((order) => order.at > at + 2 * day && order.at < at + 120 * day);
  const slow = complaints.filter(({ days }) => days > 10);
  const quick = complaints.filter(({ days }) => days <= 10);

  it('forgives a quick answer and not a slow one', () => {
    expect(slow.length).toBeGreaterThan(100);
    expect(shareOf(slow, comesBack)).toBeLessThan(0.25);
    expect(shareOf(quick, comesBack)).toBeGreaterThan(0.65);
  });

  it('comes from a backlog in the first half of 2025', () => {
    const inBacklog = ({ opened: at }: (typeof complaints)[number]): boolean =>
      at >= Date.UTC(2025, 1, 1) && at < Date.UTC(2025, 6, 1);
    expect(shareOf(complaints.filter(inBacklog), ({ days }) => days > 10)).toBeGreaterThan(0.6);
    expect(
      shareOf(
        complaints.filter((one) => !inBacklog(one)),
        ({ days }) => days > 10,
      ),
    ).toBeLessThan(0.1);
  });
});

describe('planted: a pair that sells together on Fridays only', () => {
  const lift = (group: readonly ReadOrder[], a: string, b: string): number =>
    shareOf(group, ({ products }) => products.has(a) && products.has(b)) /
    (shareOf(group, ({ products }) => products.has(a)) * shareOf(group, ({ products }) => products.has(b)));
  const isFriday = (order: ReadOrder): boolean => new Date(order.at).getUTCDay() === 5;
  const names = sample.texts('products', 'name');
  const idOf = (name: string): string => sample.texts('products', 'product_id')[names.indexOf(name)] ?? '';
  const pair = [idOf('Pizza dough, two'), idOf('Chianti, 75 cl')] as const;

  it('has a high lift on Fridays and none on other days', () => {
    expect(lift(orders.filter(isFriday), ...pair)).toBeGreaterThan(6);
    expect(
      lift(
        orders.filter((order) => !isFriday(order)),
        ...pair,
      ),
    ).toBeGreaterThan(0.7);
    expect(
      lift(
        orders.filter((order) => !isFriday(order)),
        ...pair,
      ),
    ).toBeLessThan(1.3);
  });
});

describe('planted: loyal only while there is no choice', () => {
  const regions = attribute('customers', 'region');
  const between = (from: number, to: number, isCaptive: boolean): number =>
    orders.filter(
      (order) =>
        order.customer !== null &&
        order.at >= from &&
        order.at < to &&
        (regions.get(order.customer) === 'Northern Isles') === isCaptive,
    ).length;
  const before = [Date.UTC(2024, 4, 1), Date.UTC(2025, 0, 1)] as const;
  const after = [Date.UTC(2025, 4, 1), Date.UTC(2026, 0, 1)] as const;

  it('buys most often of all while nobody else delivers', () => {
    const perCustomer = (isCaptive: boolean): number =>
      between(...before, isCaptive) /
      histories.filter(
        ([id, bought]) =>
          (regions.get(id) === 'Northern Isles') === isCaptive && (bought[0]?.at ?? Infinity) < before[0],
      ).length;
    expect(perCustomer(true)).toBeGreaterThan(2 * perCustomer(false));
  });

  it('collapses when a competitor opens, and nowhere else', () => {
    expect(between(...after, true) / between(...before, true)).toBeLessThan(0.25);
    expect(between(...after, false) / between(...before, false)).toBeGreaterThan(0.9);
  });

  it('never liked us', () => {
    const customers = sample.texts('surveys', 'customer_id');
    const instruments = sample.texts('surveys', 'instrument');
    const answers = sample
      .numbers('surveys', 'score')
      .map((score, index) => ({
        score,
        region: regions.get(customers[index] ?? ''),
        instrument: instruments[index],
      }))
      .filter(({ instrument }) => instrument === 'nps');
    const netPromoters = (isCaptive: boolean): number => {
      const asked = answers.filter(({ region }) => (region === 'Northern Isles') === isCaptive);
      return shareOf(asked, ({ score }) => score >= 9) - shareOf(asked, ({ score }) => score <= 6);
    };
    expect(netPromoters(true)).toBeLessThan(-0.5);
    expect(netPromoters(false)).toBeGreaterThan(0.05);
  });
});
