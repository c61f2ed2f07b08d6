/** Ranks from 1 in the order of the values; equal values share the mean of their ranks. */
export const midRanks = (values: readonly number[]): number[] => {
  const order = values
    .map((value, place) => ({ value, place }))
    .toSorted((one, other) => one.value - other.value);
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to]?.value === order[from]?.value) to += 1;
    for (const { place } of order.slice(from, to)) ranks[place] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
};
