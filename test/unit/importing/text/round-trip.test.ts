import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDialect } from '../../../../src/data/importing/dialect/detect-dialect.ts';
import { layOut } from '../../../../src/data/importing/text/lay-out.ts';
import { parseSample } from '../../../../src/data/importing/text/parse-sample.ts';
import { streamRecords } from '../../../../src/data/importing/text/record-stream.ts';
import { toUtf8 } from '../../../../src/data/importing/text/to-utf8.ts';

interface Written {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly lineEnd: string;
  /** Every value in quotes, or only those that need it. */
  readonly quotesAll: boolean;
}

const dialects: fc.Arbitrary<Written> = fc
  .record({
    delimiter: fc.constantFrom(
      ',',
      ';',
      '\t',
      '|',
      '~',
      '^',
      ':',
      '\u0001',
      '||',
      '::',
      ', ',
      ' | ',
      '~|~',
      '<=>',
    ),
    quote: fc.constantFrom('"', "'"),
    escapes: fc.constantFrom('doubled', 'backslash'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    quotesAll: fc.boolean(),
  })
  .map(({ escapes, ...rest }) => ({ ...rest, escape: escapes === 'doubled' ? rest.quote : '\\' }));

const cell = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    '7',
    ' ',
    '.',
    '"',
    "'",
    ',',
    ';',
    '|',
    ':',
    '\t',
    '\\',
    '\n',
    '\r\n',
    'é',
    '€',
    '中',
  ),
  maxLength: 12,
});

const tables = fc
  .integer({ min: 2, max: 6 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
  );

const writeCell = (value: string, { delimiter, quote, escape, quotesAll }: Written): string => {
  const isPlain =
    !value.includes(delimiter) &&
    !/["'\r\n\\]|^\s|\s$/.test(value) &&
    value !== '' &&
    ![...delimiter].some((character) => value.includes(character));
  if (isPlain && !quotesAll) return value;
  const escaped =
    escape === '\\'
      ? value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
      : value.replaceAll(quote, quote + quote);
  return quote + escaped + quote;
};

const write = (rows: readonly (readonly string[])[], dialect: Written): string =>
  rows
    .map((row) => row.map((value) => writeCell(value, dialect)).join(dialect.delimiter) + dialect.lineEnd)
    .join('');

describe('write, then read', () => {
  it('gives any table back in any dialect', () => {
    fc.assert(
      fc.property(tables, dialects, (rows, dialect) => {
        const records = parseSample(write(rows, dialect), { ...dialect, columns: rows[0]?.length });
        expect(records.map(({ fields }) => fields)).toEqual(rows);
      }),
      { numRuns: 400 },
    );
  });

  it('gives it back through a stream, whatever the encoding', async () => {
    const encodings: Readonly<Record<string, (text: string) => Uint8Array<ArrayBuffer>>> = {
      'utf-8': (text) => new TextEncoder().encode(text),
      'utf-16le': (text) =>
        Uint8Array.from(
          [...Array(text.length)].flatMap((_, at) => [text.charCodeAt(at) & 255, text.charCodeAt(at) >> 8]),
        ),
      'utf-16be': (text) =>
        Uint8Array.from(
          [...Array(text.length)].flatMap((_, at) => [text.charCodeAt(at) >> 8, text.charCodeAt(at) & 255]),
        ),
      'windows-1252': (text) =>
        Uint8Array.from(
          [...text.replaceAll('中', 'x')].map((character) =>
            character === '€' ? 0x80 : character.charCodeAt(0),
          ),
        ),
    };
    await fc.assert(
      fc.asyncProperty(
        tables,
        dialects,
        fc.constantFrom(...Object.keys(encodings)),
        async (rows, dialect, encoding) => {
          const known =
            encoding === 'windows-1252'
              ? rows.map((row) => row.map((value) => value.replaceAll('中', 'x')))
              : rows;
          const bytes = encodings[encoding]?.(write(known, dialect)) ?? new Uint8Array();
          const file = await toUtf8(
            new File([bytes], 'x'),
            { isGzip: false, encoding },
            () => undefined,
            () => false,
          );
          if (!file.ok) throw new Error(file.error.kind);
          const read: (readonly string[])[] = [];
          for await (const batch of streamRecords(file.value, 'utf-8', dialect))
            read.push(...batch.map(({ record }) => record.fields));
          expect(read).toEqual(known);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('finds the dialect of ordinary tables by itself', () => {
    const row = fc.record({
      id: fc.integer({ min: 1, max: 99999 }),
      day: fc.date({ min: new Date('2001-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
      amount: fc.double({ min: 0, max: 9999, noNaN: true }),
      name: fc.constantFrom(
        'Anna',
        'Ben & Co',
        "Kid's, Ltd",
        'He said "yes"',
        'Zoë',
        'two\nlines',
        'a; b',
        '',
      ),
    });
    const usual = dialects.filter(
      ({ delimiter, escape }) => ![':', ' | ', ', '].includes(delimiter) && escape !== '\\',
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 6, maxLength: 30 }), usual, (records, dialect) => {
        const rows = records.map(({ id, day, amount, name }) => [
          String(id),
          day.toISOString().slice(0, 10),
          amount.toFixed(2),
          name,
        ]);
        const text = write([['id', 'day', 'amount', 'name'], ...rows], {
          ...dialect,
          quote: '"',
          escape: '"',
        });
        const found = detectDialect({ head: text, isWhole: true, later: [] }, 'utf-8');
        expect(found.dialect).toMatchObject({ delimiter: dialect.delimiter, hasHeader: true, skipLines: 0 });
        expect(layOut(text, found.dialect).rows.map(({ fields }) => fields)).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  });
});
