import { strToU8, zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
import { givenFile } from './browser-files.ts';
import type { GivenFile } from './browser-files.ts';

const rows = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

const day = (at: number): string => `2024-01-${String((at % 28) + 1).padStart(2, '0')}`;

const log = (header: string, line: (at: number) => string, count = 20): string =>
  `${header}\n${rows(count, line)}`;

const plain = log('customer,date,amount', (at) => `c${at},${day(at)},${at + 1}`);

/** The smallest workbook that Excel would open: one sheet with text cells. */
const workbook = (cells: readonly (readonly string[])[]): Buffer => {
  const sheet = cells
    .map((row, at) => {
      const written = row.map(
        (cell, column) => `<c r="${'ABC'.charAt(column)}${at + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`,
      );
      return `<row r="${at + 1}">${written.join('')}</row>`;
    })
    .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Orders" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );
};

const goodWorkbook = workbook([
  ['customer', 'date', 'amount'],
  ...Array.from({ length: 20 }, (_, at) => [`c${at}`, day(at), String(at + 1)]),
]);

/** An Office file with a password: an OLE container that holds an encrypted package. */
const encrypted = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(600),
  Buffer.from('EncryptedPackage', 'utf16le'),
  Buffer.alloc(600),
]);

const junk = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256));

/** Files that can't be read at all, and what is said of each. */
export const unreadableFiles: readonly (readonly [what: string, file: GivenFile, says: RegExp])[] = [
  ['an empty file', givenFile('empty.csv', ''), /“empty\.csv” is empty.*0 bytes/s],
  [
    'a header alone',
    givenFile('header.csv', 'customer,date,amount\n'),
    /“header\.csv” has a header and no rows.*3 columns/s,
  ],
  ['binary junk', givenFile('junk.csv', junk), /“junk\.csv” (is not a table|can’t be read)/],
  [
    'a picture named as a table',
    givenFile('photo.csv', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), junk])),
    /“photo\.csv” is not a table.*PNG/s,
  ],
  [
    'a gzip file that breaks off',
    givenFile('cut.csv.gz', gzipSync(plain.repeat(200)).subarray(0, 300)),
    /“cut\.csv\.gz” is damaged.*gzip/s,
  ],
  [
    'a workbook with a password',
    givenFile('secret.xlsx', encrypted),
    /“secret\.xlsx” is protected by a password/,
  ],
  [
    'a workbook that breaks off',
    givenFile('cut.xlsx', goodWorkbook.subarray(0, goodWorkbook.length - 400)),
    /“cut\.xlsx” is damaged.*Excel/s,
  ],
];

/** Files that can be read, though something is wrong with each: rows kept of rows read, and what is said. */
export const doubtfulFiles: readonly (readonly [
  what: string,
  file: GivenFile,
  kept: readonly [kept: number, read: number],
  says: RegExp,
])[] = [
  [
    'a workbook named as text',
    givenFile('book.csv', goodWorkbook),
    [20, 20],
    /ends in \.csv, but the content is an Excel workbook/,
  ],
  [
    'text named as a workbook',
    givenFile('text.xlsx', plain),
    [20, 20],
    /ends in \.xlsx, but the content is a text file/,
  ],
  [
    '500 columns',
    givenFile(
      'wide.csv',
      log(
        ['customer', 'date', 'amount', ...Array.from({ length: 497 }, (_, at) => `extra ${at}`)].join(','),
        (at) => [`c${at}`, day(at), '5', ...Array.from({ length: 497 }, () => 'x')].join(','),
      ),
    ),
    [20, 20],
    /not loaded: .*\(497\)/,
  ],
  [
    'headers that occur twice',
    givenFile(
      'twice.csv',
      log('customer,date,amount,amount', (at) => `c${at},${day(at)},5,7`),
    ),
    [20, 20],
    /occur twice.*\(1\)/,
  ],
  [
    'ragged rows',
    givenFile('ragged.csv', `${plain}\nshort,2024-02-01\nlong,2024-02-02,5,6,7`),
    [20, 22],
    /too few fields[\s\S]*too many fields|too many fields[\s\S]*too few fields/,
  ],
  [
    'dates that don’t parse',
    givenFile('dates.csv', `${plain}\nsoon,next week,5\nnever,2024-02-31,5`),
    [20, 22],
    /2 rejected/,
  ],
  [
    'mixed currencies',
    givenFile(
      'money.csv',
      log('customer,date,amount,currency', (at) => `c${at},${day(at)},5,${at % 4 === 0 ? 'EUR' : 'GBP'}`),
    ),
    [20, 20],
    /several currencies \(GBP 15, EUR 5\) and were not converted/,
  ],
  [
    'negative and missing customer numbers',
    givenFile(
      'ids.csv',
      log('customer,date,amount', (at) => `${at < 3 ? '-1' : at < 8 ? '' : at},${day(at)},5`),
    ),
    [20, 20],
    /name no customer.*\(\d\)/,
  ],
  [
    'a cell of ten million characters',
    givenFile(
      'long.csv',
      `${log('customer,date,amount,note', (at) => `c${at},${day(at)},5,`)}\nlong,2024-02-01,5,${'x'.repeat(10_000_000)}`,
    ),
    [21, 21],
    /not loaded: “note”/,
  ],
];
