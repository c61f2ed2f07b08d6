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
  /** Several columns of a file may go there: each is told apart by its own name. */
  readonly isRepeatable: boolean;
}

type Input = readonly [target: `${TableName}.${string}`, type: SqlType, meaning: string];

const money = 'DECIMAL(18,4)';

/** What files have and the tables don't: inputs from which canonical columns are worked out. */
const inputs: readonly Input[] = [
  ['customers.reference', 'VARCHAR', 'Other identifier by which other files name the customer'],
  ['customers.first_name', 'VARCHAR', 'First name'],
  ['customers.last_name', 'VARCHAR', 'Last name'],
  ['customers.consent_at', 'TIMESTAMP', 'When consent was given: consent is true where it is set'],
  [
    'customers.consent_withdrawn_at',
    'TIMESTAMP',
    'When consent was withdrawn or the address bounced: consent is false where it is set',
  ],
  ['orders.sales', money, 'Goods after discount, before refunds'],
  ['orders.total', money, 'Total charged, with shipping and tax'],
  ['orders.paid', money, 'Payment; the largest one names the payment method'],
  [
    'orders.payment_kind',
    'VARCHAR',
    'What a payment is: sale, authorisation, refund …; refunds lower the order',
  ],
  ['orders.refunded_goods', money, 'Goods taken back, without shipping and tax'],
  ['orders.refund_id', 'VARCHAR', 'Refund that the row is part of; a list of refunds says of which order'],
  ['orders.cancelled_at', 'TIMESTAMP', 'When it was cancelled; empty when it was not'],
  ['orders.product_list', 'VARCHAR', 'What was bought as one text: “2× Shirt, 1× Hat”'],
  [
    'orders.debit_credit',
    'VARCHAR',
    'Debit or credit (S or H, D or C): gives the amounts of the row their sign',
  ],
  ['orders.office', 'VARCHAR', 'Office of the sales person, used as the channel of won deals'],
  ['lines.profit', money, 'Profit of the line; cost = net − profit'],
  ['lines.unit_cost', money, 'Cost a piece'],
  ['lines.discount_rate', 'DOUBLE', 'Discount as a share of the price before discount, 0–1'],
  ['lines.shipping', money, 'Shipping charged for the line'],
  ['lines.gross', money, 'Line total before discount'],
  ['lines.tax', money, 'Tax charged for the line'],
  ['products.category_id', 'VARCHAR', 'Category by its identifier; a list of categories names it'],
  ['surveys.order_id', 'VARCHAR', 'Order that the answer is about'],
  ['tickets.case_id', 'VARCHAR', 'Case on which the row is an activity: the file has several rows a case'],
  ['tickets.activity', 'VARCHAR', 'What was done on the case'],
  [
    'tickets.event_at',
    'TIMESTAMP',
    'When it was done: the first activity opens the case, the last one closes it',
  ],
  ['tickets.order_id', 'VARCHAR', 'Order that the request is about'],
  ['tickets.first_reply_minutes', 'DOUBLE', 'Minutes from opening to the first reply'],
  ['tickets.solved_minutes', 'DOUBLE', 'Minutes from opening to the (last) solution'],
  ['tickets.satisfaction', 'VARCHAR', 'Satisfaction in words: good counts 5, bad 1, not rated nothing'],
  [
    'campaigns.day',
    'DATE',
    'Day that the row is about: costs are added up by campaign, whose first and last day these are',
  ],
  [
    'stage_events.entered_at',
    'TIMESTAMP',
    'When the stage was entered that the column is named for, such as “Date entered Customer”',
  ],
];

const repeatable: readonly string[] = ['stage_events.entered_at'];

/** Everything that a column can be mapped to, tables in loading order. `attribute` and `ignore` come on top. */
export const mappingTargets: readonly MappingTarget[] = canonicalTables.flatMap((table) => [
  ...table.columns
    .filter((column) => !column.workedOut)
    .map((column) => ({
      target: `${table.name}.${column.name}`,
      table: table.name,
      type: column.type,
      meaning: column.meaning,
      isRequired: column.required === true,
      isRepeatable: false,
    })),
  ...inputs
    .filter(([target]) => target.startsWith(`${table.name}.`))
    .map(([target, type, meaning]) => ({
      target,
      table: table.name,
      type,
      meaning,
      isRequired: false,
      isRepeatable: repeatable.includes(target),
    })),
]);

const byName = new Map(mappingTargets.map((target) => [target.target, target]));

/** The target of that name; undefined for `attribute`, `ignore` and unknown names. */
export const findTarget = (name: string): MappingTarget | undefined => byName.get(name);
