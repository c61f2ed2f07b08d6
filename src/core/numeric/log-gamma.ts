const halfLogTwoPi = 0.9189385332046727;

/** ln Γ(x) for x > 0, to about 15 digits: Stirling's series (Abramowitz & Stegun 6.1.41) after a shift beyond 10. */
export const logGamma = (x: number): number => {
  let shifted = x;
  let product = 1;
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 -
              square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360_360 - square * (1 / 156)))))));
  const beyond = (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + series;
  return product === 1 ? beyond : beyond - Math.log(product);
};

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for a, b > 0. */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
