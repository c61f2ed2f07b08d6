/** The number at an index that the caller knows to exist: for inner loops over typed arrays. */
export const at = (values: ArrayLike<number>, index: number): number => values[index] as number;

/**
 * The same for one kind of array each. A function that is called with several kinds is compiled for all of them, which costs
 * half of the time of a loop over a million rows; these are for such loops.
 */
export const realAt = (values: Float64Array, index: number): number => values[index] as number;
/** See {@link realAt}. */
export const wholeAt = (values: Uint32Array, index: number): number => values[index] as number;
/** See {@link realAt}. */
export const signedAt = (values: Int32Array, index: number): number => values[index] as number;
