/** The number at a place of a list; 0 beyond its ends, which loops within the list never meet. */
export const numberAt = (list: ArrayLike<number>, place: number): number => list[place] ?? 0;

/** Adds to the number at a place of a list, in place. */
export const addAt = (
  list: { [place: number]: number; readonly length: number },
  place: number,
  amount: number,
): void => {
  list[place] = (list[place] ?? 0) + amount;
};
