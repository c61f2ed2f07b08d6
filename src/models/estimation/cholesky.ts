import { addAt, numberAt } from './number-at.ts';

/** A symmetric matrix by rows; only square ones are given to the functions of this file. */
export type Matrix = readonly (readonly number[])[];

/** What the decomposition gives: the lower triangle, or the place of the column that the earlier ones determine. */
export type Cholesky =
  { readonly ok: true; readonly lower: Matrix } | { readonly ok: false; readonly dependent: number };

/**
 * Cholesky decomposition A = L·Lᵀ of a symmetric positive definite matrix. A pivot below `tolerance` × its diagonal
 * element means that the column depends on those before it.
 */
export const cholesky = (matrix: Matrix, tolerance = 1e-11): Cholesky => {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const current: number[] = [];
    for (let j = 0; j <= i; j += 1) {
      const other = j === i ? current : (lower[j] ?? []);
      let rest = numberAt(row, j);
      for (let k = 0; k < j; k += 1) rest -= numberAt(current, k) * numberAt(other, k);
      if (j < i) current.push(rest / numberAt(other, j));
      else if (!(rest > tolerance * Math.abs(numberAt(row, i)))) return { ok: false, dependent: i };
      else current.push(Math.sqrt(rest));
    }
    lower.push(current);
  }
  return { ok: true, lower };
};

/** The x of L·Lᵀ·x = b. */
export const solveCholesky = (lower: Matrix, b: readonly number[]): number[] => {
  const x = [...b];
  for (const [i, row] of lower.entries()) {
    for (let k = 0; k < i; k += 1) addAt(x, i, -numberAt(row, k) * numberAt(x, k));
    x[i] = numberAt(x, i) / numberAt(row, i);
  }
  for (const [i, row] of [...lower.entries()].toReversed()) {
    x[i] = numberAt(x, i) / numberAt(row, i);
    for (let k = 0; k < i; k += 1) addAt(x, k, -numberAt(row, k) * numberAt(x, i));
  }
  return x;
};

/** The inverse of L·Lᵀ: of an information matrix, the covariance of the estimates. */
export const invertCholesky = (lower: Matrix): number[][] =>
  lower.map((_, column) =>
    solveCholesky(
      lower,
      lower.map((_row, place) => (place === column ? 1 : 0)),
    ),
  );
