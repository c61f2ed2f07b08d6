import { ok, type Result } from '../../../core/result.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { SqlType } from '../../tables/table.ts';
import { booleanSql, dateSql, numberSql, textSql } from '../values/value-sql.ts';
import { readFacts, readShapes } from './read-facts.ts';
import type { AttributeSource, TypedFile } from './typed-file.ts';

/** An attribute of one file, typed. */
interface TypedAttribute {
  readonly file: TypedFile;
  readonly attribute: AttributeSource;
  readonly type: SqlType;
  readonly sql: string;
}

/** The largest share of customers with several rows that may contradict themselves. */
const mostContradictions = 0.02;

const isConstant = async (
  database: ImportDatabase,
  { table }: TypedFile,
  { name }: AttributeSource,
): Promise<Result<boolean>> => {
  const counted = await database.rows(
    `select coalesce(avg((different > 1)::integer) filter (rows > 1), 0)::double as share from (
       select count(*) as rows, count(distinct ${name}) as different from ${table}
       where customer_key is not null group by customer_key)`,
  );
  return counted.ok ? ok(Number(counted.value[0]?.['share'] ?? 0) <= mostContradictions) : counted;
};

/** Readings of an attribute, the narrowest first; the first that reads every value is its type. */
const readingsOf = async (
  database: ImportDatabase,
  file: TypedFile,
  name: string,
  text: string,
): Promise<Result<readonly (readonly [type: SqlType, sql: string])[]>> => {
  const shapes = await readShapes(database, file.table, name, text);
  if (!shapes.ok) return shapes;
  const { decimalMark, dateOrder } = file.plan.dialect;
  // Digits with a leading zero are codes, such as postal codes.
  const number = `(case when regexp_matches(${text}, '^[-+]?0\\d') then null else ${numberSql(text, 'DOUBLE', shapes.value, decimalMark)} end)`;
  const isSerial = shapes.value.every(({ text }) => /^[-+]?\d+([.,]\d+)?$/.test(text) && text.length !== 8);
  return ok([
    ...(isSerial ? [] : [['DATE', dateSql(text, 'DATE', shapes.value, dateOrder)] as const]),
    ['DOUBLE', number],
    ['BOOLEAN', booleanSql(text)],
  ]);
};

const typeAttribute = async (
  database: ImportDatabase,
  file: TypedFile,
  attribute: AttributeSource,
): Promise<Result<TypedAttribute>> => {
  const facts = await readFacts(database, file.table, attribute.name, false);
  if (!facts.ok) return facts;
  const text = textSql(attribute.name, facts.value);
  const readings = await readingsOf(database, file, attribute.name, text);
  if (!readings.ok) return readings;
  const unread = readings.value.map(
    ([, sql], index) => `(count(*) filter (${text} is not null and ${sql} is null))::integer as r${index}`,
  );
  const counted = await database.rows(
    `select (count(${text}))::integer as known, ${unread.join(', ')} from ${file.table}`,
  );
  if (!counted.ok) return counted;
  const row = counted.value[0] ?? {};
  const fit =
    Number(row['known'] ?? 0) === 0
      ? -1
      : readings.value.findIndex((_, index) => Number(row[`r${index}`]) === 0);
  const [type, sql] = readings.value[fit] ?? (['VARCHAR', text] as const);
  return ok({ file, attribute, type, sql });
};

const rankOf = ({ targets }: TypedFile): string =>
  targets.has('orders.ordered_at') ? 'orders__ordered_at' : 'row_no';

/** One attribute of one file, customer by customer: the latest value. */
const attributeRows = (
  { file, attribute, sql, type }: TypedAttribute,
  isTranslated: boolean,
  name: string,
): string => {
  const key = isTranslated ? 'coalesce(import_references.customer_id, customer_key)' : 'customer_key';
  const join = isTranslated
    ? 'left join import_references on import_references.reference = customer_key'
    : '';
  return `select ${key} as customer_id, ${quoteLiteral(attribute.name)} as attribute,
    arg_max(${sql}, ${rankOf(file)})::${type} as ${name}
    from ${file.table} ${join} where customer_key is not null group by 1`;
};

/** The attributes by name: those of several files become one column, text when their types differ. */
const groupByName = (
  attributes: readonly TypedAttribute[],
): ReadonlyMap<string, readonly TypedAttribute[]> => {
  const groups = new Map<string, readonly TypedAttribute[]>();
  for (const attribute of attributes) {
    const { name } = attribute.attribute;
    groups.set(name, [...(groups.get(name) ?? []), attribute]);
  }
  return groups;
};

const tableSql = (attributes: readonly TypedAttribute[], isTranslated: boolean): string => {
  const groups = [...groupByName(attributes)];
  if (groups.length === 0) return 'create or replace table next_customer_attributes (customer_id varchar)';
  const parts = groups.flatMap(([name, same]) =>
    same.map((attribute) => attributeRows(attribute, isTranslated, name)),
  );
  const columns = groups.map(([name, same]) => {
    const types = new Set(same.map(({ type }) => type));
    return types.size === 1
      ? `any_value(${name})::${same[0]?.type ?? 'VARCHAR'} as ${name}`
      : `any_value(${name})::varchar as ${name}`;
  });
  return `create or replace table next_customer_attributes as
    select customer_id, ${columns.join(', ')} from (${parts.join('\nunion all by name\n')}) group by customer_id`;
};

/** The attribute table, and what was left out of it. */
export interface BuiltAttributes {
  readonly statement: string;
  readonly issues: readonly ImportIssue[];
}

/** SQL of `next_customer_attributes`: every attribute typed by all its values, numbers as numbers. Columns that contradict themselves are left out. */
export const buildAttributes = async (
  database: ImportDatabase,
  files: readonly TypedFile[],
  isTranslated: boolean,
): Promise<Result<BuiltAttributes>> => {
  const attributes: TypedAttribute[] = [];
  const issues: ImportIssue[] = [];
  for (const file of files) {
    for (const attribute of file.attributes) {
      const constant = await isConstant(database, file, attribute);
      if (!constant.ok) return constant;
      if (!constant.value) {
        const message = `“${attribute.column}” differs between rows of the same customer: it was not loaded as an attribute`;
        issues.push({ severity: 'warning', code: 'attribute-not-constant', message });
        continue;
      }
      const typed = await typeAttribute(database, file, attribute);
      if (!typed.ok) return typed;
      attributes.push(typed.value);
    }
  }
  return ok({ statement: tableSql(attributes, isTranslated), issues });
};
