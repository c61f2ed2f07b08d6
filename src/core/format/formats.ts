import type { Day } from '../day.ts';

/** How a number is to be read; shares are 0–1. */
export type FormatUnit = 'money' | 'count' | 'share' | 'days' | 'ratio' | 'points';

/** Writes numbers and days in one locale and currency. A missing value is written as an en dash. */
export interface Formats {
  readonly locale: string;
  readonly currency: string;
  /** Exact enough to quote: 1,234 · £1,234.50 · 12.3 % · 45 days. */
  readonly value: (value: number | null | undefined, unit: FormatUnit) => string;
  /** Short, for axes and labels: 12.4k · £1.2M. */
  readonly compact: (value: number | null | undefined, unit: FormatUnit) => string;
  /** 9 December 2011. */
  readonly day: (day: Day) => string;
  /** Dec 2011. */
  readonly month: (day: Day) => string;
}

const missing = '–';

const moneyFormat = (
  locale: string,
  currency: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat => {
  try {
    return new Intl.NumberFormat(locale, {
      ...options,
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    });
  } catch {
    // An invented or empty currency code: the figure without a sign is still right.
    return new Intl.NumberFormat(locale, options);
  }
};

/** A few of many are not none, and almost all are not all: "<0.1%", ">99.9%". */
const shareWords = (share: number, percent: Intl.NumberFormat): string => {
  const least = 0.0005;
  if (share > 0 && share < least) return `<${percent.format(0.001)}`;
  return share < 1 && share >= 1 - least ? `>${percent.format(0.999)}` : percent.format(share);
};

/** Formats for a locale (BCP 47) and a currency (ISO 4217; an unknown one is left out). */
export const createFormats = (locale: string, currency: string): Formats => {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const two = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const money = moneyFormat(locale, currency, { maximumFractionDigits: 0 });
  const cents = moneyFormat(locale, currency, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const shortMoney = moneyFormat(locale, currency, {
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  const date = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });

  /** Three figures say enough of a mean or a factor: 4.47, 16.8, 468. */
  const significant = (value: number): Intl.NumberFormat => {
    const size = Math.abs(value);
    if (size >= 99.95) return whole;
    return size >= 9.995 ? one : two;
  };
  const write = {
    money: (value: number) => (value !== 0 && Math.abs(value) < 1_000 ? cents : money).format(value),
    count: (value: number) => whole.format(value),
    share: (value: number) => shareWords(value, percent),
    days: (value: number) => `${one.format(value)} ${Math.abs(value) === 1 ? 'day' : 'days'}`,
    ratio: (value: number) => significant(value).format(value),
    points: (value: number) => one.format(value),
  } satisfies Record<FormatUnit, (value: number) => string>;
  const writeShort = {
    ...write,
    // Pence are never half written: a small amount has both or, from a hundred on, none.
    money: (value: number) => {
      const size = Math.abs(value);
      if (size < 100 && !Number.isInteger(value)) return cents.format(value);
      return (size < 1_000 ? money : shortMoney).format(value);
    },
    count: (value: number) => short.format(value),
    days: (value: number) => short.format(value),
    ratio: write.ratio,
  } satisfies Record<FormatUnit, (value: number) => string>;
  const isMissing = (value: number | null | undefined): value is null | undefined =>
    value === null || value === undefined || !Number.isFinite(value);

  return {
    locale,
    currency,
    value: (value, unit) => (isMissing(value) ? missing : write[unit](value)),
    compact: (value, unit) => (isMissing(value) ? missing : writeShort[unit](value)),
    day: (day) => date.format(Date.parse(day)),
    month: (day) => month.format(Date.parse(day)),
  };
};
