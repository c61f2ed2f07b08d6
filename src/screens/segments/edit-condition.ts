import type { Day } from '../../core/day.ts';
import { addDays, isDay } from '../../core/day.ts';
import type { Comparison, ComparisonOperator, Purchased } from '../../core/predicate.ts';
import type { LoadedColumn } from '../../engine/contract.ts';
import { fieldKind, type FieldKind } from './field-kind.ts';
import { operatorChoices, operatorEntry, type OperatorEntry } from './operator-choices.ts';

/** A single value of a comparison. */
export type Scalar = string | number | boolean;

/** Values that make sense as a start, where the smallest value of the column would not. */
const starts: Readonly<Record<string, Pick<Comparison, 'operator' | 'value'>>> = {
  recency_days: { operator: 'more-than', value: 180 },
  tenure_days: { operator: 'at-least', value: 365 },
  orders: { operator: 'at-least', value: 2 },
  purchase_days: { operator: 'at-least', value: 2 },
  frequency: { operator: 'at-least', value: 2 },
  revenue: { operator: 'at-least', value: 100 },
  monetary: { operator: 'at-least', value: 100 },
  margin: { operator: 'less-than', value: 0 },
  average_order_value: { operator: 'at-least', value: 50 },
  discount_share: { operator: 'at-least', value: 0.5 },
  categories: { operator: 'at-least', value: 2 },
  tickets: { operator: 'at-least', value: 1 },
  open_tickets: { operator: 'at-least', value: 1 },
  complaints: { operator: 'at-least', value: 1 },
  referrals_made: { operator: 'at-least', value: 1 },
  survey_score: { operator: 'at-least', value: 4 },
  r: { operator: 'at-least', value: 4 },
  f: { operator: 'at-least', value: 4 },
  m: { operator: 'at-least', value: 4 },
  ladder_rung: { operator: 'at-least', value: 4 },
};

const defaultOperator: Readonly<Record<FieldKind, ComparisonOperator>> = {
  choice: 'in',
  text: 'contains',
  number: 'at-least',
  date: 'within-days',
  boolean: 'is',
};

const defaultScalar = (kind: FieldKind, column: LoadedColumn, asOf: Day): Scalar => {
  if (kind === 'boolean') return true;
  if (kind === 'number') return typeof column.min === 'number' ? column.min : 0;
  if (kind === 'date') return addDays(asOf, -90);
  return column.values?.[0]?.value ?? '';
};

/** The condition that choosing a field starts with: one that can be counted at once. */
export const startCondition = (column: LoadedColumn, asOf: Day): Comparison => {
  const start = starts[column.name];
  if (start) return { kind: 'compare', field: column.name, ...start };
  return withOperator(
    { kind: 'compare', field: column.name, operator: 'is' },
    column,
    defaultOperator[fieldKind(column)],
    asOf,
  );
};

const isOfKind = (kind: FieldKind, value: Scalar): boolean => {
  if (kind === 'number') return typeof value === 'number';
  if (kind === 'boolean') return typeof value === 'boolean';
  return typeof value === 'string' && (kind !== 'date' || isDay(value));
};

const scalarsOf = (value: Comparison['value']): readonly Scalar[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as Scalar];
};

const valueFor = (
  entry: OperatorEntry,
  kind: FieldKind,
  current: Comparison['value'],
  fallback: Scalar,
): Comparison['value'] => {
  if (entry === 'nothing') return undefined;
  if (entry === 'days') return typeof current === 'number' ? current : 90;
  const fitting = scalarsOf(current).filter((one) => isOfKind(kind, one));
  const first = fitting[0] ?? fallback;
  if (entry === 'one') return first;
  if (entry === 'two') return [first, fitting.at(-1) ?? first];
  return fitting.length > 0 ? [...fitting] : first === '' ? [] : [first];
};

/** The condition under another operator, with as much of its value kept as the new operator can use. */
export const withOperator = (
  condition: Comparison,
  column: LoadedColumn,
  operator: ComparisonOperator,
  asOf: Day,
): Comparison => {
  const kind = fieldKind(column);
  const entry = operatorEntry(kind, operator) ?? operatorChoices(kind)[0]?.entry ?? 'one';
  const fallback = entry === 'one' && operator === 'contains' ? '' : defaultScalar(kind, column, asOf);
  const value = valueFor(entry, kind, condition.value, fallback);
  const { kind: compare, field } = condition;
  return { kind: compare, field, operator, ...(value === undefined ? {} : { value }) };
};

/** Both ends of a `between`, in rising order when both are of one type. */
export const rangeOf = (value: Comparison['value']): readonly [Scalar | undefined, Scalar | undefined] => {
  const [low, high] = scalarsOf(value);
  return [low, high];
};

/** The values of an `is one of`, as texts. */
export const listOf = (value: Comparison['value']): readonly string[] => scalarsOf(value).map(String);

/** What choosing “bought …” starts with: anything, once, ever. */
export const startPurchased = (): Purchased => ({ kind: 'purchased', by: 'any', atLeast: 1 });
