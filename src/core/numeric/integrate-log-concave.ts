import { at } from './at.ts';
import { gaussLegendre } from './gauss-legendre.ts';

const rule = gaussLegendre(24);
const panels = 6;
/** How far below its peak, in logs, an integrand counts as nothing. */
const negligible = 42;

/** Place of the highest value of a unimodal function on [low, high], by golden section. */
const findPeak = (f: (w: number) => number, low: number, high: number): number => {
  const share = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [low, high];
  for (let round = 0; round < 200 && right - left > 1e-9 * (1 + Math.abs(left)); round += 1) {
    const one = right - share * (right - left);
    const two = left + share * (right - left);
    if (f(one) < f(two)) left = one;
    else right = two;
  }
  return f(high) >= f((left + right) / 2) ? high : (left + right) / 2;
};

/** Where the function has fallen by `negligible` on the way from its peak to an end; the end when it has not. */
const findEdge = (f: (w: number) => number, peak: number, end: number): number => {
  const floor = f(peak) - negligible;
  if (f(end) >= floor) return end;
  let [inside, outside] = [peak, end];
  for (let round = 0; round < 60; round += 1) {
    const middle = (inside + outside) / 2;
    if (f(middle) >= floor) inside = middle;
    else outside = middle;
  }
  return outside;
};

/**
 * ln ∫ e^f(w) dw over [low, high] of a smooth, concave f: the peak and the places where nothing is left are found first, so
 * that a narrow peak far from the middle is met. Relative error about 1e-12; −∞ on an empty interval.
 */
export const logIntegrateConcave = (f: (w: number) => number, low: number, high: number): number => {
  if (!(high > low)) return -Infinity;
  const peak = findPeak(f, low, high);
  const highest = f(peak);
  const from = findEdge(f, peak, low);
  const width = (findEdge(f, peak, high) - from) / panels;
  let sum = 0;
  for (let panel = 0; panel < panels; panel += 1)
    for (let node = 0; node < rule.nodes.length; node += 1)
      sum += at(rule.weights, node) * Math.exp(f(from + (panel + at(rule.nodes, node)) * width) - highest);
  return highest + Math.log(sum * width);
};
