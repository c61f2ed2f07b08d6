import { ok, type Result } from '../../../core/result.ts';
import type { SqlType } from '../../tables/table.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { booleanSql, readsAsBoolean } from '../values/boolean-words.ts';
import { isNullWord } from '../values/null-words.ts';
import { isoDateSql, regularNumberSql } from '../values/regular-values.ts';
import { shapeSql } from '../values/text-sql.ts';
import { inBatches } from './attribute-batches.ts';
import type { AttributeSource, TypedFile } from './typed-file.ts';

/** An attribute of one file, typed. */
export interface TypedAttribute {
  readonly file: TypedFile;
  readonly attribute: AttributeSource;
  readonly type: SqlType;
  readonly sql: string;
  readonly issues: readonly ImportIssue[];
}

/** Shapes of a column that are looked at; numbers, dates and lists of words have fewer. */
const mostShapes = 400;

const isEdged = (shape: string): boolean => /^[\s\u200B\uFEFF]|[\s\u200B\uFEFF]$/.test(shape);
const isWord = (shape: string): boolean => /\p{L}/u.test(shape) && !/\d/.test(shape);
const isDay = (shape: string): boolean => shape === '9999-99-99';

/** A number without a leading zero, which codes have, and not of eight digits, which may be a day. */
const isPlainNumber = (shape: string, mark: string): boolean => {
  const [whole = '', decimals, ...more] = shape.replace(/^-/, '').split(mark);
  const isWhole = /^9{1,14}$/.test(whole) && more.length === 0;
  return isWhole && (decimals === undefined ? shape.length !== 8 : /^9{1,4}$/.test(decimals));
};

const needsCloserLook = (shape: string): boolean => isEdged(shape) || isNullWord(shape);
const isYesOrNo = (shape: string): boolean => isWord(shape) && readsAsBoolean(shape);
const isPlainWord = (shape: string): boolean => isWord(shape) && !readsAsBoolean(shape);
const isDigits = (shape: string): boolean => /^9+$/.test(shape) && shape.length !== 8;

/** What the shapes of an attribute's values make it for sure; undefined: it needs a closer look. */
const typeOfShapes = (shapes: readonly string[], mark: string, areCodes: boolean): SqlType | undefined => {
  if (shapes.length >= mostShapes || shapes.some(needsCloserLook)) return undefined;
  if (shapes.length === 0 || shapes.some(isPlainWord)) return 'VARCHAR';
  if (shapes.every(isYesOrNo)) return 'BOOLEAN';
  if (shapes.every(isDay)) return 'DATE';
  if (areCodes) return shapes.every(isDigits) ? 'VARCHAR' : undefined;
  return shapes.every((shape) => isPlainNumber(shape, mark)) ? 'DOUBLE' : undefined;
};

/** The table is read once for all attributes: naming it for each would cost more than reading it, as it may be a wide view. */
const shapesSql = (table: string, attributes: readonly AttributeSource[]): string => {
  const names = attributes.map(({ name }) => name).join(', ');
  return `with said as (
       select attribute, value from (unpivot (select ${names} from ${table}) on ${names} into name attribute value value)
       where value <> '' group by all)
     select attribute, ${shapeSql('value')} as shape, min(value) as least, max(value) as most,
       bool_or(regexp_matches(left(value, 3), '^-?0[0-9]')) as is_code,
       count(*) - count(try_cast(value as date)) as no_days
     from said group by 1, 2 qualify row_number() over (partition by attribute) <= ${mostShapes}`;
};

/** What is known of the values of one attribute. */
interface Seen {
  readonly shapes: string[];
  areCodes: boolean;
  areDays: boolean;
}

const readingOf = (file: TypedFile, attribute: AttributeSource, seen: Seen): TypedAttribute | undefined => {
  const { decimalMark, decimalMarkIsAGuess } = file.plan.dialect;
  const text = `nullif(${attribute.name}, '')`;
  const type = typeOfShapes(seen.shapes, decimalMark, seen.areCodes);
  const typed = { file, attribute, issues: [] };
  switch (type) {
    case 'VARCHAR':
      return { ...typed, type, sql: text };
    case 'BOOLEAN':
      return { ...typed, type, sql: booleanSql(text) };
    case 'DATE':
      return seen.areDays ? { ...typed, type, sql: isoDateSql(text, type, false) } : undefined;
    case 'DOUBLE':
      return decimalMarkIsAGuess === true
        ? undefined
        : { ...typed, type, sql: regularNumberSql(text, type, decimalMark) };
    default:
      return undefined;
  }
};

/**
 * The quick way for attributes that are written plainly: words, yes and no, numbers as the file writes them, days of ISO
 * 8601. Many are looked at in one query; those that need a closer look are not among the result.
 */
export const probeAttributes = async (
  database: ImportDatabase,
  file: TypedFile,
  attributes: readonly AttributeSource[],
): Promise<Result<ReadonlyMap<AttributeSource, TypedAttribute>>> => {
  const known = new Map<AttributeSource, TypedAttribute>();
  for (const batch of inBatches(attributes)) {
    const found = await database.rows(shapesSql(file.table, batch));
    if (!found.ok) return found;
    const seen = new Map(
      batch.map(({ name }) => [name, { shapes: [], areCodes: false, areDays: true } as Seen]),
    );
    for (const row of found.value) {
      const one = seen.get(String(row['attribute']));
      if (one === undefined) continue;
      one.shapes.push(String(row['shape']));
      one.areCodes ||= row['is_code'] === true;
      const isInRange = String(row['least']) >= '1900' && String(row['most']) < '2200';
      one.areDays &&= isInRange && Number(row['no_days']) === 0;
    }
    for (const attribute of batch) {
      const one = seen.get(attribute.name);
      const reading = one && readingOf(file, attribute, one);
      if (reading !== undefined) known.set(attribute, reading);
    }
  }
  return ok(known);
};
