import { quoteLiteral } from '../../sql/quote-literal.ts';
import { columnOrNull, typedName, type TypedFile } from './typed-file.ts';

/** Whether a file describes customers beyond naming them. */
const describesCustomers = ({ targets, rules }: TypedFile): boolean =>
  [...targets].some((target) => target.startsWith('customers.')) || rules.customerKind !== undefined;

/** Whether a file knows customers by two names: the key and another one that other files use. */
const hasTwoNames = ({ targets }: TypedFile): boolean => targets.has('customers.reference');

const hasEmailAndId = ({ targets }: TypedFile): boolean =>
  targets.has('customers.email') && targets.has('customers.customer_id');

/** Orders that name their customers by e-mail address only. */
const namesByEmail = ({ targets }: TypedFile): boolean =>
  targets.has('orders.ordered_at') && targets.has('customers.email') && !targets.has('orders.customer_id');

/** Whether customers have to be translated from one name to another. */
export const hasReferences = (files: readonly TypedFile[]): boolean =>
  files.some(hasTwoNames) || (files.some(namesByEmail) && files.some(hasEmailAndId));

/** SQL of a row's customer, and the join that it needs where customers are translated from one name to another. */
export const translatedKey = (isTranslated: boolean): { readonly key: string; readonly join: string } =>
  isTranslated
    ? {
        key: 'coalesce(import_references.customer_id, customer_key)',
        join: 'left join import_references on import_references.reference = customer_key',
      }
    : { key: 'customer_key', join: '' };

/** Makes `import_references`: from the name that other files use to the customer's key. */
export const buildReferences = (files: readonly TypedFile[]): readonly string[] => {
  if (!hasReferences(files)) return [];
  const parts = [
    ...files
      .filter(hasTwoNames)
      .map(
        ({ table }) => `select customers__reference as reference, customer_key as customer_id from ${table}`,
      ),
    ...files
      .filter(hasEmailAndId)
      .map(
        ({ table }) =>
          `select lower(customers__email) as reference, customer_key as customer_id from ${table}`,
      ),
  ];
  return [
    `create or replace table import_references as
     select reference, min(customer_id) as customer_id from (${parts.join(' union all ')})
     where reference is not null and customer_id is not null
     group by reference having count(distinct customer_id) = 1`,
  ];
};

const customerColumns = [
  'name',
  'email',
  'kind',
  'account_id',
  'first_seen',
  'acq_channel',
  'acq_campaign',
  'country',
  'region',
  'city',
  'consent',
];

const nameSql = (file: TypedFile): string => {
  if (file.targets.has('customers.name')) return 'customers__name';
  const parts = ['customers.first_name', 'customers.last_name'].filter((target) => file.targets.has(target));
  return parts.length === 0
    ? 'null::varchar'
    : `nullif(concat_ws(' ', ${parts.map(typedName).join(', ')}), '')`;
};

const kindSql = (file: TypedFile): string => {
  const rule = file.rules.customerKind;
  if (!file.targets.has('customers.kind')) return rule === undefined ? 'null::varchar' : quoteLiteral(rule);
  return `(case when regexp_matches(lower(customers__kind), 'b2b|business|company|corporate|firm|gesch|entreprise|empresa|azienda') then 'b2b'
    when customers__kind is not null then 'b2c' end)`;
};

/** What one file says about each customer: the latest value where rows differ. */
const customersOf = (file: TypedFile, isTranslated: boolean): string => {
  const rank = file.targets.has('orders.ordered_at') ? 'orders__ordered_at' : 'row_no';
  const { key, join } = translatedKey(isTranslated);
  const value = (column: string): string => {
    if (column === 'name') return nameSql(file);
    if (column === 'kind') return kindSql(file);
    return columnOrNull(file, `customers.${column}`);
  };
  const columns = customerColumns.map((column) =>
    column === 'first_seen'
      ? `min(${value(column)}) as first_seen`
      : `arg_max(${value(column)}, ${rank}) as ${column}`,
  );
  return `select ${key} as customer_id, ${file.index} as file_no, ${columns.join(', ')}
    from ${file.table} ${join} where customer_key is not null group by 1`;
};

const rowsOfOtherTables = /^(orders|lines|deals|tickets|surveys|interactions|usage)\./;

/** Whether a file's rows are customers. */
const isCustomerList = ({ targets }: TypedFile): boolean =>
  [...targets].some((target) => target.startsWith('customers.')) &&
  ![...targets].some((target) => rowsOfOtherTables.test(target));

/** SQL of the number of rows in lists of customers that repeat a customer; lists that know customers by two names may. */
export const repeatedCustomersSql = (files: readonly TypedFile[]): string => {
  const lists = files.filter((file) => isCustomerList(file) && !hasTwoNames(file));
  const counts = lists.map(
    ({ table }) => `(select count(customer_key) - count(distinct customer_key) from ${table})`,
  );
  return ['0', ...counts].join(' + ');
};

/** Whether some file is a list of customers, which other files refer to. */
export const hasCustomerList = (files: readonly TypedFile[]): boolean => files.some(isCustomerList);

const insertCustomers = (parts: readonly string[], condition: string): string => {
  const columns = customerColumns.map((column) => `arg_min(${column}, file_no)`);
  return `insert into next_customers
    select customer_id, ${columns.join(', ')} from (${parts.join('\nunion all\n')}) ${condition} group by customer_id`;
};

/** Fills `next_customers` from the lists of customers. */
export const buildCustomers = (files: readonly TypedFile[]): readonly string[] => {
  const parts = files.filter(isCustomerList).map((file) => customersOf(file, hasReferences(files)));
  return parts.length === 0 ? [] : [insertCustomers(parts, '')];
};

const named = `select customer_id from next_orders union all select customer_id from next_deals
  union all select customer_id from next_tickets union all select customer_id from next_surveys
  union all select customer_id from next_interactions union all select customer_id from next_usage`;

/**
 * Adds the customers whom orders, deals, tickets or answers name and no list does, once near-misses have been joined,
 * with what the rows themselves say about them.
 */
export const addNamedCustomers = (files: readonly TypedFile[]): readonly string[] => {
  const parts = files
    .filter((file) => describesCustomers(file) && !isCustomerList(file))
    .map((file) => customersOf(file, hasReferences(files)));
  const isNew = 'customer_id not in (select customer_id from next_customers)';
  return [
    ...(parts.length === 0 ? [] : [insertCustomers(parts, `where ${isNew} and customer_id in (${named})`)]),
    `insert into next_customers (customer_id)
     select distinct customer_id from (${named}) where customer_id is not null and ${isNew}`,
    'drop table if exists import_references',
  ];
};
