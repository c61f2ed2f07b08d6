/** Counts what stands before quotes that are inside of values. */
const countInside = (sample: string, pattern: RegExp): number => (sample.match(pattern) ?? []).length;

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * How quotes inside quoted values are escaped: a backslash when quotes follow backslashes and not other quotes,
 * otherwise by doubling them, which needs no mention.
 */
export const detectEscape = (sample: string, delimiter: string, quote: string): string | undefined => {
  if (quote === '' || !sample.includes(`\\${quote}`)) return undefined;
  const mark = literal(quote);
  const edge = `(?:${literal(delimiter)}|[\\r\\n]|$)`;
  const slashed = countInside(sample, new RegExp(`\\\\${mark}(?!${edge})|\\\\${mark}${mark}${edge}`, 'g'));
  const ending = countInside(sample, new RegExp(`\\\\${mark}${edge}`, 'g'));
  const doubled = countInside(sample, new RegExp(`[^${mark}\\\\]${mark}${mark}(?!${mark}|${edge})`, 'g'));
  return slashed > 0 && slashed >= ending && slashed > doubled ? '\\' : undefined;
};
