/** Records in the order of ids that was held; those that came since stand last, in their own order. */
export const inOrder = <T extends { readonly id: string }>(
  records: readonly T[],
  held: readonly string[],
): readonly T[] => {
  const place = new Map(held.map((id, at) => [id, at]));
  const of = ({ id }: T): number => place.get(id) ?? held.length;
  return [...records].sort((first, second) => of(first) - of(second));
};
