/** `U+0000-00FF, U+0131, U+4??` as pairs of first and last code point. Parts that aren't ranges are left out. */
const parseRange = (range: string): readonly (readonly [number, number])[] =>
  range.split(',').flatMap((part) => {
    const found = /^\s*U\+([0-9A-F?]{1,6})(?:-([0-9A-F]{1,6}))?\s*$/i.exec(part);
    const start = found?.[1];
    if (start === undefined) return [];
    const end = found?.[2] ?? start.replaceAll('?', 'F');
    return [[parseInt(start.replaceAll('?', '0'), 16), parseInt(end, 16)] as const];
  });

/** Whether a `unicode-range` of a font holds any letter of the text. An empty range holds all. */
export const coversText = (range: string, text: string): boolean => {
  if (range.trim() === '') return true;
  const ranges = parseRange(range);
  const points = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
  return [...points].some((point) => ranges.some(([first, last]) => point >= first && point <= last));
};
