const linesLookedAt = 60;
const mostCandidates = 8;

/** Delimiters that are always tried, in the order in which ties are decided; one space means runs of spaces. */
const usual = [',', ';', '\t', '|', '~', '^', ' '] as const;

/** Characters that stand inside of values, or enclose them. */
const neverDelimiters = /[\p{L}\p{N}\s"'`.\-_+$€£%()\\@&]/u;
const symbols = /[^\p{L}\p{N}\s"'`.\-+$€£%()\\@]{2,4}/gu;
const spacedSymbols = /(?<! )[ ]?[,;|:~^/*#=][ ]|[ ][,;|:~^/*#=](?! )/gu;

/** What double quotes enclose delimits nothing. */
const quotedText = /"[^"]*"/g;

const countOf = (line: string, part: string): number => line.split(part).length - 1;

/** Of some texts those that occur on nearly every line. */
const common = (found: Iterable<string>, lines: readonly string[]): readonly string[] =>
  [...new Set(found)]
    .map((text) => ({ text, lines: lines.filter((line) => line.includes(text)).length }))
    .filter((entry) => entry.lines >= Math.max(1, lines.length * 0.9))
    .sort((a, b) => b.lines - a.lines)
    .map(({ text }) => text)
    .slice(0, mostCandidates);

/**
 * What may delimit the fields of a text: the usual characters, any other symbol or control character, and sequences of
 * two to four of them, that stand on nearly every line.
 */
export const candidateDelimiters = (
  sample: string,
): { readonly single: readonly string[]; readonly multiple: readonly string[] } => {
  const lines = sample
    .replaceAll(quotedText, 'x')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, linesLookedAt);
  const first = lines.slice(0, 20);
  const characters = new Set(first.join(''));
  const rare = [...characters].filter(
    (character) => !neverDelimiters.test(character) && !usual.some((known) => known === character),
  );
  const sequences = first.flatMap((line) => [
    ...(line.match(symbols) ?? []),
    ...(line.match(spacedSymbols) ?? []),
  ]);
  const even = common(sequences, lines).filter((text) => {
    const counts = new Set(lines.map((line) => countOf(line, text)));
    return counts.size <= Math.max(2, lines.length / 4);
  });
  return {
    single: [...usual.filter((character) => sample.includes(character)), ...common(rare, lines)],
    multiple: even,
  };
};
