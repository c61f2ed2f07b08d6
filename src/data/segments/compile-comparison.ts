import type { AppError } from '../../core/app-error.ts';
import { isDay, type Day } from '../../core/day.ts';
import { fieldWords } from '../../core/describe-predicate.ts';
import type { Comparison, ComparisonOperator } from '../../core/predicate.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { quoteIdentifier } from '../sql/quote-identifier.ts';
import { quoteLiteral, type SqlValue } from '../sql/quote-literal.ts';
import { columnKind, type ColumnKind, type ProfileColumn } from './profile-column.ts';

type Scalar = string | number | boolean;

const anyKind: readonly ColumnKind[] = ['number', 'text', 'day', 'boolean'];
const ordered: readonly ColumnKind[] = ['number', 'day'];

const kindsOf: Readonly<Record<ComparisonOperator, readonly ColumnKind[]>> = {
  is: anyKind,
  'is-not': anyKind,
  in: anyKind,
  'not-in': anyKind,
  contains: ['text'],
  'at-least': ordered,
  'at-most': ordered,
  'more-than': ordered,
  'less-than': ordered,
  between: ordered,
  'within-days': ['day'],
  'before-days': ['day'],
  'is-known': anyKind,
  'is-missing': anyKind,
};

const kindWords: Readonly<Record<ColumnKind | 'whole', string>> = {
  number: 'a number',
  whole: 'a whole number of days',
  text: 'text',
  day: 'a day (YYYY-MM-DD)',
  boolean: 'yes or no',
};

const invalid = (reason: string): Result<never> =>
  err({ kind: 'segment-invalid', reason } satisfies AppError);

const readers: Readonly<Record<ColumnKind | 'whole', (value: Scalar) => SqlValue | undefined>> = {
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  whole: (value) => (Number.isInteger(value) ? (value as number) : undefined),
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  day: (value) => (typeof value === 'string' && isDay(value) ? { day: value } : undefined),
  text: (value) => (typeof value === 'string' ? value : undefined),
};

/** The SQL of an operator from the column, its values and as-of, all written as SQL. May be null for a missing value. */
type WriteCondition = (column: string, values: readonly string[], asOf: string) => string;

const symbol =
  (operator: string): WriteCondition =>
  (column, [value = 'null']) =>
    `${column} ${operator} ${value}`;

/** How many values each operator takes (`any`: a list), and its SQL. */
const operators: Readonly<Record<ComparisonOperator, readonly [0 | 1 | 2 | 'any', WriteCondition]>> = {
  is: [1, symbol('=')],
  'is-not': [1, symbol('is distinct from')],
  in: ['any', (column, values) => (values.length === 0 ? 'false' : `${column} in (${values.join(', ')})`)],
  'not-in': [
    'any',
    (column, values) =>
      values.length === 0 ? 'true' : `${column} is null or ${column} not in (${values.join(', ')})`,
  ],
  contains: [1, (column, [value = "''"]) => `contains(lower(${column}), lower(${value}))`],
  'at-least': [1, symbol('>=')],
  'at-most': [1, symbol('<=')],
  'more-than': [1, symbol('>')],
  'less-than': [1, symbol('<')],
  between: [2, (column, [low = 'null', high = 'null']) => `${column} between ${low} and ${high}`],
  'within-days': [1, (column, [days = '0'], asOf) => `${column} between ${asOf} - ${days} and ${asOf}`],
  'before-days': [1, (column, [days = '0'], asOf) => `${column} < ${asOf} - ${days}`],
  'is-known': [0, (column) => `${column} is not null`],
  'is-missing': [0, (column) => `${column} is null`],
};

const readValues = ({ field, operator, value }: Comparison, kind: ColumnKind): Result<readonly string[]> => {
  const given = value === undefined ? [] : typeof value === 'object' ? value : [value];
  const [arity] = operators[operator];
  if (arity === 0) return ok([]);
  if (arity !== 'any' && given.length !== arity)
    return invalid(
      `“${fieldWords(field)}” needs ${arity === 1 ? 'one value' : 'two values'} to compare with.`,
    );
  const wanted = operator === 'within-days' || operator === 'before-days' ? 'whole' : kind;
  const values = given.map(readers[wanted]);
  return values.includes(undefined)
    ? invalid(`“${fieldWords(field)}” is compared with ${kindWords[wanted]}.`)
    : ok(values.map((read) => quoteLiteral(read ?? null)));
};

/** The column as it is compared: days without their time, empty text as missing. */
const targetOf = (field: string, kind: ColumnKind): string => {
  const quoted = quoteIdentifier(field);
  if (kind === 'day') return `${quoted}::DATE`;
  return kind === 'text' ? `nullif(${quoted}::VARCHAR, '')` : quoted;
};

/**
 * The SQL condition of one comparison, true or false for every row and never null: a missing value satisfies only
 * `is-missing`, `is-not` and `not-in`, so that each operator and its opposite part the customers. Text compares
 * exactly, `contains` without regard to case. `within-days` n: from n days before as-of to as-of.
 */
export const compileComparison = (
  comparison: Comparison,
  columns: readonly ProfileColumn[],
  asOf: Day,
): Result<string> => {
  const { field, operator } = comparison;
  const name = fieldWords(field);
  const column = columns.find((candidate) => candidate.name === field);
  if (!column) return invalid(`The data have no column “${name}”.`);
  const kind = columnKind(column);
  if (!kindsOf[operator].includes(kind))
    return invalid(`“${name}” holds ${kindWords[kind]}, so “${operator}” can't be asked of it.`);
  const values = readValues(comparison, kind);
  if (!values.ok) return values;
  const [, write] = operators[operator];
  const condition = write(targetOf(field, kind), values.value, quoteLiteral({ day: asOf }));
  const isTrue = `coalesce(${condition}, false)`;
  return ok(
    column.table === undefined
      ? isTrue
      : `customer_id in (select customer_id from ${quoteIdentifier(column.table)} where ${isTrue})`,
  );
};
