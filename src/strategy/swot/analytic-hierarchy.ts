/** What judgements by pairs come to. */
export interface Hierarchy {
  /** Principal eigenvector, adding up to 1, in the order of the matrix. */
  readonly weights: readonly number[];
  /** Principal eigenvalue λ, at least the number of things compared. */
  readonly eigenvalue: number;
  /** (λ − n) ÷ (n − 1) ÷ random index; 0 for two things, which can't contradict each other. Below 0.1 is consistent enough. */
  readonly consistencyRatio: number;
}

/** Mean consistency index of random matrices of 0, 1, 2 … 15 things (Saaty 1980). */
const randomIndex = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

const enoughSteps = 1000;
const precision = 1e-14;

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] =>
  matrix.map((row) => row.reduce((sum, value, at) => sum + value * (vector[at] as number), 0));

/**
 * Weights and consistency of a reciprocal matrix (`matrix[i][j]` = how many times more important i is than j = 1 ÷ `matrix[j][i]`) by power
 * iteration. Symbols: λ `eigenvalue`, CR `consistencyRatio`. Source: Saaty (1980), The Analytic Hierarchy Process.
 */
export const analyticHierarchy = (matrix: readonly (readonly number[])[]): Hierarchy => {
  const count = matrix.length;
  let weights: readonly number[] = matrix.map(() => 1 / count);
  for (let step = 0; step < enoughSteps; step += 1) {
    const next = times(matrix, weights);
    const sum = next.reduce((total, value) => total + value, 0);
    const scaled = next.map((value) => value / sum);
    const moved = Math.max(...scaled.map((value, at) => Math.abs(value - (weights[at] as number))));
    weights = scaled;
    if (moved < precision) break;
  }
  const eigenvalue =
    times(matrix, weights).reduce((sum, value, at) => sum + value / (weights[at] as number), 0) / count;
  const random = randomIndex[Math.min(count, randomIndex.length - 1)] as number;
  return {
    weights,
    eigenvalue,
    consistencyRatio: random === 0 ? 0 : Math.max(0, (eigenvalue - count) / (count - 1)) / random,
  };
};
