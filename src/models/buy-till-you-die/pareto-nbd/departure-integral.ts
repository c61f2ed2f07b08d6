import { at } from '../../../core/numeric/at.ts';
import { gaussLegendre } from '../../../core/numeric/gauss-legendre.ts';
import type { Quadrature } from '../../../core/numeric/gauss-legendre.ts';

const coarse = gaussLegendre(8);
const fine = gaussLegendre(16);

/**
 * Over u from t_x to T: ∫ (α + u)^−(r+x) (β + u)^−(s+1) du, the departures after the last purchase, relative to the integrand
 * at t_x. One object is filled again and again.
 */
export interface DepartureIntegral {
  /** The integral ÷ the integrand at t_x. */
  value: number;
  /** Means of ln(α + u), ln(β + u), 1/(α + u) and 1/(β + u) over the integrand. */
  logAlpha: number;
  logBeta: number;
  perAlpha: number;
  perBeta: number;
}

interface Plan {
  readonly rule: Quadrature;
  readonly panels: number;
  /** How far to go in v. */
  readonly length: number;
}

/** How finely to integrate (near·eᵛ)^−steep (near·eᵛ + far − near)^−slow: to where nothing is left, in even panels. */
const plan = (steep: number, slow: number, near: number, far: number, span: number): Plan => {
  const fall = steep - 1 + (slow * near) / far;
  const whole = Math.log1p(span / near);
  const length = fall > 0 ? Math.min(whole, 40 / fall) : whole;
  const decline = steep * length + slow * Math.log1p((near * Math.expm1(length)) / far);
  if (decline < 3 && length < 0.6) return { rule: coarse, panels: 1, length };
  return { rule: fine, panels: Math.max(1, Math.ceil(Math.max(decline / 12, length / 2.5))), length };
};

/**
 * Fills the integral by Gauss's rule in ln(u + the smaller of α and β), where the integrand is smooth whichever is larger: no
 * case for α > β, β > α or α = β, and nothing cancels, as the two ₂F₁ of the published likelihood do when T is near t_x.
 * `powerAlpha` = r + x, `powerBeta` = s + 1. Relative error about 1e-13. At T = t_x the value is 0.
 */
export const integrateDepartures = (
  result: DepartureIntegral,
  alpha: number,
  beta: number,
  powerAlpha: number,
  powerBeta: number,
  last: number,
  age: number,
): void => {
  const smaller = Math.min(alpha, beta);
  const atLastAlpha = Math.log(alpha + last);
  const atLastBeta = Math.log(beta + last);
  const origin = Math.log(smaller + last);
  const power = powerAlpha + powerBeta;
  const larger = Math.max(alpha, beta);
  const steep = alpha < beta ? powerAlpha : powerBeta;
  const slow = power - steep;
  const { rule, panels, length } = plan(steep, slow, smaller + last, larger + last, age - last);
  let [sum, logA, logB, perA, perB] = [0, 0, 0, 0, 0];
  for (let panel = 0; panel < panels; panel += 1)
    for (let node = 0; node < rule.nodes.length; node += 1) {
      const v = ((panel + at(rule.nodes, node)) * length) / panels;
      const near = (smaller + last) * Math.exp(v);
      const a = near + (alpha - smaller);
      const b = near + (beta - smaller);
      const lnA = alpha <= beta ? origin + v : Math.log(a);
      const lnB = beta <= alpha ? origin + v : Math.log(b);
      const weight =
        at(rule.weights, node) *
        near *
        Math.exp(-powerAlpha * (lnA - atLastAlpha) - powerBeta * (lnB - atLastBeta));
      sum += weight;
      logA += weight * lnA;
      logB += weight * lnB;
      perA += weight / a;
      perB += weight / b;
    }
  result.value = (sum * length) / panels;
  result.logAlpha = sum > 0 ? logA / sum : atLastAlpha;
  result.logBeta = sum > 0 ? logB / sum : atLastBeta;
  result.perAlpha = sum > 0 ? perA / sum : 1 / (alpha + last);
  result.perBeta = sum > 0 ? perB / sum : 1 / (beta + last);
};

/** An integral to be filled. */
export const emptyDepartures = (): DepartureIntegral => ({
  value: 0,
  logAlpha: 0,
  logBeta: 0,
  perAlpha: 0,
  perBeta: 0,
});
