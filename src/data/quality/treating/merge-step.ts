import { quoteIdentifier } from '../../sql/quote-identifier.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import { customers as customersDefinition } from '../../tables/commerce.ts';
import { treatedName } from '../treated-tables.ts';
import type { Treatment } from '../treatment.ts';
import { resolveMerges } from './resolve-merges.ts';
import { customerColumns, type TreatingContext, type TreatmentStep } from './treating-context.ts';

/** Customers who become one keep what the one said; what it didn't say comes from the others, in the order of the merges. */
const mergedValue = (column: string): string => {
  const name = quoteIdentifier(column);
  if (column === 'first_seen') return `min(${name}) as ${name}`;
  // Whoever said no once must not be written to.
  if (column === 'consent') return `bool_and(${name}) as ${name}`;
  return `arg_min(${name}, place) as ${name}`;
};

/** Replaces the rows of those concerned by one row for each who stays. */
const mergeRows = (table: string, columns: readonly string[]): readonly string[] => [
  `create table treatment_merged as
   select merged_id as customer_id${columns.map((column) => `, ${mergedValue(column)}`).join('')}
   from (
     select rows.*, coalesce(merges.into_id, rows.customer_id) as merged_id, coalesce(merges.place, 0) as place
     from ${treatedName(table)} as rows left join treatment_merges as merges on merges.from_id = rows.customer_id
     where rows.customer_id in (select from_id from treatment_merges union all select into_id from treatment_merges)
   ) group by merged_id`,
  `delete from ${treatedName(table)} where customer_id in (select from_id from treatment_merges union all select into_id from treatment_merges)`,
  `insert into ${treatedName(table)} by name select * from treatment_merged`,
  'drop table treatment_merged',
];

const moveRows = (table: string, column: string): string =>
  `update ${treatedName(table)} set ${column} = into_id from treatment_merges where ${column} = from_id`;

/** All merges of customers together: everything of those who go up in others moves to them. */
export const mergeStep = (
  treatments: readonly Treatment[],
  { filled, attributes }: TreatingContext,
): TreatmentStep | undefined => {
  const merges = resolveMerges(treatments);
  if (merges.length === 0) return undefined;
  const rows = merges.map(
    ({ from, into }, at) => `(${quoteLiteral(from)}, ${quoteLiteral(into)}, ${at + 1})`,
  );
  const details = customersDefinition.columns
    .map(({ name }) => name)
    .filter((name) => name !== 'customer_id');
  const statements = [
    `create table treatment_merges as select * from (values ${rows.join(', ')}) as merges(from_id, into_id, place)`,
    ...(filled.has('customers')
      ? [...mergeRows('customers', details), moveRows('customers', 'account_id')]
      : []),
    ...(filled.has('customer_attributes') ? mergeRows('customer_attributes', attributes) : []),
    ...customerColumns
      .filter(([table]) => filled.has(table))
      .map(([table, column]) => moveRows(table, column)),
    ...(filled.has('referrals')
      ? [`delete from ${treatedName('referrals')} where from_customer_id = to_customer_id`]
      : []),
  ];
  const holder = treatedName(filled.has('customers') ? 'customers' : 'orders');
  const present =
    filled.has('customers') || filled.has('orders')
      ? `select from_id as id from treatment_merges where from_id in (select customer_id from ${holder})`
      : 'select from_id as id from treatment_merges where false';
  return {
    treatments: treatments.filter(({ kind }) => kind === 'merge-customers'),
    statements,
    concernedSql: `select count(*)::double as n from (${present})`,
    presentSql: present,
    countAfter: 1,
    unit: 'customers',
  };
};
