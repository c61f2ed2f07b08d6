import { tableFromIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../src/data/importing/text/columns/day-bytes.ts';
import { doubleOf, moneyOf } from '../../../../src/data/importing/text/columns/number-bytes.ts';
import { isPlainText } from '../../../../src/data/importing/text/columns/plain-text.ts';
import { TextColumnsReader } from '../../../../src/data/importing/text/columns/read-text-columns.ts';
import { RowParser } from '../../../../src/data/importing/text/columns/row-parser.ts';
import {
  canReadColumns,
  type TextColumn,
  type TextFacts,
  type TextForm,
} from '../../../../src/data/importing/text/columns/text-form.ts';
import { isNullWord, nullSigns, nullWords } from '../../../../src/data/importing/values/null-words.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const text: TextColumn = { type: 'VARCHAR', isIdentifier: false };
const formOf = (columns: readonly TextColumn[], records: Partial<TextForm['records']> = {}): TextForm => ({
  records: { delimiter: ',', quote: '"', ...records },
  columns,
});

interface ReadRows {
  readonly rows: readonly (readonly unknown[])[];
  readonly facts: TextFacts;
}

/** Reads bytes that come in pieces which break off at these places; undefined when they are irregular. */
const read = (
  bytes: Uint8Array,
  form: TextForm,
  breaks: readonly number[] = [],
  most = 7,
): ReadRows | undefined => {
  const parser = new RowParser(form, most);
  const rows: (readonly unknown[])[] = [];
  const take = (): void => {
    const { stream, rows: count } = parser.take();
    const table = tableFromIPC(stream, { useDate: false });
    const columns = form.columns.map((_, index) => table.getChildAt(index).toArray() as ArrayLike<unknown>);
    for (let row = 0; row < count; row += 1) rows.push(columns.map((column) => column[row]));
  };
  const ends = [...breaks.filter((at) => at < bytes.length).sort((a, b) => a - b), bytes.length];
  let at = 0;
  for (const end of ends)
    for (;;) {
      const next = parser.read(bytes.subarray(0, end), at, end === bytes.length);
      if (next === undefined) return undefined;
      const hasMoved = next > at;
      at = next;
      if (parser.held > 0) take();
      if (!hasMoved || at >= end) break;
    }
  return { rows, facts: parser.facts };
};

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const written = (value: string, isQuoted: boolean): string =>
  isQuoted || /[",\n\r]/.test(value) ? quoted(value) : value;

const cell = fc.oneof(
  fc.constantFrom('', 'a', 'Ünder', 'two words', 'x,y', 'say "so"', '""', 'line\nbreak', '日本', 'n/a'),
  fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .filter((value) => !value.includes('\0') && !/\p{Surrogate}/u.test(value)),
);
const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 30,
  }),
);

describe('a regular text', () => {
  it('gives the same values however it is written, and wherever its bytes break off', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.array(fc.nat(400), { maxLength: 6 }),
        (table, end, isEnded, breaks) => {
          // The last line of one empty value is none.
          const rows = table.map((cells) => cells.map(([value]) => value));
          fc.pre(isEnded || rows.at(-1)?.join('') !== '');
          const lines = table.map((cells) => cells.map(([value, is]) => written(value, is)).join(','));
          const bytes = bytesOf(lines.join(end) + (isEnded ? end : ''));
          const found = read(bytes, formOf((rows[0] ?? []).map(() => text)), breaks);
          expect(found?.rows).toEqual(rows);
          const full = lines.filter((_, row) => rows[row]?.join('') !== '');
          expect(found?.facts).toMatchObject({
            rows: rows.length,
            emptyRows: rows.length - full.length,
            repeatedRows: full.length - new Set(full).size,
            filled: (rows[0] ?? []).map((_, column) => rows.filter((cells) => cells[column] !== '').length),
          });
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });

  it.each([
    ['too few values', 'a,b\nc\n'],
    ['too many values', 'a,b\nc,d,e\n'],
    ['an empty line', 'a,b\n\nc,d\n'],
    ['a quote inside a value', 'a,b"c\n'],
    ['text after a quote', '"a"b,c\n'],
    ['a quote that is never closed', 'a,b\nc,"d\ne,f\n'],
    ['CR alone', 'a,b\rc,d\n'],
    ['mixed line ends', 'a,b\r\nc,d\n'],
    ['NUL', 'a,b\0\n'],
    ['the header again', 'a,b\nname,day\nc,d\n'],
    ['the header again in quotes', 'a,b\n"name","day"\nc,d\n'],
  ])('is not one with %s', (_, content) => {
    expect(read(bytesOf(content), formOf([text, text], { header: ['name', 'day'] }))).toBeUndefined();
  });

  it('is not one when it isn’t UTF-8', () => {
    expect(read(new Uint8Array([97, 44, 0xe4, 10]), formOf([text, text]))).toBeUndefined();
    expect(read(bytesOf('a,ä\n'), formOf([text, text]))?.rows).toEqual([['a', 'ä']]);
  });

  it('gives numbers, money and days with their types, and stops at one that is written otherwise', () => {
    const form = formOf([
      { type: 'DOUBLE', isIdentifier: false },
      { type: 'DECIMAL(18, 4)', isIdentifier: false },
      { type: 'DATE', isIdentifier: false },
    ]);
    expect(read(bytesOf('2,-12.50,2024-02-29\n,,\n"0.1","3","1970-01-02"\n'), form)?.rows).toEqual([
      [2, -12.5, Date.UTC(2024, 1, 29)],
      [null, null, null],
      [0.1, 3, Date.UTC(1970, 0, 2)],
    ]);
    for (const row of [
      '1e5,1,2024-01-01',
      '1,1.23456,2024-01-01',
      '1,1,2023-02-29',
      '1,1,31.12.2024',
      'nan,1,',
    ])
      expect(read(bytesOf(`1,1,2024-01-01\n${row}\n`), form), row).toBeUndefined();
  });

  it('is read from a file, whose last row may have no end', async () => {
    const reader = new TextColumnsReader(new Blob(['a,b\nc,d']), formOf([text, text]));
    expect(await reader.next()).toMatchObject({ rows: 2, fraction: 1 });
    expect(await reader.next()).toBeUndefined();
    expect(reader.facts()).toMatchObject({ rows: 2, repeatedRows: 0 });
    const broken = new TextColumnsReader(new Blob(['a,b\nc']), formOf([text, text]));
    expect(await broken.next()).toBeUndefined();
    expect(broken.facts()).toBeUndefined();
  });

  it('is delimited by one ASCII character other than a space, and doubles its quotes', () => {
    const can = (records: Partial<TextForm['records']>): boolean =>
      canReadColumns(formOf([], records).records);
    expect([{}, { delimiter: '\t' }, { quote: '' }].map(can)).toEqual([true, true, true]);
    expect([{ delimiter: ' ' }, { delimiter: '||' }, { escape: '\\' }, { widths: [0, 4] }].map(can)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('numbers and days in bytes', () => {
  const of = (value: string, reader: typeof doubleOf): number => reader(bytesOf(value), 0, value.length);

  it('are the nearest double, and money in exact ten-thousandths', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
        fc.integer({ min: 0, max: 9999 }),
        (whole, part) => {
          const value = `${whole}.${String(part).padStart(4, '0')}`;
          expect(of(value, doubleOf)).toBe(Number(value));
          const size = Math.abs(whole) * 10_000 + part;
          expect(of(value, moneyOf)).toBe(value.startsWith('-') ? -size : size);
        },
      ),
      { numRuns: 500, seed: 3 },
    );
    expect(of('0.30000000000', moneyOf)).toBe(3000);
    expect(
      ['', '-', '.5', '+1', '1,5', '1 ', '12a', '9007199254740993'].map((value) => of(value, doubleOf)),
    ).toEqual(Array.from({ length: 8 }, () => NaN));
  });

  it('are those of the calendar from 1900 to 2199', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 84_005 }), (days) => {
        expect(of(new Date(days * 86_400_000).toISOString().slice(0, 10), dayOf)).toBe(days);
      }),
      { numRuns: 1000, seed: 5 },
    );
    for (const value of [
      '1899-12-31',
      '2200-01-01',
      '2023-02-29',
      '2024-13-01',
      '2024-04-31',
      '2024-1-01',
      '0000-00-00',
    ])
      expect(of(value, dayOf), value).toBeNaN();
  });
});

describe('a text that needs no closer look', () => {
  const isPlain = (value: string, isIdentifier: boolean): boolean => {
    const bytes = bytesOf(value);
    return isPlainText(bytes, 0, bytes.length, isIdentifier);
  };

  it('is never a word for “no value”, in whatever case, nor has spaces around it', () => {
    for (const word of [...nullWords, ...nullSigns].filter((one) => one !== ''))
      for (const spelled of [word, word.toUpperCase(), (word[0] ?? '').toUpperCase() + word.slice(1)])
        expect(isPlain(spelled, true), spelled).toBe(false);
    const spaces = fc.constantFrom(' ', '\t', '\u00a0', '\u2007', '\u2009', '\u202f', '\u200b', '\ufeff');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), spaces, (value, space) => {
        expect(isPlain(space + value, false)).toBe(false);
        expect(isPlain(value + space, false)).toBe(false);
        if (isPlain(value, false)) expect(isNullWord(value)).toBe(false);
      }),
      { seed: 9 },
    );
  });

  it('is as an identifier not what a spreadsheet or a mail program had', () => {
    expect(['C-1', 'DE', 'ÄRZTE', '007'].map((value) => isPlain(value, true))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['1234.0', "'007", '1.23E+11', 'a@b.example'].map((value) => isPlain(value, true))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
