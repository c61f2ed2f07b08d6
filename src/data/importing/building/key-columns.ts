import { customerTarget } from './row-keys.ts';
import { hasLines } from './required-targets.ts';
import { typedName, type TypedFile } from './typed-file.ts';

/** A column of a typed file that names something. */
export interface KeyColumn {
  readonly file: TypedFile;
  /** Target of the column in the file's plan. */
  readonly target: string;
  /** Column of the typed table. */
  readonly column: string;
}

/** Something that files name and other files describe. */
export interface Entity {
  /** In words, for the report. */
  readonly names: string;
  /** Columns of a file by which its rows name it. */
  readonly from: (file: TypedFile) => readonly KeyColumn[];
  /** Columns of a file whose rows are it, by which it may be named. */
  readonly to: (file: TypedFile) => readonly KeyColumn[];
}

const rowsOfOtherTables =
  /^(orders|lines|deals|tickets|surveys|interactions|usage|stage_events|referrals|costs|campaigns)\./;

/** Whether a file's rows are customers. */
export const isCustomerList = ({ targets }: TypedFile): boolean =>
  [...targets].some((target) => target.startsWith('customers.')) &&
  ![...targets].some(
    (target) => rowsOfOtherTables.test(target) && !target.startsWith('stage_events.entered_at'),
  ) &&
  ![...targets].some((target) => target.startsWith('products.'));

/** Whether a file's rows are products. */
export const isProductList = ({ targets }: TypedFile): boolean =>
  targets.has('products.product_id') && !hasLines(targets);

const columnsOf = (file: TypedFile, targets: readonly string[]): readonly KeyColumn[] =>
  targets
    .filter((target) => file.targets.has(target))
    .map((target) => ({ file, target, column: typedName(target) }));

const keyOf = (file: TypedFile, target: string | undefined, column: string): readonly KeyColumn[] =>
  target === undefined || !file.targets.has(target) ? [] : [{ file, target, column }];

const productTarget = (file: TypedFile): string | undefined =>
  ['lines.product_id', 'deals.product_id'].find((target) => file.targets.has(target));

/** Whether a file dates its orders and numbers them: the file that others mean by an order's number. */
const isOrderList = ({ targets }: TypedFile): boolean =>
  targets.has('orders.ordered_at') && targets.has('orders.order_id');

const orderTarget = ({ targets }: TypedFile): string | undefined =>
  targets.has('orders.ordered_at')
    ? undefined
    : ['orders.order_id', 'lines.order_id'].find((target) => targets.has(target));

/** What files may refer to in each other, in the order in which it is told. */
export const entities: readonly Entity[] = [
  {
    names: 'order',
    from: (file) => [
      ...keyOf(file, orderTarget(file), 'order_key'),
      ...columnsOf(file, ['surveys.order_id', 'tickets.order_id']),
    ],
    to: (file) => (isOrderList(file) ? keyOf(file, 'orders.order_id', 'order_key') : []),
  },
  {
    names: 'product',
    from: (file) => keyOf(file, productTarget(file), 'product_key'),
    to: (file) => (isProductList(file) ? keyOf(file, 'products.product_id', 'product_key') : []),
  },
  {
    names: 'product category',
    from: (file) =>
      file.targets.has('products.product_id') ? columnsOf(file, ['products.category_id']) : [],
    to: (file) => (file.targets.has('products.product_id') ? [] : columnsOf(file, ['products.category_id'])),
  },
  {
    names: 'customer',
    from: (file) => [
      ...keyOf(file, customerTarget(file.targets), 'customer_key'),
      ...columnsOf(file, ['referrals.from_customer_id', 'referrals.to_customer_id']),
    ],
    to: (file) =>
      isCustomerList(file)
        ? [
            ...keyOf(file, customerTarget(file.targets), 'customer_key'),
            ...columnsOf(file, ['customers.reference']),
            ...(customerTarget(file.targets) === 'customers.email'
              ? []
              : columnsOf(file, ['customers.email'])),
          ]
        : [],
  },
  {
    names: 'company',
    from: (file) => (isCustomerList(file) ? columnsOf(file, ['customers.account_id']) : []),
    to: (file) =>
      isCustomerList(file) && !file.targets.has('customers.account_id')
        ? keyOf(file, 'customers.customer_id', 'customer_key')
        : [],
  },
  {
    names: 'campaign',
    from: (file) =>
      file.targets.has('interactions.campaign_id') ? columnsOf(file, ['interactions.campaign_id']) : [],
    to: (file) => columnsOf(file, ['campaigns.campaign_id']),
  },
  {
    names: 'sales person',
    from: (file) => (file.targets.has('deals.deal_id') ? columnsOf(file, ['deals.owner']) : []),
    to: (file) => (file.targets.has('deals.deal_id') ? [] : columnsOf(file, ['deals.owner'])),
  },
];

/** Name of a key's column in its file. */
export const sourceColumn = ({ file, target }: KeyColumn): string =>
  file.plan.mapping.find((mapping) => mapping.target === target)?.column ?? target;
