import * as v from 'valibot';
import { isDay } from '../core/day.ts';
import type { Day } from '../core/day.ts';

/** A field of a result with its meaning, unit and null behaviour in words; the documentation of `run(id)`. */
export const described = <const Schema extends v.GenericSchema>(schema: Schema, meaning: string) =>
  v.pipe(schema, v.description(meaning));

/** A number that may be unknown (`null`), with its meaning. */
export const numberOrUnknown = (meaning: string) => described(v.nullable(v.number()), meaning);

/** A calendar day as ISO text, with its meaning. */
export const dayField = (meaning: string) => described(v.custom<Day>(isDayText, 'Expected a day'), meaning);

function isDayText(input: unknown): boolean {
  return typeof input === 'string' && isDay(input);
}
