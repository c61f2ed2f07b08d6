import type { SourceColumn } from '../contract.ts';
import { evidenceOf, type ColumnEvidence } from './column-evidence.ts';
import { nameFitOf } from './aliases.ts';
import { sharedPrefix, tokensOf } from './header-tokens.ts';
import { profileFit } from './profile-fit.ts';
import { constantShare, groupRows, type RowGroups } from './row-dependence.ts';
import { findTarget } from './targets.ts';

/** A sample of a file: its columns, and their cells by column. */
export interface MappingSample {
  readonly columns: readonly SourceColumn[];
  readonly cells: readonly (readonly string[])[];
  readonly hasHeader: boolean;
  /** Name of the file or table, which may hint at what it is about. */
  readonly name?: string;
}

/** What is known of one column, with its place in the order's rows. */
export interface SampledColumn extends ColumnEvidence {
  readonly cells: readonly string[];
  /** Share of the orders with several rows in which the value is one and the same; undefined when it can't be known. */
  readonly perOrder: number | undefined;
}

/** Orders with several rows that must be seen before anything is said of what is constant in them. */
const leastOrders = 5;

/** Rows of the sample by order, if a column is plainly named for the order. */
const orderGroups = (sample: MappingSample, columns: readonly ColumnEvidence[]): RowGroups | undefined => {
  const target = findTarget('orders.order_id');
  const index = columns.findIndex((one) => {
    const name = nameFitOf(one.tokens, 'orders.order_id');
    return name?.strength === 1 && target !== undefined && profileFit(one, target) > 0;
  });
  return index < 0 ? undefined : groupRows(sample.cells[index] ?? []);
};

/** Looks at all columns of a sample, in the order of their names: what is proposed must not depend on where they stand. */
export const sampledColumns = (sample: MappingSample): readonly SampledColumn[] => {
  const order = sample.columns
    .map((column, index) => ({ column, cells: sample.cells[index] ?? [] }))
    .sort((a, b) => (a.column.name < b.column.name ? -1 : 1));
  const prefix = sharedPrefix(order.map(({ column }) => tokensOf(column.header)));
  const evidence = order.map(({ column, cells }) => evidenceOf(column, cells, prefix));
  const groups = orderGroups({ ...sample, cells: order.map(({ cells }) => cells) }, evidence);
  return evidence.map((one, index) => {
    const cells = order[index]?.cells ?? [];
    const perOrder =
      groups === undefined || one.column.distinct < 2 ? undefined : constantShare(groups, cells, leastOrders);
    return { ...one, cells, perOrder };
  });
};
