import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../support/engine.ts';
import { readColumn } from '../../../support/read-column.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

const settings = { numRuns: 30, seed: 11 } as const;

/** A way of writing numbers that is the same for a whole column. */
interface NumberStyle {
  readonly mark: '.' | ',';
  readonly group: string;
  readonly isIndian: boolean;
  readonly decimals: number;
  readonly before: string;
  readonly after: string;
  readonly sign: 'before' | 'after' | 'parentheses' | 'minus';
}

const styles: fc.Arbitrary<NumberStyle> = fc
  .record({
    mark: fc.constantFrom('.', ','),
    group: fc.constantFrom('', '.', ',', "'", '’', ' ', '\u00a0', '\u202f'),
    isIndian: fc.boolean(),
    decimals: fc.integer({ min: 0, max: 4 }),
    before: fc.constantFrom('', '', '€ ', '$', 'CHF ', 'R$ ', 'EUR\u00a0', 'kr. '),
    after: fc.constantFrom('', '', ' €', ' EUR', ' kr', '€', ' zł'),
    sign: fc.constantFrom('before', 'after', 'parentheses', 'minus'),
  })
  .filter(({ mark, group, isIndian, before, after }) => {
    const isPossible = group !== mark && (before === '' || after === '');
    return isPossible && (!isIndian || (group === ',' && mark === '.'));
  }) as fc.Arbitrary<NumberStyle>;

const groupDigits = (whole: string, { group, isIndian }: NumberStyle): string => {
  if (group === '') return whole;
  const pattern = isIndian ? /(\d)(?=(?:\d\d)*\d{3}$)/g : /(\d)(?=(?:\d{3})+$)/g;
  return whole.replaceAll(pattern, `$1${group}`);
};

const write = (tenThousandths: number, style: NumberStyle): string => {
  const [whole = '', fraction = ''] = (Math.abs(tenThousandths) / 10_000).toFixed(style.decimals).split('.');
  const digits = groupDigits(whole, style) + (fraction === '' ? '' : style.mark + fraction);
  const text = style.before + digits + style.after;
  if (tenThousandths >= 0) return text;
  const signed = { before: `-${text}`, minus: `\u2212${text}`, parentheses: `(${text})` };
  return style.sign === 'after' ? `${style.before}${digits}-${style.after}` : signed[style.sign];
};

/** The value that is written with so many decimals. */
const written = (tenThousandths: number, { decimals }: NumberStyle): number => {
  const value = Number((Math.abs(tenThousandths) / 10_000).toFixed(decimals));
  return tenThousandths < 0 && value !== 0 ? -value : value;
};

/** Zero has no sign. */
const withoutSign = (value: unknown): unknown => (value === 0 ? 0 : value);

const monthNames = [
  'January|February|March|April|May|June|July|August|September|October|November|December',
  'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec',
  'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
  'Jan.|Feb.|Mrz.|Apr.|Mai|Jun.|Jul.|Aug.|Sept.|Okt.|Nov.|Dez.',
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  'janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic',
  'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro',
  'jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez',
  'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
  'gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic',
].map((names) => names.split('|'));

type Parts = readonly [year: string, month: string, day: string, monthIndex: number];
type DateWriter = (parts: Parts, names: readonly string[]) => string;

const dates: readonly (readonly [order: 'dmy' | 'mdy' | 'ymd', write: DateWriter])[] = [
  ['ymd', ([y, m, d]) => `${y}-${m}-${d}`],
  ['ymd', ([y, m, d]) => `${y}/${m}/${d}`],
  ['ymd', ([y, m, d]) => `${y}${m}${d}`],
  ['dmy', ([y, m, d]) => `${d}.${m}.${y}`],
  ['dmy', ([y, m, d]) => `${Number(d)}. ${Number(m)}. ${y}`],
  ['mdy', ([y, m, d]) => `${Number(m)}/${Number(d)}/${y}`],
  ['dmy', ([y, m, d]) => `${d}-${m}-${y.slice(2)}`],
  ['mdy', ([y, m, d]) => `${m}/${d}/${y.slice(2)}`],
  ['dmy', ([y, , d, m], names) => `${d}-${names[m]}-${y}`],
  ['dmy', ([y, , d, m], names) => `${Number(d)}. ${names[m]} ${y}`],
  ['dmy', ([y, , d, m], names) => `${Number(d)} de ${names[m]} de ${y}`],
  ['dmy', ([y, , d, m], names) => `${names[m]?.toUpperCase()} ${d}, ${y}`],
  ['ymd', ([y, , d, m], names) => `${y} ${names[m]} ${d}`],
];

const two = (value: number): string => String(value).padStart(2, '0');
const clocks: readonly ((hour: number, minute: number, second: number) => string)[] = [
  (h, m, s) => `T${two(h)}:${two(m)}:${two(s)}Z`,
  (h, m, s) => ` ${two(h)}:${two(m)}:${two(s)}`,
  (h, m, s) => ` ${two(h)}:${two(m)}:${two(s)}.123 +0530`,
  (h, m, s) => ` ${h % 12 === 0 ? 12 : h % 12}:${two(m)}:${two(s)} ${h < 12 ? 'AM' : 'PM'}`,
  (h, m, s) => `, ${h % 12 === 0 ? 12 : h % 12}:${two(m)}:${two(s)} ${h < 12 ? 'a.m.' : 'p.m.'} UTC`,
];

const moments = fc.array(fc.integer({ min: 0, max: 3_124_223_999 }), { minLength: 1, maxLength: 20 });

describe('what is written is read', () => {
  it('numbers in every style', async () => {
    const numbers = fc.array(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(styles, numbers, async (style, values) => {
        const cells = values.map((value) => write(value, style));
        const read = await readColumn(engine, 'orders.sales', cells, { decimalMark: style.mark });
        expect(read.values.map(withoutSign), cells.join(' ¦ ')).toEqual(
          values.map((value) => written(value, style)),
        );
        const asDouble = await readColumn(engine, 'lines.quantity', cells, { decimalMark: style.mark });
        expect(asDouble.values.map(withoutSign)).toEqual(values.map((value) => written(value, style)));
      }),
      settings,
    );
  });

  it('days in every style', async () => {
    const styled = fc.tuple(fc.constantFrom(...dates), fc.constantFrom(...monthNames));
    await fc.assert(
      fc.asyncProperty(styled, moments, async ([[order, writeDate], names], seconds) => {
        const days = seconds.map((second) => new Date(second * 1000).toISOString().slice(0, 10));
        const cells = days.map((day) => {
          const [year = '', month = '', date = ''] = day.split('-');
          return writeDate([year, month, date, Number(month) - 1], names);
        });
        const read = await readColumn(engine, 'customers.first_seen', cells, { dateOrder: order });
        expect(read.values, cells.join(' ¦ ')).toEqual(days);
      }),
      { ...settings, numRuns: 50 },
    );
  });

  it('moments in every style', async () => {
    const styled = fc.tuple(
      fc.constantFrom(...dates),
      fc.constantFrom(...monthNames),
      fc.constantFrom(...clocks),
    );
    await fc.assert(
      fc.asyncProperty(styled, moments, async ([[order, writeDate], names, clock], seconds) => {
        const times = seconds.map((second) => new Date(second * 1000).toISOString().slice(0, 19));
        const cells = times.map((time) => {
          const [year = '', month = '', date = ''] = time.slice(0, 10).split('-');
          const [hour = 0, minute = 0, second = 0] = time.slice(11).split(':').map(Number);
          return writeDate([year, month, date, Number(month) - 1], names) + clock(hour, minute, second);
        });
        const read = await readColumn(engine, 'orders.ordered_at', cells, { dateOrder: order });
        expect(read.values, cells.join(' ¦ ')).toEqual(times);
      }),
      { ...settings, numRuns: 50 },
    );
  });

  it('moments as numbers', async () => {
    const units = fc.constantFrom(
      (second: number) => String(second),
      (second: number) => `${second}000`,
      (second: number) => `${second}000000`,
      (second: number) => String(second / 86_400 + 25_569),
    );
    const later = fc.array(fc.integer({ min: 1_000_000_000, max: 3_124_223_999 }), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(units, later, async (unit, seconds) => {
        const read = await readColumn(engine, 'orders.ordered_at', seconds.map(unit));
        expect(read.values).toEqual(
          seconds.map((second) => new Date(second * 1000).toISOString().slice(0, 19)),
        );
      }),
      settings,
    );
  });
});

describe('nothing disappears', () => {
  const pieces = fc.constantFrom(
    ..."0123456789.,-()€$% /:'’eEkr TZ+".split(''),
    '2024',
    '12',
    'März',
    'mar',
    'CR',
    'yes',
    'n/a',
    'x',
  );
  const cell = fc.oneof(
    fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 12 }),
  );
  it.each(['orders.sales', 'lines.quantity', 'tickets.reopened', 'orders.ordered_at', 'customers.consent'])(
    '%s: a cell is read, empty or counted',
    async (target) => {
      await fc.assert(
        fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 40 }), async (cells) => {
          const read = await readColumn(engine, target, cells);
          const missing = read.values.filter((value) => value === null).length;
          const isTicked = read.issues.some(({ code }) => code === 'blank-is-no');
          expect(missing).toBe(isTicked ? 0 : read.empty + read.unreadable);
        }),
        settings,
      );
    },
  );
});
