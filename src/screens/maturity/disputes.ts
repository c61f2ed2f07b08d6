import type { IntervalRow } from '../../charts/layout/intervals.ts';
import { agreementOf } from '../../strategy/worksheets/assessed.ts';

/** The rows on which people differ, furthest apart first, six at most. */
export const disputes = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  scoresOf: (row: Row) => Readonly<Record<string, number>>,
): readonly IntervalRow[] =>
  rows
    .flatMap((row) => {
      const agreement = agreementOf(scoresOf(row));
      if (!agreement || agreement.highest === agreement.lowest) return [];
      const { mean, lowest, highest } = agreement;
      return [
        {
          key: row.id,
          label: nameOf(row).trim() || 'Without a name',
          value: mean,
          low: lowest,
          high: highest,
        },
      ];
    })
    .sort((first, second) => second.high - second.low - (first.high - first.low))
    .slice(0, 6);

/** The finding above them. */
export const disputeTitle = ([first]: readonly IntervalRow[]): string =>
  first
    ? `You differ most on “${first.label}”: from ${first.low ?? 0} to ${first.high ?? 0}`
    : 'You see it alike';
