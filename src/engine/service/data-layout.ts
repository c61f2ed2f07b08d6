/** How the tables lie in memory: `plain` is filled two to three times as fast and takes about six times the memory. */
export type DataLayout = 'compressed' | 'plain';

/** Data of at most so many rows stay uncompressed: that takes some 100 bytes a row. */
export const mostPlainRows = 2_000_000;

/** The tables of text of more bytes than these are compressed as they are written: plain they would take some two gigabytes. */
const mostPlainBytes = 300_000_000;

/** How much larger than the file its text may be, by the end of its name. */
const unpacking: readonly (readonly [ending: RegExp, times: number])[] = [
  [/\.(csv|tsv|txt|tab|json|ndjson|jsonl|arrow|feather)$/i, 1],
  [/\.parquet$/i, 5],
  [/./, 10],
];

const textBytes = ({ name, size }: Pick<File, 'name' | 'size'>): number =>
  size * (unpacking.find(([ending]) => ending.test(name))?.[1] ?? 1);

/** How the tables that files are read into should lie while they are built. */
export const layoutFor = (files: readonly Pick<File, 'name' | 'size'>[]): DataLayout => {
  const bytes = files.reduce((sum, file) => sum + textBytes(file), 0);
  return bytes <= mostPlainBytes ? 'plain' : 'compressed';
};
