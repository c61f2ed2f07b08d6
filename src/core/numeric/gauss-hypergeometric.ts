/** Value and slope of a solution of the hypergeometric equation at one place. */
interface Place {
  readonly z: number;
  readonly value: number;
  readonly slope: number;
}

const precision = 1e-17;
const mostTerms = 20_000;

/** ₂F₁ by its own series (Abramowitz & Stegun 15.1.1), with its slope; fast for |z| ≤ ½. */
const atSeries = (a: number, b: number, c: number, z: number): Place => {
  let term = 1;
  let value = 1;
  let slope = 0;
  for (let n = 0; n < mostTerms; n += 1) {
    const ratio = ((a + n) * (b + n)) / ((c + n) * (n + 1));
    slope += term * ratio * (n + 1);
    term *= ratio * z;
    value += term;
    if (Math.abs(term) * (n + 2) <= precision * Math.abs(value)) break;
  }
  return { z, value, slope };
};

/**
 * One Taylor step of z(1 − z)w″ + [c − (a + b + 1)z]w′ − abw = 0 (Abramowitz & Stegun 15.5.1) from a place to another
 * within half of the distance to the singular points 0 and 1.
 */
const step = (a: number, b: number, c: number, from: Place, to: number): Place => {
  const { z } = from;
  const h = to - z;
  let previous = from.value;
  let current = from.slope;
  let power = h;
  let value = previous + current * h;
  let slope = current;
  for (let n = 0; n < 500; n += 1) {
    const next =
      ((a + n) * (b + n) * previous - (n + 1) * (c + n - (a + b + 2 * n + 1) * z) * current) /
      ((n + 2) * (n + 1) * z * (1 - z));
    slope += (n + 2) * next * power;
    power *= h;
    value += next * power;
    if (Math.abs(next * power) + Math.abs(current * power) <= precision * Math.abs(value)) break;
    previous = current;
    current = next;
  }
  return { z: to, value, slope };
};

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for z < 1 and c not 0 or a negative whole number; NaN at z > 1. Series up to
 * ½, and up to 0.99 for positive parameters; beyond, the differential equation is followed towards 1 in Taylor steps, which needs no case for whole c − a − b; below
 * 0, Pfaff's transformation (Abramowitz & Stegun 15.3.4). At z = 1 it is Γ(c)Γ(c−a−b)/[Γ(c−a)Γ(c−b)] and unbounded for
 * c ≤ a + b, which is given as the value just before it.
 */
export const gaussHypergeometric = (a: number, b: number, c: number, z: number): number => {
  if (z > 1) return NaN;
  if (z < 0) return (1 - z) ** -a * gaussHypergeometric(a, c - b, c, z / (z - 1));
  const end = Math.min(z, 1 - 1e-15);
  // Without a change of sign the series is safe far beyond ½, where the steps would lose digits for large parameters.
  const isPositive = a > 0 && b > 0 && c > 0;
  let place = atSeries(a, b, c, Math.min(end, isPositive ? 0.99 : 0.5));
  while (place.z < end) place = step(a, b, c, place, Math.min(end, place.z + 0.4 * (1 - place.z)));
  return place.value;
};
