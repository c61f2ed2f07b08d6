import { at } from './at.ts';

interface Vertex {
  readonly point: Float64Array;
  readonly value: number;
}

/** The lowest vertex that a simplex search found. */
export interface SimplexMinimum extends Vertex {
  readonly evaluations: number;
  /** Whether the simplex has shrunk below the tolerance. */
  readonly converged: boolean;
}

const blend = (one: Float64Array, other: Float64Array, share: number): Float64Array =>
  one.map((value, index) => value + share * (at(other, index) - value));

const centreOf = (vertices: readonly Vertex[], size: number): Float64Array => {
  const centre = new Float64Array(size);
  for (const { point } of vertices)
    for (let index = 0; index < size; index += 1)
      centre[index] = at(centre, index) + at(point, index) / vertices.length;
  return centre;
};

/** The vertex that replaces the worst one; null when the simplex must shrink. */
const replaceWorst = (
  evaluate: (point: Float64Array) => Vertex,
  centre: Float64Array,
  best: number,
  secondWorst: number,
  worst: Vertex,
): Vertex | null => {
  const reflected = evaluate(blend(centre, worst.point, -1));
  if (reflected.value < best) {
    const expanded = evaluate(blend(centre, worst.point, -2));
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < secondWorst) return reflected;
  const nearer = reflected.value < worst.value ? reflected : worst;
  const contracted = evaluate(blend(centre, nearer.point, 0.5));
  return contracted.value < nearer.value ? contracted : null;
};

/**
 * Minimum without gradients by the simplex search of Nelder & Mead (1965), for where a gradient fails. A value that is not a
 * number counts as +∞. Never throws.
 */
export const minimizeNelderMead = (
  objective: (point: Float64Array) => number,
  start: Float64Array,
  tolerance = 1e-10,
  mostEvaluations = 4_000,
): SimplexMinimum => {
  let evaluations = 0;
  const evaluate = (point: Float64Array): Vertex => {
    evaluations += 1;
    const value = objective(point);
    return { point, value: Number.isNaN(value) ? Infinity : value };
  };
  let vertices = [evaluate(start.slice())];
  for (let moved = 0; moved < start.length; moved += 1)
    vertices.push(
      evaluate(
        start.map((value, index) => (index === moved ? value + 0.25 + 0.05 * Math.abs(value) : value)),
      ),
    );
  let spread = Infinity;
  while (evaluations < mostEvaluations && spread > tolerance) {
    vertices = vertices.toSorted((one, other) => one.value - other.value);
    const [best, worst] = [vertices[0] as Vertex, vertices.at(-1) as Vertex];
    spread = Math.abs(worst.value - best.value) / (1e-12 + Math.abs(best.value));
    const centre = centreOf(vertices.slice(0, -1), start.length);
    const found = replaceWorst(evaluate, centre, best.value, vertices.at(-2)?.value ?? best.value, worst);
    vertices =
      found === null
        ? vertices.map((vertex) => (vertex === best ? best : evaluate(blend(best.point, vertex.point, 0.5))))
        : [...vertices.slice(0, -1), found];
  }
  const best = vertices.reduce((lowest, vertex) => (vertex.value < lowest.value ? vertex : lowest));
  return { ...best, evaluations, converged: spread <= tolerance };
};
