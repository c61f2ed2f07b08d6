/** ψ(x) = d ln Γ(x) / dx for x > 0, to about 14 digits: recurrence and Abramowitz & Stegun 6.3.18. */
export const digamma = (x: number): number => {
  let shifted = x;
  let below = 0;
  while (shifted < 10) {
    below += 1 / shifted;
    shifted += 1;
  }
  const square = 1 / (shifted * shifted);
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32_760))))));
  return Math.log(shifted) - 0.5 / shifted - series - below;
};
