import type { ChannelCategory } from '../../data/facts/channel-categories.ts';
import type { Row } from '../../data/row.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import type { ChannelPerformance } from './result.ts';

const sumOf = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + numberOf(row, column), 0);

const meanOf = (rows: readonly Row[], column: string): number | null =>
  ratioOf(sumOf(rows, column), sumOf(rows, 'customers'));

/** Revenue a customer with several channels ÷ with one, at equally many orders, weighted by those with several. */
const ratioAtEqualOrders = (several: readonly Row[], one: readonly Row[]): number | null => {
  const pairs = several.flatMap((row) => {
    const mean = meanOf(
      one.filter((other) => other['orders_class'] === row['orders_class']),
      'revenue',
    );
    return mean === null ? [] : [{ row, usual: mean * numberOf(row, 'customers') }];
  });
  return ratioOf(
    sumOf(
      pairs.map(({ row }) => row),
      'revenue',
    ),
    pairs.reduce((sum, { usual }) => sum + usual, 0),
  );
};

/** Customers who buy through one channel beside those who buy through several. */
export const mixesOf = (rows: readonly Row[]) => {
  const one = rows.filter((row) => row['categories'] === 1);
  const several = rows.filter((row) => numberOf(row, 'categories') > 1);
  const mixes = [1, 2, 3].flatMap((channels): ChannelPerformance['mixes'] => {
    const own = rows.filter((row) => row['categories'] === channels);
    const valued = sumOf(own, 'valued');
    return own.length === 0
      ? []
      : [
          {
            channels,
            customers: sumOf(own, 'customers'),
            orders: meanOf(own, 'orders') ?? 0,
            revenue: meanOf(own, 'revenue') ?? 0,
            clv: ratioOf(sumOf(own, 'clv'), valued),
          },
        ];
  });
  const single = meanOf(one, 'revenue');
  return {
    mixes,
    multiShare: ratioOf(sumOf(several, 'customers'), sumOf(rows, 'customers')),
    valueRatio: single === null ? null : ratioOf(meanOf(several, 'revenue'), single),
    equalRatio: ratioAtEqualOrders(several, one),
  };
};

/** How often one matter takes contacts in several channels. */
export const handoffsOf = (rows: readonly Row[]) => {
  const followed = sumOf(rows, 'contacts');
  const isElsewhere = (row: Row): boolean =>
    (row['next_category'] ?? null) !== null && row['next_category'] !== row['category'];
  const elsewhere = rows.filter(isElsewhere);
  const moved = sumOf(elsewhere, 'contacts');
  const interval = wilsonInterval(moved, followed);
  return {
    handoffs: elsewhere
      .map((row) => {
        const contacts = numberOf(row, 'contacts');
        const of = sumOf(
          rows.filter((other) => other['category'] === row['category']),
          'contacts',
        );
        const range = wilsonInterval(contacts, of);
        return {
          from: row['category'] as ChannelCategory,
          to: row['next_category'] as ChannelCategory,
          contacts,
          of,
          share: contacts / of,
          low: range?.low ?? null,
          high: range?.high ?? null,
        };
      })
      .toSorted((one, other) => other.contacts - one.contacts),
    followed,
    handoffShare: ratioOf(moved, followed),
    handoffLow: interval?.low ?? null,
    handoffHigh: interval?.high ?? null,
    repeatShare: ratioOf(
      sumOf(
        rows.filter((row) => row['next_category'] === row['category']),
        'contacts',
      ),
      followed,
    ),
  };
};

/** Channels by rung of the value ladder. */
export const usesOf = (rows: readonly Row[]): ChannelPerformance['uses'] =>
  rows
    .filter((row) => knownText(row, 'category') !== null)
    .map((row) => {
      const of = numberOf(
        rows.find((other) => other['rung'] === row['rung'] && knownText(other, 'category') === null),
        'customers',
      );
      const customers = numberOf(row, 'customers');
      return {
        rung: knownNumberOf(row, 'rung') ?? 0,
        stage: String(row['stage']),
        category: row['category'] as ChannelCategory,
        customers,
        of,
        share: customers / of,
      };
    });

function knownText(row: Row, column: string): string | null {
  const cell = row[column] ?? null;
  return cell === null ? null : String(cell);
}
