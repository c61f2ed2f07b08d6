import { getContext, setContext } from 'svelte';
import { createFormats, type Formats } from '../../core/format/formats.ts';

const key = Symbol('formats');
const plain = createFormats('en-GB', '');

/** Gives all charts below this component their number and day formats. `read` is asked at each use, so it may be reactive. */
export const setFormats = (read: () => Formats): void => {
  setContext(key, read);
};

/** The formats in force; British English without a currency sign where nobody set any. Follows changes. */
export const getFormats = (): Formats => {
  const read = getContext<(() => Formats) | undefined>(key) ?? (() => plain);
  return {
    get locale() {
      return read().locale;
    },
    get currency() {
      return read().currency;
    },
    value: (value, unit) => read().value(value, unit),
    compact: (value, unit) => read().compact(value, unit),
    day: (day) => read().day(day),
    month: (day) => read().month(day),
  };
};
