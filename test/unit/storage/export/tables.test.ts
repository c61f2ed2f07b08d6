import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableAsHtml, tableAsText } from '../../../../src/storage/export/clipboard.ts';
import { writeCsv } from '../../../../src/storage/export/csv.ts';
import type { ExportTable } from '../../../../src/storage/export/export-table.ts';
import { neutraliseFormula } from '../../../../src/storage/export/neutralise-formula.ts';
import { sheetName, writeXlsx } from '../../../../src/storage/export/xlsx.ts';

const table: ExportTable = {
  columns: [
    { key: 'name', label: 'Name, first' },
    { key: 'revenue', label: 'Revenue', unit: 'money' },
    { key: 'day', label: 'Day' },
  ],
  rows: [
    { name: 'Smith "Al", Jr', revenue: -12.5, day: '2011-12-09' },
    { name: '=HYPERLINK("http://x")', revenue: null, day: null },
    { name: 'two\nlines', revenue: Infinity },
  ],
};

/** A reader of RFC 4180 as plain as can be. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, raw = '', end] = found;
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
};

describe('neutraliseFormula', () => {
  it.each(['=1+1', '+44 20', '-5', '@SUM(A1)', ' =1', '\t=1', '\r1', '＝1'])(
    '%j gets an apostrophe',
    (text) => expect(neutraliseFormula(text)).toBe(`'${text}`),
  );
  it.each(['', 'a=1', "'=1", '1-2', 'é@b'])('%j stays', (text) => expect(neutraliseFormula(text)).toBe(text));
});

describe('writeCsv', () => {
  it('writes RFC 4180 with a byte order mark, on request without', () => {
    expect(writeCsv(table)).toBe(
      '\uFEFF"Name, first",Revenue,Day\r\n"Smith ""Al"", Jr",-12.5,2011-12-09\r\n"\'=HYPERLINK(""http://x"")",,\r\n"two\nlines",,\r\n',
    );
    expect(writeCsv({ columns: [], rows: [] }, { bom: false })).toBe('\r\n');
  });

  it('can be read back: words, numbers and what is missing', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (cells) => {
        const rows = cells.map(([a, b]) => ({ a, b }));
        const columns = ['a', 'b'].map((key) => ({ key, label: key }));
        const [header, ...read] = readCsv(writeCsv({ columns, rows }, { bom: false }));
        const written = (value: string | number | null): string =>
          typeof value === 'string' ? neutraliseFormula(value) : value === null ? '' : String(value);
        expect(header).toEqual(['a', 'b']);
        expect(read).toEqual(cells.map(([a, b]) => [written(a), written(b)]));
      }),
    );
  });

  it('takes a column called __proto__ or toString for a missing one', () => {
    const columns = [
      { key: 'toString', label: 'x' },
      { key: '__proto__', label: 'y' },
    ];
    expect(writeCsv({ columns, rows: [{}] }, { bom: false })).toBe('x,y\r\n,\r\n');
  });
});

describe('the clipboard', () => {
  it('gets tabs for spreadsheets and a table for documents, safe in both', () => {
    expect(tableAsText(table).split('\n')).toEqual([
      'Name, first\tRevenue\tDay',
      'Smith "Al", Jr\t-12.5\t2011-12-09',
      '\'=HYPERLINK("http://x")\t\t',
      'two lines\t\t',
    ]);
    const html = tableAsHtml({
      columns: [{ key: 'a', label: '<b>' }],
      rows: [{ a: '<img src=x onerror=1>' }],
    });
    expect(html).toBe(
      '<table><thead><tr><th>&lt;b&gt;</th></tr></thead><tbody><tr><td>&lt;img src=x onerror=1&gt;</td></tr></tbody></table>',
    );
  });
});

describe('writeXlsx', () => {
  const sheetOf = async (given: ExportTable): Promise<{ sheet: string; strings: string; styles: string }> => {
    const result = await writeXlsx(given, 'Loyal: [all]');
    if (!result.ok) throw new Error(result.error.kind);
    const files = unzipSync(new Uint8Array(await result.value.arrayBuffer()));
    const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    return {
      sheet: text('xl/worksheets/sheet1.xml'),
      strings: text('xl/sharedStrings.xml'),
      styles: text('xl/styles.xml'),
    };
  };

  it('writes numbers as numbers, days as days and formulas as text', async () => {
    const { sheet, strings, styles } = await sheetOf(table);
    expect(sheet).toContain('<v>-12.5</v>');
    expect(sheet).toContain('<v>40886</v>');
    expect(sheet).not.toContain('<f>');
    expect(strings).toContain('=HYPERLINK(');
    expect(styles).toContain('#,##0.00');
  });

  it('cuts endless text and drops characters that XML can’t hold', async () => {
    const { strings } = await sheetOf({
      columns: [{ key: 'a', label: 'A' }],
      rows: [{ a: 'x'.repeat(1_000_000) }, { a: 'a\u0000b<c>' }],
    });
    expect(strings.length).toBeLessThan(34_000);
    expect(strings).toContain('ab&lt;c&gt;');
  });

  it('refuses more rows than a sheet holds, with the numbers', async () => {
    const rows = new Array<Record<string, number>>(1_048_576).fill({ a: 1 });
    const result = await writeXlsx({ columns: [{ key: 'a', label: 'A' }], rows }, 'x');
    expect(result).toMatchObject({ ok: false, error: { kind: 'export-failed' } });
  });

  it('makes any name a sheet’s name', () => {
    expect(sheetName('Loyal: [all] / 2011')).toBe('Loyal all 2011');
    expect(sheetName("''")).toBe('Table');
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(sheetName(name)).toMatch(/^[^[\]/\\:*?]{1,31}$/);
      }),
    );
  });
});
