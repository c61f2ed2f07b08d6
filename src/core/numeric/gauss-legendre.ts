/** Nodes and weights of a quadrature rule on [0, 1]. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** Legendre's polynomial of degree n and its slope at x, by recurrence (Abramowitz & Stegun 22.7.10). */
const legendre = (n: number, x: number): readonly [number, number] => {
  let previous = 1;
  let current = x;
  for (let k = 2; k <= n; k += 1) {
    const next = ((2 * k - 1) * x * current - (k - 1) * previous) / k;
    previous = current;
    current = next;
  }
  return [current, (n * (x * current - previous)) / (x * x - 1)];
};

/** Gauss–Legendre rule with n ≥ 2 nodes, rising, on [0, 1]: exact for polynomials of degree 2n − 1. */
export const gaussLegendre = (n: number): Quadrature => {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let index = 0; index < n; index += 1) {
    let x = -Math.cos((Math.PI * (index + 0.75)) / (n + 0.5));
    for (let round = 0; round < 20; round += 1) {
      const [value, slope] = legendre(n, x);
      const move = value / slope;
      x -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    const [, slope] = legendre(n, x);
    nodes[index] = (1 + x) / 2;
    weights[index] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
};
