import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { SqlType } from '../../tables/table.ts';
import { accountMarkOf } from '../values/account-marks.ts';
import { booleanSql } from '../values/boolean-words.ts';
import { dateFormatOf } from '../values/date-shape.ts';
import { dateSql } from '../values/date-sql.ts';
import { powerOf } from '../values/magnitudes.ts';
import { isNumberText } from '../values/number-grammar.ts';
import { numberSql } from '../values/number-sql.ts';
import { textSql } from '../values/text-sql.ts';
import { inBatches } from './attribute-batches.ts';
import { nullWordIssue } from './column-reading.ts';
import { probeAttributes, type TypedAttribute } from './probe-attributes.ts';
import { readDateOrder } from './read-dates.ts';
import { readFacts, readShapes } from './read-facts.ts';
import type { AttributeSource, TypedFile } from './typed-file.ts';

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
  const isSerial = every((shape) => /^[-+]?\d+([.,]\d+)?$/.test(shape) && !/^\d{8}$/.test(shape));
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

/** Finds the type of an attribute by looking closely at all its values. */
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

/** Attributes from which on their columns are copied before a closer look: a wide view costs more to name than to read. */
const manyAttributes = 20;

/** The types of a file's attributes, by all their values: at once those that are written plainly, the others one by one. */
export const typeAttributes = async (
  database: ImportDatabase,
  file: TypedFile,
  attributes: readonly AttributeSource[],
): Promise<Result<ReadonlyMap<AttributeSource, TypedAttribute>>> => {
  const probed = await probeAttributes(database, file, attributes);
  if (!probed.ok) return probed;
  const known = new Map(probed.value);
  const table = attributes.length < manyAttributes ? file.table : 'import_attributes';
  for (const batch of inBatches(attributes.filter((attribute) => !known.has(attribute)))) {
    if (table !== file.table) {
      const names = batch.map(({ name }) => name).join(', ');
      const copied = await database.exec(
        `create or replace table ${table} as select ${names} from ${file.table}`,
      );
      if (!copied.ok) return copied;
    }
    for (const attribute of batch) {
      const typed = await typeAttribute(database, { ...file, table }, attribute);
      if (!typed.ok) return typed;
      known.set(attribute, { ...typed.value, file });
    }
  }
  const dropped = await database.exec('drop table if exists import_attributes');
  return dropped.ok ? ok(known) : dropped;
};
