import type { RecordDialect } from '../text/record-dialect.ts';
import { candidateDelimiters } from './candidate-delimiters.ts';
import { detectEscape } from './detect-escape.ts';
import { scoreDialect } from './score-dialect.ts';

/** Excel's own hint in the first line. */
export const excelHint = /^sep=(.)\r?\n/i;

/** Whether single quotes enclose values: they stand at the edges of cells at least as often as double quotes. */
const usesSingleQuotes = (sample: string, delimiter: string): boolean => {
  const edge = (quote: string): number =>
    sample.split(quote + delimiter + quote).length - 1 + sample.split(`\n${quote}`).length - 1;
  return edge("'") > 1 && edge("'") > edge('"');
};

/** What prose, dates, times and addresses have inside only delimits when nothing else explains the text. */
const weightOf = (delimiter: string): number => {
  if (delimiter === ' ') return 0.8;
  if ('/:=#'.includes(delimiter)) return 0.3;
  return [',', ';', '\t', '|'].includes(delimiter) ? 1 : 0.95;
};

/** A sequence wins over a single character that explains the text little better. */
const sequenceBonus = 1.25;

interface Scored {
  readonly dialect: RecordDialect;
  readonly score: number;
}

/** The beginning of a text. `isCut`: the text goes on after its end. */
export interface DelimitedSample {
  readonly text: string;
  readonly isCut: boolean;
}

const quotesOf = (text: string, delimiter: string): readonly string[] =>
  usesSingleQuotes(text, delimiter) ? ["'", '"'] : ['"'];

const score = (
  { text, isCut }: DelimitedSample,
  delimiter: string,
  weight: number,
  given: Partial<RecordDialect>,
): Scored => {
  let best: Scored = { dialect: { delimiter, quote: '"' }, score: -1 };
  for (const quote of given.quote === undefined ? quotesOf(text, delimiter) : [given.quote]) {
    const escape = given.escape ?? detectEscape(text, delimiter, quote);
    const dialect = { delimiter, quote, ...(escape === undefined ? {} : { escape }) };
    const found = scoreDialect(text, dialect, isCut) * weight;
    if (found > best.score * 1.0001) best = { dialect, score: found };
  }
  return best;
};

/**
 * Delimiter, quote and escape of a sample: the dialect with the best score; `,` and `"` when there is but one column.
 * @param given what is known already and kept
 */
export const detectDelimiter = (
  sample: DelimitedSample,
  given: Partial<RecordDialect> = {},
): RecordDialect => {
  const hint = given.delimiter ?? excelHint.exec(sample.text)?.[1];
  const body = { ...sample, text: sample.text.replace(excelHint, '') };
  if (hint !== undefined) return score(body, hint, 1, given).dialect;
  const { single, multiple } = candidateDelimiters(body.text);
  let best = score(body, ',', 0, given);
  for (const delimiter of single) {
    const found = score(body, delimiter, weightOf(delimiter), given);
    if (found.score > best.score * 1.0001) best = found;
  }
  for (const delimiter of multiple) {
    const found = score(body, delimiter, sequenceBonus, given);
    if (found.score > best.score) best = found;
  }
  return best.dialect;
};
