import { describe, expect, it } from 'vitest';
import { groupBy, readOrders, readSample, shareOf, sumOf } from './sample-reader.ts';
import type { ReadOrder } from './sample-reader.ts';

const day = 86_400_000;
const sample = readSample('supplier');
const orders = readOrders(sample);
const accounts = [...groupBy(orders, (order) => order.customer)]
  .map(([id, bought]) => ({
    id,
    bought,
    net: sumOf(bought, (order) => order.net),
    margin: sumOf(bought, (order) => order.net - order.cost),
  }))
  .sort((a, b) => b.net - a.net);
type Account = (typeof accounts)[number];
const total = sumOf(accounts, (account) => account.net);
const column = (name: string): ReadonlyMap<string | null, unknown> => {
  const values = sample.cells('customer_attributes', name);
  return new Map(sample.texts('customer_attributes', 'customer_id').map((id, index) => [id, values[index]]));
};
const sectors = column('attr_sector');

describe('planted: large accounts that are served at a loss', () => {
  const kinds = sample.texts('interactions', 'kind');
  const contacts = groupBy(
    sample.texts('interactions', 'customer_id').map((id, index) => ({ id, kind: kinds[index] })),
    ({ id }) => id,
  );
  const tickets = groupBy(sample.texts('tickets', 'customer_id'), (id) => id);
  const pools = groupBy(
    sample.texts('costs', 'driver').map((driver, index) => ({
      driver,
      amount: sample.numbers('costs', 'amount')[index] ?? 0,
    })),
    ({ driver }) => driver,
  );
  const purchases = (account: Account): readonly ReadOrder[] =>
    account.bought.filter((order) => order.sales > 0);
  const promised = sample.numbers('orders', 'promised_at');
  const orderedAt = sample.numbers('orders', 'ordered_at');
  const rush = groupBy(
    sample
      .texts('orders', 'customer_id')
      .filter((_, index) => (promised[index] ?? Infinity) - (orderedAt[index] ?? 0) <= day),
    (id) => id,
  );
  /** Volume of each driver for one account; every pool is shared out at its average rate. */
  const drivers: Readonly<Record<string, (account: Account) => number>> = {
    orders: (account) => purchases(account).length,
    returns: (account) => account.bought.length - purchases(account).length,
    visits: ({ id }) => (contacts.get(id) ?? []).filter(({ kind }) => kind !== 'call').length,
    calls: ({ id }) => (contacts.get(id) ?? []).filter(({ kind }) => kind === 'call').length,
    tickets: ({ id }) => tickets.get(id)?.length ?? 0,
    lines: (account) => sumOf(purchases(account), ({ products }) => products.size),
    'rush orders': ({ id }) => rush.get(id)?.length ?? 0,
  };
  const rates = Object.entries(drivers).map(([driver, volume]) => ({
    volume,
    rate: sumOf(pools.get(driver) ?? [], ({ amount }) => amount) / sumOf(accounts, volume),
  }));
  const costToServe = (account: Account): number =>
    sumOf(rates, ({ volume, rate }) => rate * volume(account));
  const large = accounts.slice(0, 20);
  const losing = large.filter((account) => account.margin - costToServe(account) < 0);

  it('finds five of them among the twenty largest, with a small but positive margin on goods', () => {
    expect(losing.length).toBe(5);
    expect(losing.every((account) => account.margin > 0 && account.margin < 0.08 * account.net)).toBe(true);
  });

  it('finds no other large account that loses money', () => {
    const others = large.filter((account) => !losing.includes(account));
    expect(
      Math.min(...others.map((account) => (account.margin - costToServe(account)) / account.net)),
    ).toBeGreaterThan(0.08);
  });
});

describe('planted: a few accounts bring most of the revenue', () => {
  it('gets half of its revenue from ten accounts', () => {
    expect(sumOf(accounts.slice(0, 10), (account) => account.net) / total).toBeCloseTo(0.5, 1);
  });
});

describe('planted: a sector that grows and one that shrinks', () => {
  const yearOf = (order: ReadOrder): number => new Date(order.at).getUTCFullYear();
  const growth = (sector: string): number => {
    const members = accounts.filter(({ id }) => sectors.get(id) === sector);
    const inYear = (year: number): number =>
      sumOf(
        members.flatMap(({ bought }) => bought.filter((order) => yearOf(order) === year)),
        (order) => order.net,
      );
    return inYear(2025) / inYear(2023);
  };

  it('more than doubles online retail in two years, and no other sector', () => {
    expect(growth('Online retail')).toBeGreaterThan(2);
    for (const sector of ['Food and drink', 'Pharmacy', 'Engineering', 'Cosmetics'])
      expect(growth(sector), sector).toBeLessThan(1.5);
  });

  it('shrinks printing', () => {
    expect(growth('Printing')).toBeLessThan(0.95);
  });
});

describe('planted: missed contract reviews', () => {
  it('loses accounts that nobody reviews', () => {
    const lastReviews = column('attr_last_contract_review');
    const end = Date.UTC(2026, 0, 1);
    const old = accounts.filter(({ bought }) => (bought[0]?.at ?? end) < end - 600 * day);
    const isGone = ({ bought }: Account): boolean => (bought.at(-1)?.at ?? 0) < end - 150 * day;
    const isReviewed = ({ id }: Account): boolean => lastReviews.get(id) !== null;
    expect(shareOf(old.filter(isReviewed), isGone)).toBeLessThan(0.1);
    expect(
      shareOf(
        old.filter((account) => !isReviewed(account)),
        isGone,
      ),
    ).toBeGreaterThan(0.4);
  });
});

describe('the pipeline', () => {
  it('has won, lost and open deals whose moves end where they stand', () => {
    const stages = groupBy(sample.texts('deals', 'stage'), (stage) => stage);
    for (const stage of ['Won', 'Lost', 'Negotiation', 'Proposal', 'Qualified'])
      expect(stages.get(stage)?.length ?? 0, stage).toBeGreaterThan(2);
    const ends = groupBy(sample.texts('stage_events', 'to_stage'), (stage) => stage);
    expect(ends.get('Won')?.length).toBe(stages.get('Won')?.length);
    expect(ends.get('Lost')?.length).toBe(stages.get('Lost')?.length);
  });
});
