import { realAt, signedAt, wholeAt } from './at.ts';
import { copyReal } from './copy-real.ts';

/** The distinct values of a column and, for each row, which of them it holds. */
export interface DistinctIndex {
  /** In the order of their first appearance. */
  readonly distinct: Float64Array;
  /** For each row, the place of its value in `distinct`. */
  readonly index: Uint32Array;
}

/** The distinct values of a column in one pass over a hash of their bits; NaN equals NaN. */
export const indexDistinct = (column: ArrayLike<number>): DistinctIndex => {
  const values = copyReal(column).slice();
  // Adding 0 makes −0 the same as 0.
  for (let row = 0; row < values.length; row += 1) values[row] = realAt(values, row) + 0;
  const bits = new Uint32Array(values.buffer);
  const bitCount = Math.max(4, 33 - Math.clz32(values.length));
  const mask = 2 ** bitCount - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  const distinct = new Float64Array(values.length);
  const index = new Uint32Array(values.length);
  let found = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = realAt(values, row);
    const mixed = Math.imul(
      wholeAt(bits, 2 * row) ^ Math.imul(wholeAt(bits, 2 * row + 1), 0x85ebca6b),
      0x9e3779b1,
    );
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    let known = signedAt(slots, slot);
    while (known >= 0 && realAt(distinct, known) !== value && !Object.is(realAt(distinct, known), value)) {
      slot = (slot + 1) & mask;
      known = signedAt(slots, slot);
    }
    if (known < 0) {
      known = found;
      slots[slot] = found;
      distinct[found] = value;
      found += 1;
    }
    index[row] = known;
  }
  return { distinct: distinct.slice(0, found), index };
};
