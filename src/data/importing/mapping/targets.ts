import { canonicalTables, type TableName } from '../../tables/canonical-tables.ts';
import type { SqlType } from '../../tables/table.ts';

/** Something that a column of a file can be used for. */
export interface MappingTarget {
  /** `table.column`. */
  readonly target: string;
  readonly table: TableName;
  readonly type: SqlType;
  /** Meaning in the strategist's words. */
  readonly meaning: string;
  /** A row without it is not kept. */
  readonly isRequired: boolean;
}

type Input = readonly [target: `${TableName}.${string}`, type: SqlType, meaning: string];

const money = 'DECIMAL(18,4)';

/** What files have and the tables don't: inputs from which canonical columns are worked out. */
const inputs: readonly Input[] = [
  ['customers.reference', 'VARCHAR', 'Other identifier by which other files name the customer'],
  ['customers.first_name', 'VARCHAR', 'First name'],
  ['customers.last_name', 'VARCHAR', 'Last name'],
  ['orders.sales', money, 'Goods after discount, before refunds'],
  ['orders.total', money, 'Total charged, with shipping and tax'],
  ['orders.paid', money, 'Payment; the largest one names the payment method'],
  ['orders.cancelled_at', 'TIMESTAMP', 'When it was cancelled; empty when it was not'],
  ['orders.office', 'VARCHAR', 'Office of the sales person, used as the channel of won deals'],
  ['lines.profit', money, 'Profit of the line; cost = net − profit'],
  ['lines.unit_cost', money, 'Cost a piece'],
  ['lines.discount_rate', 'DOUBLE', 'Discount as a share of the price before discount, 0–1'],
  ['lines.shipping', money, 'Shipping charged for the line'],
  ['surveys.order_id', 'VARCHAR', 'Order that the answer is about'],
  ['tickets.order_id', 'VARCHAR', 'Order that the request is about'],
];

/** Everything that a column can be mapped to, tables in loading order. `attribute` and `ignore` come on top. */
export const mappingTargets: readonly MappingTarget[] = canonicalTables.flatMap((table) => [
  ...table.columns.map((column) => ({
    target: `${table.name}.${column.name}`,
    table: table.name,
    type: column.type,
    meaning: column.meaning,
    isRequired: column.required === true,
  })),
  ...inputs
    .filter(([target]) => target.startsWith(`${table.name}.`))
    .map(([target, type, meaning]) => ({ target, table: table.name, type, meaning, isRequired: false })),
]);

const byName = new Map(mappingTargets.map((target) => [target.target, target]));

/** The target of that name; undefined for `attribute`, `ignore` and unknown names. */
export const findTarget = (name: string): MappingTarget | undefined => byName.get(name);
