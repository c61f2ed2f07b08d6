import type { FileFormat, ImportIssue } from '../contract.ts';

const contents: Readonly<Record<FileFormat, readonly [words: string, extensions: readonly string[]]>> = {
  csv: ['a text file', ['csv', 'tsv', 'tab', 'txt', 'psv', 'dat', 'log', 'data', 'text']],
  'fixed-width': ['a text file', ['txt', 'dat', 'prn', 'fwf', 'csv', 'log', 'text']],
  xlsx: ['an Excel workbook', ['xlsx', 'xlsm', 'xltx', 'xltm', 'xlam']],
  xls: ['an older Excel workbook', ['xls', 'xlt', 'xlsb', 'xlm']],
  ods: ['an OpenDocument spreadsheet', ['ods', 'ots', 'fods']],
  parquet: ['a Parquet file', ['parquet', 'parq', 'pq']],
  arrow: ['an Arrow file', ['arrow', 'arrows', 'feather', 'ipc', 'ftr']],
  json: ['JSON', ['json', 'geojson']],
  ndjson: ['JSON line by line', ['ndjson', 'jsonl', 'json', 'jsonlines']],
};
const known = Object.values(contents).flatMap(([, extensions]) => extensions);

/** Says so where the name of a file promises another content than it has. Unknown extensions promise nothing. */
export const extensionIssues = (file: string, format: FileFormat): readonly ImportIssue[] => {
  const extension = /\.([a-z0-9]+)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase();
  const [words, extensions] = contents[format];
  if (extension === undefined || !known.includes(extension) || extensions.includes(extension)) return [];
  const message = `The name ends in .${extension}, but the content is ${words}: it was read as that`;
  return [{ severity: 'info', code: 'wrong-extension', message }];
};
