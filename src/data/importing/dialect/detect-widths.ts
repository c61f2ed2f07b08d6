import type { RecordDialect } from '../text/record-dialect.ts';
import { parseSample } from '../text/parse-sample.ts';
import { usualLength } from './table-shape.ts';

const mostLines = 300;
const fewestLines = 4;
const fewestFields = 3;

/** Where the runs of characters begin that are blank in no column: `isBlank` tells of each character of a line. */
const beginnings = (isBlank: readonly boolean[]): readonly number[] =>
  isBlank.flatMap((blank, at) => (!blank && (at === 0 || isBlank[at - 1] === true) ? [at] : []));

/**
 * The fields of a fixed-width text: characters that are blank on every line stand between them. Undefined when runs of
 * spaces explain the text as well, or something else delimits it.
 */
export const detectWidths = (sample: string, found: RecordDialect): readonly number[] | undefined => {
  if (/["\t]/.test(sample) || ![' ', ','].includes(found.delimiter)) return undefined;
  const lines = sample
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, mostLines);
  const isDelimited = found.delimiter === ',' && lines.some((line) => line.includes(','));
  if (lines.length < fewestLines || isDelimited) return undefined;
  const byRuns = usualLength(parseSample(lines.join('\n'), { ...found, delimiter: ' ' }));
  if (byRuns.share >= 0.95) return undefined;
  const length = Math.max(...lines.map((line) => line.length));
  const isBlank = Array.from({ length }, (_, at) => lines.every((line) => (line[at] ?? ' ') === ' '));
  const starts = beginnings(isBlank);
  return starts.length >= fewestFields ? [0, ...starts.slice(1)] : undefined;
};
