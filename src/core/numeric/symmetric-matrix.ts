import { at } from './at.ts';

/** Lower Cholesky factor of a symmetric positive definite matrix in row order; null when it is not positive definite. */
const factorise = (matrix: ArrayLike<number>, size: number): Float64Array | null => {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let rest = at(matrix, row * size + column);
      for (let k = 0; k < column; k += 1) rest -= at(lower, row * size + k) * at(lower, column * size + k);
      if (row !== column) lower[row * size + column] = rest / at(lower, column * size + column);
      else if (rest > 1e-14 * Math.abs(at(matrix, row * size + row)))
        lower[row * size + row] = Math.sqrt(rest);
      else return null;
    }
  return lower;
};

/** Inverse of a small symmetric positive definite matrix in row order; null when it is not positive definite. */
export const invertPositiveDefinite = (matrix: ArrayLike<number>, size: number): Float64Array | null => {
  const lower = factorise(matrix, size);
  if (lower === null) return null;
  const inverse = new Float64Array(size * size);
  const solved = new Float64Array(size);
  for (let column = 0; column < size; column += 1) {
    for (let row = 0; row < size; row += 1) {
      let rest = row === column ? 1 : 0;
      for (let k = 0; k < row; k += 1) rest -= at(lower, row * size + k) * at(solved, k);
      solved[row] = rest / at(lower, row * size + row);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let rest = at(solved, row);
      for (let k = row + 1; k < size; k += 1) rest -= at(lower, k * size + row) * at(solved, k);
      solved[row] = rest / at(lower, row * size + row);
      inverse[row * size + column] = at(solved, row);
    }
  }
  return inverse;
};
