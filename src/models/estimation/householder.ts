import { addAt, numberAt } from './number-at.ts';

/** A least squares solution, with R of the decomposition X = Q·R by rows. */
export type LeastSquares =
  | {
      readonly ok: true;
      readonly coefficients: readonly number[];
      readonly inverse: readonly (readonly number[])[];
    }
  | { readonly ok: false; readonly dependent: number };

const norm = (column: Float64Array, from: number): number => {
  let sum = 0;
  for (let place = from; place < column.length; place += 1) sum += numberAt(column, place) ** 2;
  return Math.sqrt(sum);
};

/** Mirrors `target` at the plane that `mirror` (of squared length 2, from `from` on) is perpendicular to. */
const reflect = (mirror: Float64Array, target: Float64Array, from: number): void => {
  let product = 0;
  for (let place = from; place < target.length; place += 1)
    product += numberAt(mirror, place) * numberAt(target, place);
  for (let place = from; place < target.length; place += 1)
    addAt(target, place, -product * numberAt(mirror, place));
};

const mirrorOf = (column: Float64Array, from: number, length: number): Float64Array => {
  const mirror = Float64Array.from(column);
  const first = numberAt(column, from);
  const pivot = first >= 0 ? first + length : first - length;
  mirror[from] = pivot;
  const scale = Math.SQRT2 / norm(mirror, from);
  return mirror.map((value) => value * scale);
};

/** The inverse of the upper triangle whose columns are given. */
const invertTriangle = (columns: readonly Float64Array[]): number[][] => {
  const size = columns.length;
  const inverse = columns.map(() => columns.map(() => 0));
  for (let j = 0; j < size; j += 1) {
    for (let i = j; i >= 0; i -= 1) {
      let rest = i === j ? 1 : 0;
      for (let k = i + 1; k <= j; k += 1)
        rest -= numberAt(columns[k] ?? [], i) * numberAt(inverse[k] ?? [], j);
      const row = inverse[i] ?? [];
      row[j] = rest / numberAt(columns[i] ?? [], i);
    }
  }
  return inverse;
};

/**
 * The coefficients that bring Σ(target − columns · coefficients)² to its minimum, by Householder's (1958) reflections,
 * and (XᵀX)⁻¹. A column of which less than `tolerance` is left after the earlier ones is dependent on them.
 */
export const leastSquares = (
  given: readonly Float64Array[],
  givenTarget: Float64Array,
  tolerance = 1e-9,
): LeastSquares => {
  const columns = given.map((column) => Float64Array.from(column));
  const target = Float64Array.from(givenTarget);
  for (const [j, column] of columns.entries()) {
    const length = norm(column, j);
    if (!(length > tolerance * norm(given[j] ?? column, 0))) return { ok: false, dependent: j };
    const mirror = mirrorOf(column, j, length);
    for (const other of columns.slice(j)) reflect(mirror, other, j);
    reflect(mirror, target, j);
  }
  const triangle = invertTriangle(columns);
  const product = (one: readonly number[], other: ArrayLike<number>): number =>
    one.reduce((sum, value, place) => sum + value * numberAt(other, place), 0);
  return {
    ok: true,
    coefficients: triangle.map((row) => product(row, target)),
    inverse: triangle.map((row) => triangle.map((other) => product(row, other))),
  };
};
