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

/** Months, weeks and quarters are dates when (nearly) the whole column is made of them; one by one they may be titles. */
const ofText = (values: readonly string[]): ValueKind =>
  values.filter((value) => isPeriodText(value.trim())).length >= needed * values.length ? 'date' : 'text';

/** What a column's values look like: one kind for at least 97 % of them, numbers and dates taken together; else text. */
export const kindOfColumn = (values: readonly string[]): ValueKind => {
  const counts = new Map<ValueKind, number>();
  for (const value of values) {
    const kind = kindOfValue(value);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  if (counts.size === 0) return 'empty';
  const enough = values.length * needed;
  const common = [...counts].find(([, count]) => count >= enough)?.[0];
  if (common !== undefined) return common === 'text' ? ofText(values) : common;
  const pair = [...counts].filter(([, count]) => count > values.length - enough).map(([kind]) => kind);
  const joint = wider[pair.sort().join('+')];
  const covered = pair.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  return joint !== undefined && covered >= enough ? joint : 'text';
};
