import type { RecordDialect } from '../text/parse-record.ts';
import { scoreDialect } from './score-dialect.ts';

/** Delimiters in the order in which ties are decided; one space means runs of spaces. */
const delimiters = [',', ';', '\t', '|', '~', '^', ' '] as const;

/** Excel's own hint in the first line. */
const excelHint = /^sep=(.)\r?\n/i;

/** Whether single quotes enclose values: they stand at the edges of cells at least as often as double quotes. */
const usesSingleQuotes = (sample: string, delimiter: string): boolean => {
  const edge = (quote: string): number =>
    sample.split(quote + delimiter + quote).length - 1 + sample.split(`\n${quote}`).length - 1;
  return edge("'") > 1 && edge("'") > edge('"');
};

/** A run of spaces is only a delimiter when nothing else explains the text: prose has spaces too. */
const penalty = (delimiter: string): number => (delimiter === ' ' ? 0.8 : 1);

/** Delimiter and quote of a sample: the pair with the best score; `,` and `"` when there is but one column. */
export const detectDelimiter = (sample: string): RecordDialect => {
  const hint = excelHint.exec(sample)?.[1];
  if (hint !== undefined) return { delimiter: hint, quote: '"' };
  let best: { readonly dialect: RecordDialect; readonly score: number } = {
    dialect: { delimiter: ',', quote: '"' },
    score: 0,
  };
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue;
    const quotes = usesSingleQuotes(sample, delimiter) ? ["'", '"'] : ['"'];
    for (const quote of quotes) {
      const score = scoreDialect(sample, { delimiter, quote }) * penalty(delimiter);
      if (score > best.score * 1.0001) best = { dialect: { delimiter, quote }, score };
    }
  }
  return best.dialect;
};
