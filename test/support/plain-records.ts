import { readFileSync, readdirSync } from 'node:fs';

const data = new URL('../../../shared/data/', import.meta.url).pathname;

/** Path of a file under `../shared/data`. */
export const sharedPath = (path: string): string => `${data}${path}`;

/** Names of the delimited files of a folder, but for those that `unless` names. */
export const delimitedFiles = (folder: string, unless = /^$/): readonly string[] =>
  readdirSync(sharedPath(folder))
    .filter((name) => /\.(csv|txt)$/.test(name) && !unless.test(name))
    .sort();

const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

/** Rows of a file of one line a row, by header: a reading of its own, independent of the importer. */
export const recordsOf = (path: string): readonly Readonly<Record<string, string>>[] => {
  const text = readFileSync(sharedPath(path), 'utf8').replace(/^\uFEFF/, '');
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const names = cellsOf(header);
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(names.map((name, index) => [name, (cells[index] ?? '').trim()]));
  });
};

/** The different values that are not empty. */
export const different = (values: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set(values.flatMap((value) => (value === undefined || value === '' ? [] : [value])));
