import type { ValueKind } from '../contract.ts';
import { isBooleanWord } from './boolean-words.ts';
import { dateFormatOf, isDateText, isPeriodText } from './date-shape.ts';
import { isNumberText } from './number-grammar.ts';

const email = /^[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}$/i;

/** Whether a text is one e-mail address. */
export const isEmail = (text: string): boolean => email.test(text);

/** What one non-empty value looks like. Zero-led digits such as postal codes are text: they aren't counted with. */
export const kindOfValue = (value: string): Exclude<ValueKind, 'empty'> => {
  const text = value.trim();
  if (/^[-+]?\d+$/.test(text)) {
    if (/^\d{8}$/.test(text) && isDateText(text)) return 'date';
    return /^[-+]?0\d/.test(text) ? 'text' : 'integer';
  }
  if (isNumberText(text, '.') || isNumberText(text, ',')) return 'number';
  if (isDateText(text)) return dateFormatOf(text, 'dmy')?.hasTime === true ? 'datetime' : 'date';
  if (isEmail(text)) return 'email';
  return isBooleanWord(text) ? 'boolean' : 'text';
};

const wider: Readonly<Record<string, ValueKind>> = {
  'integer+number': 'number',
  'date+datetime': 'datetime',
  'date+integer': 'integer',
};

/** The share of a column's values that have to be of a kind. */
const needed = 0.97;

/** So many different values tell what a column looks like; of more, as many are looked at, evenly spread. */
const enoughDifferent = 1500;

/** Different values with how often they occur. */
type Counted = readonly (readonly [value: string, count: number])[];

const countDifferent = (values: readonly string[]): Counted => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const different = [...counts];
  if (different.length <= enoughDifferent) return different;
  const step = different.length / enoughDifferent;
  return Array.from(
    { length: enoughDifferent },
    (_, at) => different[Math.floor(at * step)] as Counted[number],
  );
};

const totalOf = (counted: Counted): number => counted.reduce((sum, [, count]) => sum + count, 0);

/** Months, weeks and quarters are dates when (nearly) the whole column is made of them; one by one they may be titles. */
const ofText = (counted: Counted): ValueKind => {
  const periods = counted.filter(([value]) => isPeriodText(value.trim()));
  return totalOf(periods) >= needed * totalOf(counted) ? 'date' : 'text';
};

/** What a column's values look like: one kind for at least 97 % of them, numbers and dates taken together; else text. */
export const kindOfColumn = (values: readonly string[]): ValueKind => {
  const different = countDifferent(values);
  const total = totalOf(different);
  const counts = new Map<ValueKind, number>();
  for (const [value, count] of different) {
    const kind = kindOfValue(value);
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  if (counts.size === 0) return 'empty';
  const enough = total * needed;
  const common = [...counts].find(([, count]) => count >= enough)?.[0];
  if (common !== undefined) return common === 'text' ? ofText(different) : common;
  const pair = [...counts].filter(([, count]) => count > total - enough).map(([kind]) => kind);
  const joint = wider[pair.sort().join('+')];
  const covered = pair.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  return joint !== undefined && covered >= enough ? joint : 'text';
};
