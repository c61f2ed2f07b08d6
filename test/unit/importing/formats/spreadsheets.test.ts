import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { TableText, WrittenFormat } from '../../../../src/data/importing/import-tools.ts';
import { readTable } from '../../../../src/data/importing/read-table.ts';
import { serialText } from '../../../../src/data/importing/spreadsheets/cell-text.ts';
import { kindOfCode, kindOfFormat } from '../../../../src/data/importing/spreadsheets/number-format.ts';
import { valueOf } from '../../../support/engine.ts';
import { fileOf, inspectOne } from '../../../support/importing.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const zip = (parts: Record<string, string>): Bytes =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))) as Bytes;

interface SheetXml {
  readonly name: string;
  readonly rows: string;
  readonly state?: string;
}

/** The parts of a workbook with shared texts `zero`, `one` and styles 0 plain, 1 date, 2 moment, 3 percent. */
const workbook = (sheets: readonly SheetXml[], properties = '', prefix = ''): Bytes => {
  const relations = sheets.map(
    (_, index) => `<Relationship Id="r${index}" Type="x/worksheet" Target="worksheets/s${index}.xml"/>`,
  );
  const list = sheets.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="r${index}"/>`,
  );
  return zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook>${properties}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}<Relationship Id="s" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="t" Type="x/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml':
      '<sst><si><t>zero</t></si><si><r><t>o</t></r><r><t xml:space="preserve">ne </t></r><rPh><t>no</t></rPh></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      sheets.map(({ rows }, index) => [
        `xl/worksheets/s${index}.xml`,
        `<${prefix}worksheet><${prefix}sheetData>${rows}</${prefix}sheetData></${prefix}worksheet>`,
      ]),
    ),
  });
};

const read = async (bytes: BlobPart, format: WrittenFormat, table?: string): Promise<TableText> =>
  valueOf(await readTable(fileOf('given', bytes), format, table));
const rowsOf = async (rows: string, properties?: string): Promise<string> =>
  (await read(workbook([{ name: 'S', rows }], properties), 'xlsx')).csv.text();

describe('XLSX', () => {
  it.each([
    [
      'shared and inline texts',
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>a&amp;b_x000D_</t></is></c></row>',
      'zero,"one ","a&b\r"\n',
    ],
    [
      'cells without an address, and gaps',
      '<row r="1"><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row>',
      '1,,,2,3\n',
    ],
    [
      'rows that are left out',
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>',
      '1,1\n,\n,2\n',
    ],
    [
      'days, moments and percent',
      '<row><c s="1"><v>45322</v></c><c s="2"><v>45322.545139</v></c><c s="3"><v>0.25</v></c></row>',
      '2024-01-31,2024-01-31 13:05:00,0.25\n',
    ],
    [
      'booleans and the values of formulas',
      '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="str"><f>A1&amp;B1</f><v>x</v></c><c><f>1/3</f><v>0.33333333333333331</v></c></row>',
      'true,false,x,0.333333333333333\n',
    ],
    [
      'days in ISO form',
      '<row><c t="d"><v>2024-01-31T00:00:00Z</v></c><c t="d"><v>2024-01-31T13:05:00</v></c></row>',
      '2024-01-31,2024-01-31 13:05:00\n',
    ],
    [
      'no binary fractions',
      '<row><c><v>0.30000000000000004</v></c><c><v>1E-7</v></c><c><v>12345678901234</v></c></row>',
      '0.3,1e-7,12345678901234\n',
    ],
  ])('reads %s', async (_, rows, csv) => {
    expect(await rowsOf(rows)).toBe(csv);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const rows = '<row><c s="1"><v>43860</v></c><c s="1"><v>1</v></c></row>';
    expect(await rowsOf(rows, '<workbookPr date1904="1"/>')).toBe('2024-01-31,1904-01-02\n');
  });

  it('reads elements with a prefix, as some programs write them', async () => {
    const rows =
      '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row>';
    const table = await read(workbook([{ name: 'S', rows }], '', 'x:'), 'xlsx');
    expect(await table.csv.text()).toBe('1,b\n');
  });

  it('leaves error cells empty and counts them by kind', async () => {
    const rows =
      '<row><c><v>1</v></c><c t="e"><v>#N/A</v></c><c t="e"><v>#N/A</v></c><c t="e"><v>#DIV/0!</v></c><c><v>2</v></c></row>';
    const table = await read(workbook([{ name: 'S', rows }]), 'xlsx');
    expect(await table.csv.text()).toBe('1,,,,2\n');
    expect(table.issues).toEqual([
      expect.objectContaining({
        code: 'error-cells',
        count: 3,
        message: expect.stringContaining('#N/A (2), #DIV/0! (1)'),
      }),
    ]);
  });

  it('takes the fullest sheet that is not hidden, offers the others, and says what is hidden', async () => {
    const cell = '<c><v>1</v></c>';
    const bytes = workbook([
      { name: 'Cover', rows: `<row>${cell}</row>` },
      { name: 'Data', rows: `<row>${cell}${cell}</row>` },
      { name: 'Secret', rows: `<row>${cell.repeat(9)}</row>`, state: 'veryHidden' },
    ]);
    const table = await read(bytes, 'xlsx');
    expect(table).toMatchObject({ tables: ['Cover', 'Data', 'Secret'], table: 'Data' });
    expect(table.issues.map(({ code, count }) => [code, count])).toEqual([
      ['other-sheets', 1],
      ['hidden-sheets', 1],
    ]);
    expect((await read(bytes, 'xlsx', 'Secret')).table).toBe('Secret');
  });

  it('finds the header below merged title rows', async () => {
    const texts = (...cells: readonly string[]): string =>
      `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const rows = [
      texts('Sales report', ''),
      '<row/>',
      texts('Customer', 'Date', 'Amount'),
      ...Array.from(
        { length: 5 },
        (_, at) =>
          `<row><c t="inlineStr"><is><t>c${at}</t></is></c><c s="1"><v>${45322 + at}</v></c><c><v>${at}.5</v></c></row>`,
      ),
    ].join('');
    const found = await inspectOne(fileOf('report.xlsx', workbook([{ name: 'S', rows }])));
    expect(found.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['Customer', 'text'],
      ['Date', 'date'],
      ['Amount', 'number'],
    ]);
    expect(found).toMatchObject({
      format: 'xlsx',
      dialect: { skipLines: 2, decimalMark: '.' },
      preview: { length: 5 },
    });
  });

  it('widens rows that were written when a later one is wider', async () => {
    const rows = `${'<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(6000)}<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>`;
    const lines = (await rowsOf(rows)).split('\n');
    expect([lines[0], lines[6000], lines.length]).toEqual(['1,2,', '1,2,3', 6002]);
  });

  it.each([
    ['breaks off', (bytes: Bytes) => bytes.slice(0, bytes.length / 2)],
    [
      'has damaged cells',
      (bytes: Bytes) => bytes.map((byte, at) => (at > 900 && at < 930 ? byte ^ 255 : byte)),
    ],
  ])('refuses a workbook that %s', async (_, damage) => {
    const bytes = workbook([{ name: 'S', rows: '<row><c><v>1</v></c></row>'.repeat(500) }]);
    const found = await inspectOne(fileOf('given.xlsx', damage(bytes)));
    expect(found.error).toMatchObject({ kind: 'file-corrupt', format: 'Excel workbook' });
  });
});

describe('older workbooks', () => {
  const sheet = utils.aoa_to_sheet([
    ['id', 'on', 'paid', 'amount', 'why'],
    [1, { t: 'n', v: 45322, z: 'yyyy-mm-dd' }, true, 1.5, { t: 'e', v: 42 }],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Orders');
  const note = utils.aoa_to_sheet([['x']]);
  utils.book_append_sheet(book, note, 'Notes');

  it.each([
    ['biff8', 'xls'],
    ['xlsb', 'xls'],
  ] as const)('reads %s', async (bookType, format) => {
    const bytes = new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
    const table = await read(bytes, format);
    expect(await table.csv.text()).toBe('id,on,paid,amount,why\n1,2024-01-31,true,1.5,\n');
    expect(table).toMatchObject({ tables: ['Orders', 'Notes'], table: 'Orders', hasDecimals: true });
    expect(table.issues.map(({ code }) => code)).toEqual(['other-sheets', 'error-cells']);
  });
});

describe('OpenDocument', () => {
  const document = (rows: string, styles = ''): Bytes =>
    zip({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': `<office:document-content>${styles}<table:table table:name="S">${rows}</table:table></office:document-content>`,
    });
  const cell = (type: string, value: string, shown = ''): string =>
    `<table:table-cell office:value-type="${type}" office:${type === 'float' || type === 'percentage' || type === 'currency' ? '' : `${type}-`}value="${value}">${shown === '' ? '' : `<text:p>${shown}</text:p>`}</table:table-cell>`;
  const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

  it('reads values of all types, whatever is shown of them', async () => {
    const rows = row(
      cell('float', '1.50', '1,50'),
      cell('percentage', '0.25', '25 %'),
      cell('currency', '12', '12,00 €'),
      cell('date', '2024-01-31', '31.01.24'),
      cell('date', '2024-01-31T13:05:00'),
      cell('time', 'PT13H05M09S'),
      cell('boolean', 'true'),
    );
    const text = await (await read(document(rows), 'ods')).csv.text();
    expect(text).toBe('1.5,0.25,12,2024-01-31,2024-01-31 13:05:00,13:05:09,true\n');
  });

  it('repeats cells and rows, skips what is empty, and reads texts with breaks and notes', async () => {
    const rows = [
      row(
        '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell>',
        '<table:table-cell table:number-columns-repeated="2"/>',
        cell('float', '1'),
      ),
      '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/><table:table-cell table:number-columns-repeated="1000"/></table:table-row>',
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>',
    ].join('');
    expect(await (await read(document(rows), 'ods')).csv.text()).toBe('"a  b\nc",,,1\n7,7,,\n7,7,,\n');
  });

  it('refuses one with a password', async () => {
    const bytes = zip({
      mimetype: 'x',
      'META-INF/manifest.xml': '<m><encryption-data/></m>',
      'content.xml': '?',
    });
    expect(await readTable(fileOf('a.ods', bytes), 'ods')).toMatchObject({
      ok: false,
      error: { kind: 'file-encrypted' },
    });
  });
});

it.each([
  ['General', 'number'],
  ['0.00E+00', 'number'],
  ['#,##0.00 "days"', 'number'],
  ['[Red]-0.00;[Blue]0', 'number'],
  ['[$-407]d. mmmm yyyy', 'date'],
  ['mmm yy', 'date'],
  ['m/d/yy h:mm', 'moment'],
  ['yyyy-mm-dd"T"hh:mm:ss', 'moment'],
  ['h:mm AM/PM', 'time'],
  ['[h]:mm:ss', 'time'],
  ['mm:ss', 'time'],
  ['[m]', 'time'],
])('takes the format %s for a %s', (code, kind) => {
  expect(kindOfCode(code)).toBe(kind);
});

it('knows the formats that have a number only, and the days of both calendars', () => {
  expect([14, 22, 21, 10].map((id) => kindOfFormat(id, undefined))).toEqual([
    'date',
    'moment',
    'time',
    'number',
  ]);
  expect([59, 61].map((serial) => serialText(serial, 'date', false))).toEqual(['1900-02-28', '1900-03-01']);
  expect(serialText(0.5, 'moment', false)).toBe('12:00:00');
  expect(serialText(1.25, 'time', false)).toBe('30:00:00');
  expect(serialText(-3, 'date', false)).toBe('-3');
});
