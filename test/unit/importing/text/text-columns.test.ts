import { tableFromIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnBatch } from '../../../../src/data/importing/columnar/columnar-reader.ts';
import { BlockCutter, type BlockSizes } from '../../../../src/data/importing/text/columns/block-cutter.ts';
import { dayOf } from '../../../../src/data/importing/text/columns/day-bytes.ts';
import { doubleOf, moneyOf } from '../../../../src/data/importing/text/columns/number-bytes.ts';
import { isPlainText } from '../../../../src/data/importing/text/columns/plain-text.ts';
import { openText } from '../../../../src/data/importing/text/columns/open-text.ts';
import {
  TextColumnsReader,
  type BlockOfColumns,
} from '../../../../src/data/importing/text/columns/read-text-columns.ts';
import { countRepeatedRows } from '../../../../src/data/importing/text/columns/row-hashes.ts';
import {
  canReadColumns,
  gatherFacts,
  type TextColumn,
  type TextFacts,
  type TextForm,
} from '../../../../src/data/importing/text/columns/text-form.ts';
import { isNullWord, nullSigns, nullWords } from '../../../../src/data/importing/values/null-words.ts';
import { valueOf } from '../../../support/value-of.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const text: TextColumn = { type: 'VARCHAR', isIdentifier: false };
const formOf = (columns: readonly TextColumn[], records: Partial<TextForm['records']> = {}): TextForm => ({
  records: { delimiter: ',', quote: '"', ...records },
  columns,
});

interface ReadRows {
  readonly rows: readonly (readonly unknown[])[];
  readonly facts: TextFacts;
  readonly repeatedRows: number | undefined;
}

const small: Partial<BlockSizes> = { rows: 7 };

/** Rows of a batch, value by value. */
const rowsOf = ({ stream, rows: count }: ColumnBatch, form: TextForm): readonly (readonly unknown[])[] => {
  const table = tableFromIPC(stream, { useDate: false });
  const columns = form.columns.map((_, index) => table.getChildAt(index).toArray() as ArrayLike<unknown>);
  return Array.from({ length: count }, (_, row) => columns.map((column) => column[row]));
};

/** Reads bytes by several readers that take blocks in turns; undefined when they are irregular. */
const read = async (
  bytes: Uint8Array<ArrayBuffer>,
  form: TextForm,
  sizes: Partial<BlockSizes> = small,
  readers = 1,
): Promise<ReadRows | undefined> => {
  const cutter = new BlockCutter(new File([bytes], 'x.csv'), form.records.quote, sizes);
  const all = Array.from({ length: readers }, () => new TextColumnsReader(cutter, form));
  const blocks: BlockOfColumns[] = [];
  for (const reader of all)
    for (;;) {
      const block = valueOf(await reader.next());
      if (block === undefined) break;
      blocks.push(block);
      // The others have their turns.
      if (readers > 1 && blocks.length % 3 === 0) break;
    }
  for (const reader of all) {
    for (let block = valueOf(await reader.next()); block; block = valueOf(await reader.next()))
      blocks.push(block);
  }
  const facts = all.map((reader) => reader.facts());
  const known = facts.filter((part) => part !== undefined);
  const gathered = known.length === facts.length ? gatherFacts(known) : undefined;
  if (gathered === undefined) return undefined;
  blocks.sort((one, other) => one.index - other.index);
  return {
    rows: blocks.flatMap(({ batch }) => rowsOf(batch, form)),
    facts: gathered,
    repeatedRows: countRepeatedRows(all.map((reader) => reader.takeHashes())),
  };
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
  it('gives the same values however it is written, wherever its bytes break off, and however many read it', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.record({ chunk: fc.integer({ min: 1, max: 90 }), rows: fc.integer({ min: 1, max: 8 }) }),
        fc.integer({ min: 1, max: 3 }),
        async (table, end, isEnded, sizes, readers) => {
          // The last line of one empty value is none.
          const rows = table.map((cells) => cells.map(([value]) => value));
          fc.pre(isEnded || rows.at(-1)?.join('') !== '');
          const lines = table.map((cells) => cells.map(([value, is]) => written(value, is)).join(','));
          const bytes = bytesOf(lines.join(end) + (isEnded ? end : ''));
          const found = await read(bytes, formOf((rows[0] ?? []).map(() => text)), sizes, readers);
          expect(found?.rows).toEqual(rows);
          const full = lines.filter((_, row) => rows[row]?.join('') !== '');
          expect(found?.repeatedRows).toBe(full.length - new Set(full).size);
          expect(found?.facts).toMatchObject({
            rows: rows.length,
            emptyRows: rows.length - full.length,
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
  ])('is not one with %s', async (_, content) => {
    const form = formOf([text, text], { header: ['name', 'day'] });
    expect(await read(bytesOf(content), form)).toBeUndefined();
    expect(await read(bytesOf(content), form, { rows: 1, chunk: 3 }, 2)).toBeUndefined();
  });

  it('is not one when it isn’t UTF-8', async () => {
    expect(await read(new Uint8Array([97, 44, 0xe4, 10]), formOf([text, text]))).toBeUndefined();
    expect((await read(bytesOf('a,ä\n'), formOf([text, text])))?.rows).toEqual([['a', 'ä']]);
  });

  it('gives numbers, money and days with their types, and stops at one that is written otherwise', async () => {
    const form = formOf([
      { type: 'DOUBLE', isIdentifier: false },
      { type: 'DECIMAL(18, 4)', isIdentifier: false },
      { type: 'DATE', isIdentifier: false },
    ]);
    const found = await read(bytesOf('2,-12.50,2024-02-29\n,,\n"0.1","3","1970-01-02"\n'), form);
    expect(found?.rows).toEqual([
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
      expect(await read(bytesOf(`1,1,2024-01-01\n${row}\n`), form), row).toBeUndefined();
  });

  it('is read from a file, whose last row may have no end', async () => {
    const form = formOf([text, text]);
    const source = valueOf(await openText(new File(['a,b\nc,d'], 'x.csv'), form));
    expect(await source.next()).toMatchObject({ value: { rows: 2, fraction: 1 } });
    expect(valueOf(await source.next())).toBeUndefined();
    expect(valueOf(await source.facts())).toMatchObject({ rows: 2 });
    expect(valueOf(await source.repeatedRows())).toBe(0);
    const broken = valueOf(await openText(new File(['a,b\nc'], 'x.csv'), form));
    expect(valueOf(await broken.next())).toBeUndefined();
    expect(valueOf(await broken.facts())).toBeUndefined();
  });

  it('ends a block early where rows are long, and gives up where one is too long', async () => {
    const form = formOf([text]);
    const long = 'x'.repeat(50);
    const sizes = { chunk: 10, bytes: 20, row: 100 };
    const cutter = new BlockCutter(new File([`${long}\n${long}\n`], 'x.csv'), '"', sizes);
    expect(valueOf(await cutter.next())?.bytes.length).toBe(51);
    expect((await read(bytesOf(`${long}\n${long}\n`), form, sizes))?.rows).toEqual([[long], [long]]);
    expect(await read(bytesOf(`"${long}${long}${long}\n`), form, sizes)).toBeUndefined();
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
