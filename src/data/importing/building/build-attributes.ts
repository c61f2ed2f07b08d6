import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { SqlType } from '../../tables/table.ts';
import { accountMarkOf } from '../values/account-marks.ts';
import { dateFormatOf } from '../values/date-shape.ts';
import { booleanSql } from '../values/boolean-words.ts';
import { dateSql } from '../values/date-sql.ts';
import { powerOf } from '../values/magnitudes.ts';
import { isNumberText } from '../values/number-grammar.ts';
import { numberSql } from '../values/number-sql.ts';
import { textSql } from '../values/text-sql.ts';
import { nullWordIssue } from './column-reading.ts';
import { readDateOrder } from './read-dates.ts';
import { readFacts, readShapes } from './read-facts.ts';
import type { AttributeSource, TypedFile } from './typed-file.ts';

/** An attribute of one file, typed. */
interface TypedAttribute {
  readonly file: TypedFile;
  readonly attribute: AttributeSource;
  readonly type: SqlType;
  readonly sql: string;
  readonly issues: readonly ImportIssue[];
}

/** The largest share of customers with several rows that may contradict themselves. */
const mostContradictions = 0.02;

/** Columns that are looked at in one query: more would make its plan too deep for the engine. */
const columnsAtOnce = 40;

const inBatches = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / columnsAtOnce) }, (_, index) =>
    items.slice(index * columnsAtOnce, (index + 1) * columnsAtOnce),
  );

/** The attributes of a file that are the same in (nearly) all rows of a customer. */
const findConstant = async (
  database: ImportDatabase,
  { table, attributes }: TypedFile,
): Promise<Result<ReadonlySet<AttributeSource>>> => {
  const constant = new Set<AttributeSource>();
  for (const batch of inBatches(attributes)) {
    const differs = batch.map(
      ({ name }, index) => `coalesce(min(${name}) <> max(${name}), false) as d${index}`,
    );
    const shares = batch.map((_, index) => `coalesce(avg(d${index}::integer), 0)::double as s${index}`);
    const counted = await database.rows(
      `select ${shares.join(', ')} from (select ${differs.join(', ')} from ${table}
       where customer_key is not null group by customer_key having count(*) > 1)`,
    );
    if (!counted.ok) return counted;
    const row = counted.value[0] ?? {};
    batch.forEach((attribute, index) => {
      if (Number(row[`s${index}`] ?? 0) <= mostContradictions) constant.add(attribute);
    });
  }
  return ok(constant);
};

/**
 * Readings that the shapes of an attribute's values allow, the narrowest first; the first that reads every value is its
 * type. None: it is text.
 */
const readingsOf = async (
  database: ImportDatabase,
  file: TypedFile,
  name: string,
  text: string,
): Promise<Result<readonly (readonly [type: SqlType, sql: string])[]>> => {
  const written = await readShapes(database, file.table, name, text);
  if (!written.ok) return written;
  const { shapes, isComplete } = written.value;
  const { decimalMark, dateOrder } = file.plan.dialect;
  const column = { name, table: file.table, staged: name, text, shapes, isComplete };
  const order = await readDateOrder(database, column, dateOrder);
  if (!order.ok) return order;
  // Digits with a leading zero are codes, such as postal codes.
  const number = `(case when regexp_matches(${text}, '^[-+]?0\\d') then null else ${numberSql(text, 'DOUBLE', shapes, decimalMark, isComplete)} end)`;
  const every = (isOne: (shape: string) => boolean): boolean => shapes.every(({ text }) => isOne(text));
  const isSerial = every((shape) => /^[-+]?\d+([.,]\d+)?$/.test(shape) && shape.length !== 8);
  const isDate = !isSerial && every((shape) => dateFormatOf(shape, dateOrder)?.isCoarse === false);
  // Letters after a number are magnitudes only where the whole column has them: “12 b” may be a house.
  const isBare = every((shape) => powerOf(shape) === 0) || every((shape) => powerOf(shape) > 0);
  const isUnmarked = every((shape) => accountMarkOf(shape) === undefined);
  const isNumber =
    isBare && isUnmarked && every((shape) => isNumberText(shape, '.') || isNumberText(shape, ','));
  const isWord = every((shape) => /^[\p{L}_ ]+$|^9$/u.test(shape));
  return ok([
    ...(isDate ? [['DATE', dateSql(text, 'DATE', shapes, order.value.reading, isComplete)] as const] : []),
    ...(isNumber ? [['DOUBLE', number] as const] : []),
    ...(isWord ? [['BOOLEAN', booleanSql(text)] as const] : []),
  ]);
};

/** Words for "no value" in an attribute, with the rows that have them. */
const nullWordIssues = async (
  database: ImportDatabase,
  { table }: TypedFile,
  { name, column }: AttributeSource,
  text: string,
  words: readonly string[],
): Promise<Result<readonly ImportIssue[]>> => {
  if (words.every((word) => word === '')) return ok([]);
  const counted = await database.rows(
    `select (count(*) filter (${text} is null and trim(${name}) <> ''))::integer as n from ${table}`,
  );
  return counted.ok ? ok(nullWordIssue(column, words, Number(counted.value[0]?.['n'] ?? 0))) : counted;
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
  const said = await nullWordIssues(database, file, attribute, text, facts.value.nullWords);
  if (!said.ok) return said;
  const issues = said.value;
  if (readings.value.length === 0) return ok({ file, attribute, type: 'VARCHAR', sql: text, issues });
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
  return ok({ file, attribute, type, sql, issues });
};

const rankOf = ({ targets }: TypedFile): string =>
  targets.has('orders.ordered_at') ? 'orders__ordered_at' : 'row_no';

/** The attributes of one file, customer by customer: the latest values. */
const attributeRows = (attributes: readonly TypedAttribute[]): string => {
  const file = attributes[0]?.file;
  if (file === undefined) return '';
  const values = attributes.map(
    ({ attribute, sql, type }) => `arg_max(${sql}, ${rankOf(file)})::${type} as ${attribute.name}`,
  );
  return `select customer_key as customer_id, ${values.join(', ')}
    from ${file.table} where customer_key is not null group by 1`;
};

/** Type of each attribute by name: those of several files become one column, text when their types differ. */
const typesByName = (attributes: readonly TypedAttribute[]): ReadonlyMap<string, SqlType> => {
  const types = new Map<string, SqlType>();
  for (const { attribute, type } of attributes) {
    const known = types.get(attribute.name);
    types.set(attribute.name, known === undefined || known === type ? type : 'VARCHAR');
  }
  return types;
};

const tableSql = (files: readonly (readonly TypedAttribute[])[]): string => {
  const parts = files.filter((attributes) => attributes.length > 0);
  if (parts.length === 0) return 'create or replace table next_customer_attributes (customer_id varchar)';
  const columns = [...typesByName(parts.flat())].map(
    ([name, type]) => `any_value(${name})::${type} as ${name}`,
  );
  return `create or replace table next_customer_attributes as
    select customer_id, ${columns.join(', ')}
    from (${parts.map(attributeRows).join('\nunion all by name\n')})
    group by customer_id`;
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
): Promise<Result<BuiltAttributes>> => {
  const typedFiles: (readonly TypedAttribute[])[] = [];
  const issues: ImportIssue[] = [];
  for (const file of files) {
    const constant = await findConstant(database, file);
    if (!constant.ok) return constant;
    const attributes: TypedAttribute[] = [];
    for (const attribute of file.attributes) {
      if (!constant.value.has(attribute)) {
        const message = `“${attribute.column}” differs between rows of the same customer: it was not loaded as an attribute`;
        issues.push({ severity: 'warning', code: 'attribute-not-constant', message });
        continue;
      }
      const typed = await typeAttribute(database, file, attribute);
      if (!typed.ok) return typed;
      attributes.push(typed.value);
      issues.push(...typed.value.issues);
    }
    typedFiles.push(attributes);
  }
  return ok({ statement: tableSql(typedFiles), issues });
};
