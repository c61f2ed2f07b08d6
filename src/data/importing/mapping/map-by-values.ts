import type { ColumnMapping } from '../contract.ts';
import type { ColumnEvidence } from './column-evidence.ts';

const numbersOf = (values: readonly string[]): readonly number[] =>
  values.map((value) => Number(value.replace(',', '.')));

const isSmallCount = ({ column, values }: ColumnEvidence): boolean =>
  column.kind === 'integer' &&
  column.distinct <= Math.max(12, values.length * 0.2) &&
  numbersOf(values).every((number) => Math.abs(number) < 1000);

const looksLikeKey = ({ column, values }: ColumnEvidence): boolean =>
  ['integer', 'text', 'email'].includes(column.kind) &&
  column.distinct > 1 &&
  values.every((value) => value.length <= 80);

/**
 * Proposes targets for a table without a header, from what the values look like: a date, an amount, a customer that
 * comes back, perhaps a small count. Everything else is left out.
 */
export const mapByValues = (columns: readonly ColumnEvidence[]): readonly ColumnMapping[] => {
  const date = columns.find(({ column }) => column.kind === 'date' || column.kind === 'datetime');
  const amount =
    columns.findLast(({ column }) => column.kind === 'number') ??
    columns.findLast(
      (evidence) => evidence.column.kind === 'integer' && !isSmallCount(evidence) && evidence !== columns[0],
    );
  const customer = columns.find(
    (evidence) => evidence !== date && evidence !== amount && looksLikeKey(evidence),
  );
  const quantity = columns.find(
    (evidence) => evidence !== customer && evidence !== amount && evidence !== date && isSmallCount(evidence),
  );
  const targetOf = (evidence: ColumnEvidence): readonly [target: string, reason: string] => {
    if (evidence === date) return ['orders.ordered_at', 'The values are dates'];
    if (evidence === customer) return ['orders.customer_id', 'The first column that names something'];
    if (evidence === amount) return [quantity ? 'lines.net' : 'orders.sales', 'The values are amounts'];
    if (evidence === quantity) return ['lines.quantity', 'The values are small whole numbers'];
    return ['ignore', 'Without a header it is not clear what this is'];
  };
  return columns.map((evidence) => {
    const [target, reason] = targetOf(evidence);
    return { column: evidence.column.name, target, confidence: target === 'ignore' ? 0 : 0.5, reason };
  });
};
