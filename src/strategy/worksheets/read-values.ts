import { isDay } from '../../core/day.ts';
import type { CellValue } from '../records/worksheet.ts';
import type { Field, Fields, ValuesOf } from './field.ts';

const isOnScale = (value: unknown, { low, high }: { readonly low: number; readonly high: number }): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;

const scoresOf = (
  value: unknown,
  field: { readonly low: number; readonly high: number },
): Record<string, number> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, score]) => isOnScale(score, field)))
    : {};

const isAmount = (value: unknown, { min = -Infinity, max = Infinity }): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max;

const textOr = <T>(value: unknown, otherwise: T): string | T =>
  typeof value === 'string' ? value : otherwise;

/** How each kind of field reads a value of any origin; what it can't take becomes its empty value. */
const readers: {
  readonly [K in Field['kind']]: (field: Extract<Field, { kind: K }>, value: unknown) => CellValue;
} = {
  text: (_, value) => textOr(value, ''),
  choice: (field, value) => field.options.find((option) => option.value === value)?.value ?? null,
  score: (field, value) => (isOnScale(value, field) ? (value as number) : null),
  assessed: (field, value) => scoresOf(value, field),
  amount: (field, value) => (isAmount(value, field) ? value : null),
  day: (_, value) => (typeof value === 'string' && isDay(value) ? value : null),
  flag: (_, value) => value === true,
  segment: (_, value) => textOr(value, null),
  enabler: (_, value) => textOr(value, null),
  row: (_, value) => textOr(value, null),
};

/** The value that a field holds when it is given something of any origin: that, or its empty value when it can't hold it. */
export const readValue = (field: Field, value: unknown): CellValue => {
  const read = readers[field.kind] as (field: Field, value: unknown) => CellValue;
  return read(field, value);
};

/** A row's values from anything: every field of the worksheet has one, other keys are dropped. Reading twice is as once. */
export const readValues = <F extends Fields>(
  fields: F,
  given: Readonly<Record<string, unknown>>,
): ValuesOf<F> =>
  // Each value was read by its own field's reader, which is what the type says.
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key,
      readValue(field, Object.hasOwn(given, key) ? given[key] : undefined),
    ]),
  ) as ValuesOf<F>;
