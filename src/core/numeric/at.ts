/** The number at an index that the caller knows to exist: for inner loops over typed arrays. */
export const at = (values: ArrayLike<number>, index: number): number => values[index] as number;
