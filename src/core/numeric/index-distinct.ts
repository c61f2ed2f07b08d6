import { at } from './at.ts';

/** The distinct values of a column and, for each row, which of them it holds. */
export interface DistinctIndex {
  /** In the order of their first appearance. */
  readonly distinct: Float64Array;
  /** For each row, the place of its value in `distinct`. */
  readonly index: Uint32Array;
}

/** The distinct values of a column in one pass over a hash of their bits; NaN equals NaN. */
export const indexDistinct = (column: ArrayLike<number>): DistinctIndex => {
  // Adding 0 makes −0 the same as 0.
  const values = Float64Array.from(column, (value) => value + 0);
  const bits = new Uint32Array(values.buffer);
  const bitCount = Math.max(4, 33 - Math.clz32(values.length));
  const mask = 2 ** bitCount - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  const distinct = new Float64Array(values.length);
  const index = new Uint32Array(values.length);
  let found = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = at(values, row);
    const mixed = Math.imul(at(bits, 2 * row) ^ Math.imul(at(bits, 2 * row + 1), 0x85ebca6b), 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (at(slots, slot) >= 0 && !Object.is(at(distinct, at(slots, slot)), value)) slot = (slot + 1) & mask;
    if (at(slots, slot) < 0) {
      slots[slot] = found;
      distinct[found] = value;
      found += 1;
    }
    index[row] = at(slots, slot);
  }
  return { distinct: distinct.slice(0, found), index };
};
