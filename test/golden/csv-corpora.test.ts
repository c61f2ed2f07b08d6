import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseSample } from '../../src/data/importing/text/parse-sample.ts';
import { hasCorpus, unpackCorpus } from '../support/corpus.ts';
import { openTestEngine, type TestEngine } from '../support/engine.ts';
import { fileFrom } from '../support/importing.ts';
import type { TextTable } from '../support/pollock-score.ts';
import { byEngine, byReader, readTable } from '../support/read-table.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
}, 60_000);

/** All files of a folder with one of the endings of delimited text. */
const textFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(csv|tsv|txt|log)(\.gz)?$/i.test(name))
    .map((name) => join(folder, name))
    .sort();

/** Reads a file in both ways that an import has, which must agree. */
const readBoth = async (path: string): Promise<{ table: TextTable; error?: string }> => {
  const { header, rows, error } = await readTable(fileFrom(path), async (prepared) => {
    const [strict, ours] = [await byEngine(engine)(prepared), await byReader(prepared)];
    expect(strict.rows, path).toEqual(ours.rows);
    return strict;
  });
  if (error) return { table: [], error: error.kind };
  return { table: header.length > 0 ? [header, ...rows] : rows };
};

describe.skipIf(!hasCorpus('csv_spectrum'))('csv-spectrum', () => {
  const folder = hasCorpus('csv_spectrum') ? unpackCorpus('csv_spectrum') : '';
  // The records published for the coordinates are of another file.
  const names =
    folder === '' ? [] : readdirSync(join(folder, 'csvs')).filter((name) => !name.startsWith('location'));
  it.each(names)('%s gives the published records', async (name) => {
    const expected = JSON.parse(
      readFileSync(join(folder, 'json', name.replace('.csv', '.json')), 'utf8'),
    ) as readonly Readonly<Record<string, string>>[];
    const [header = [], ...rows] = (await readBoth(join(folder, 'csvs', name))).table;
    const records = rows.map((row) =>
      Object.fromEntries(header.map((column, index) => [column, row[index]])),
    );
    expect(records).toEqual(expected);
  });
});

interface PapaCase {
  readonly description: string;
  readonly input: string;
  readonly config?: Readonly<Record<string, string | boolean | null>>;
  readonly expected?: { readonly data?: readonly (readonly string[])[] };
}

/** What differs on purpose: a quote that is never closed encloses nothing, and spaces around quotes are no text. */
const deliberate = [
  'Quoted field with whitespace around quotes',
  'Quoted field has no closing quote',
  'Quoted field has invalid trailing quote after delimiter',
  'Quoted field has invalid trailing quote before delimiter',
  'Quoted field has invalid trailing quote after new line',
];
const known = ['delimiter', 'quoteChar', 'escapeChar', 'newline'];

/** The cases of the core parser that are about delimiter, quote and escape alone. */
const papaCases = (): readonly PapaCase[] => {
  const source = readFileSync(join(unpackCorpus('papaparse'), 'tests/test-cases.js'), 'utf8');
  const stub = { module: { exports: {} }, require: () => ({}), describe: () => undefined };
  const cases = runInNewContext(`${source};CORE_PARSER_TESTS`, stub) as readonly PapaCase[];
  return cases.filter(
    ({ input, config = {}, expected }) =>
      typeof input === 'string' &&
      expected?.data?.every(Array.isArray) === true &&
      Object.keys(config).every((key) => known.includes(key)),
  );
};

describe.skipIf(!hasCorpus('papaparse'))('PapaParse', () => {
  it('its cases of the core parser give the published rows', () => {
    const cases = papaCases();
    expect(cases.length).toBeGreaterThan(40);
    for (const { description, input, config = {}, expected } of cases) {
      const { delimiter, quoteChar, escapeChar } = config;
      const dialect = {
        delimiter: typeof delimiter === 'string' && delimiter !== '' ? delimiter : ',',
        quote: typeof quoteChar === 'string' ? quoteChar : quoteChar === undefined ? '"' : '',
        ...(typeof escapeChar === 'string' ? { escape: escapeChar } : {}),
      };
      if (deliberate.includes(description)) continue;
      const filled = (expected?.data ?? []).filter((row) => row.length > 1 || (row[0] ?? '').trim() !== '');
      const rows = parseSample(input, dialect).map(({ fields }) => fields);
      expect(rows, description).toEqual(filled.map((row) => [...row]));
    }
  });

  it('its long samples are read whole', async () => {
    const folder = join(unpackCorpus('papaparse'), 'tests');
    expect((await readBoth(join(folder, 'long-sample.csv'))).table).toHaveLength(8);
    expect((await readBoth(join(folder, 'verylong-sample.csv'))).table).toHaveLength(2001);
  });
});

/** Files that hold no rows of a table, and why they are refused. */
const refused: Readonly<Record<string, string>> = {
  'empty.csv': 'file-empty',
  'file.txt': 'file-header-only',
  'text.txt': 'file-header-only',
  'without-rows.csv': 'file-header-only',
};

describe.each(['csv_misc', 'frictionless'])('%s', (corpus) => {
  it.skipIf(!hasCorpus(corpus))(
    'every delimited text loads the same in both ways, or is refused in words',
    { timeout: 120_000 },
    async () => {
      for (const path of textFiles(unpackCorpus(corpus))) {
        // Nine thousand columns take their time in proposing a mapping, not in reading.
        if (basename(path) === 'wide.csv' || basename(path) === 'implicit-zip.csv') continue;
        const { table, error } = await readBoth(path);
        expect(error, path).toBe(refused[basename(path)]);
        if (error === undefined) expect(table.length, path).toBeGreaterThan(0);
      }
    },
  );
});
