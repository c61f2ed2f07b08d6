import { quoteLiteral } from '../../sql/quote-literal.ts';
import { isCustomerList } from './key-columns.ts';
import { customerTarget } from './row-keys.ts';
import { columnOrNull, typedName, type TypedFile } from './typed-file.ts';

/** Whether a file describes customers beyond naming them. */
export const describesCustomers = ({ targets, rules }: TypedFile): boolean =>
  [...targets].some((target) => target.startsWith('customers.')) || rules.customerKind !== undefined;

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

/** SQL of the name in a row of a file: as it stands, or first and last name; a null where the file has neither. */
export const nameSql = (file: TypedFile): string => {
  const parts = ['customers.first_name', 'customers.last_name'].filter((target) => file.targets.has(target));
  const joined =
    parts.length === 0
      ? 'null::varchar'
      : `nullif(trim(concat_ws(' ', ${parts.map(typedName).join(', ')})), '')`;
  if (!file.targets.has('customers.name')) return joined;
  return parts.length === 0 ? 'customers__name' : `coalesce(customers__name, ${joined})`;
};

const kindSql = (file: TypedFile): string => {
  const rule = file.rules.customerKind;
  if (!file.targets.has('customers.kind')) return rule === undefined ? 'null::varchar' : quoteLiteral(rule);
  return `(case when regexp_matches(lower(customers__kind), 'b2b|business|company|corporate|firm|gesch|entreprise|empresa|azienda') then 'b2b'
    when customers__kind is not null then 'b2c' end)`;
};

/** Consent as the file says; else withdrawn where a day of withdrawal stands, given where a day of consent stands. */
const consentSql = (file: TypedFile): string => {
  const column = (name: string): string => columnOrNull(file, `customers.${name}`);
  if (!['customers.consent_at', 'customers.consent_withdrawn_at'].some((target) => file.targets.has(target)))
    return column('consent');
  return `coalesce(${column('consent')}, case when ${column('consent_withdrawn_at')} is not null then false
    when ${column('consent_at')} is not null then true end)`;
};

const firstSeenSql = (file: TypedFile): string =>
  file.targets.has('customers.first_seen') || !file.targets.has('customers.consent_at')
    ? columnOrNull(file, 'customers.first_seen')
    : 'customers__consent_at::date';

const valueSql = (file: TypedFile, column: string): string => {
  switch (column) {
    case 'name':
      return nameSql(file);
    case 'kind':
      return kindSql(file);
    case 'consent':
      return consentSql(file);
    case 'first_seen':
      return firstSeenSql(file);
    default:
      return columnOrNull(file, `customers.${column}`);
  }
};

/** What one file says about each customer: the latest value where rows differ. */
const customersOf = (file: TypedFile): string => {
  const rank = file.targets.has('orders.ordered_at') ? 'orders__ordered_at' : 'row_no';
  const columns = customerColumns.map((column) => {
    const value = valueSql(file, column);
    // What the file doesn't say is not aggregated.
    if (value.startsWith('null::')) return `${value} as ${column}`;
    return column === 'first_seen'
      ? `min(${value}) as first_seen`
      : `arg_max(${value}, ${rank}) as ${column}`;
  });
  return `select customer_key as customer_id, ${file.index} as file_no, ${columns.join(', ')}
    from ${file.table} where customer_key is not null group by 1`;
};

/** SQL of the number of rows in lists of customers that repeat a customer; lists that know customers by two names may. */
export const repeatedCustomersSql = (files: readonly TypedFile[]): string => {
  const lists = files.filter((file) => isCustomerList(file) && !file.targets.has('customers.reference'));
  const counts = lists.map(
    ({ table }) => `(select count(customer_key) - count(distinct customer_key) from ${table})`,
  );
  return ['0', ...counts].join(' + ');
};

const insertCustomers = (parts: readonly string[], condition: string): string => {
  const columns = customerColumns.map((column) => `arg_min(${column}, file_no)`);
  return `insert into next_customers
    select customer_id, ${columns.join(', ')} from (${parts.join('\nunion all\n')}) ${condition} group by customer_id`;
};

/** Fills `next_customers` from the lists of customers. */
export const buildCustomers = (files: readonly TypedFile[]): readonly string[] => {
  const parts = files.filter(isCustomerList).map(customersOf);
  return parts.length === 0 ? [] : [insertCustomers(parts, '')];
};

const named = `select customer_id from next_orders union all select customer_id from next_deals
  union all select customer_id from next_tickets union all select customer_id from next_surveys
  union all select customer_id from next_interactions union all select customer_id from next_usage
  union all select customer_id from next_stage_events
  union all select from_customer_id from next_referrals union all select to_customer_id from next_referrals`;

/**
 * Adds the customers whom orders, deals, tickets or answers name and no list does, with what the rows themselves say about
 * them; what such rows say of customers of a list fills what the list leaves empty.
 */
export const addNamedCustomers = (files: readonly TypedFile[]): readonly string[] => {
  const parts = files
    .filter(
      (file) =>
        describesCustomers(file) && !isCustomerList(file) && customerTarget(file.targets) !== undefined,
    )
    .map(customersOf);
  const isNew = 'customer_id not in (select customer_id from next_customers)';
  const filled = customerColumns.map(
    (column) => `${column} = coalesce(next_customers.${column}, said.${column})`,
  );
  const said = customerColumns.map((column) => `arg_min(${column}, file_no) as ${column}`);
  return [
    ...(parts.length === 0 || !files.some(isCustomerList)
      ? []
      : [
          `update next_customers set ${filled.join(', ')} from (
             select customer_id, ${said.join(', ')} from (${parts.join('\nunion all\n')}) group by customer_id
           ) as said where next_customers.customer_id = said.customer_id`,
        ]),
    ...(parts.length === 0 ? [] : [insertCustomers(parts, `where ${isNew} and customer_id in (${named})`)]),
    `insert into next_customers (customer_id)
     select distinct customer_id from (${named}) where customer_id is not null and ${isNew}`,
  ];
};
