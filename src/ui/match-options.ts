const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

const rank = (text: string, words: readonly string[]): number => {
  const folded = fold(text);
  if (!words.every((word) => folded.includes(word))) return 0;
  const first = words[0] ?? '';
  if (folded.startsWith(first)) return 3;
  return words.every((word) =>
    new RegExp(`(^|[^\\p{L}\\p{N}])${word.replace(/[^\p{L}\p{N}]/gu, '\\$&')}`, 'u').test(folded),
  )
    ? 2
    : 1;
};

/**
 * The items whose text holds every word of the query, whatever the case and accents; those that begin with it first, then
 * those where it begins a word; otherwise in the order given. An empty query keeps all.
 */
export const matchOptions = <Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => string,
): readonly Item[] => {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items
    .map((item) => ({ item, rank: rank(textOf(item), words) }))
    .filter((each) => each.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ item }) => item);
};
