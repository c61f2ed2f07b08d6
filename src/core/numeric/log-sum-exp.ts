/** ln(eᵃ + eᵇ) without overflow; −∞ stands for nothing. */
export const logAddExp = (a: number, b: number): number => {
  const high = Math.max(a, b);
  if (high === -Infinity) return -Infinity;
  return high + Math.log1p(Math.exp(Math.min(a, b) - high));
};

/** ln Σ eᵛ without overflow; −∞ for no values. */
export const logSumExp = (values: ArrayLike<number>): number => {
  let high = -Infinity;
  for (let index = 0; index < values.length; index += 1) high = Math.max(high, values[index] as number);
  if (high === -Infinity) return -Infinity;
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += Math.exp((values[index] as number) - high);
  return high + Math.log(sum);
};
