/** A seeded source of numbers: the same seed gives the same sequence on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Uniform whole number in [low, high]. */
  readonly whole: (low: number, high: number) => number;
  /** Standard normal (Box–Muller). */
  readonly normal: () => number;
  /** Exponential with the given mean. */
  readonly exponential: (mean: number) => number;
  /** Gamma with shape and scale (Marsaglia & Tsang 2000). */
  readonly gamma: (shape: number, scale: number) => number;
  /** Index drawn with probability proportional to its weight. */
  readonly weighted: (weights: readonly number[]) => number;
}

/** Mulberry32 with the usual transforms. `seed` is taken as an unsigned 32-bit whole number. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const gamma = (shape: number, scale: number): number => {
    if (shape < 1) return gamma(shape + 1, scale) * (1 - next()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const cubed = (1 + c * x) ** 3;
      if (cubed > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * cubed + d * Math.log(cubed))
        return d * cubed * scale;
    }
  };
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    normal,
    exponential: (mean) => -mean * Math.log(1 - next()),
    gamma,
    weighted: (weights) => {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = weights.findIndex((weight) => (rest -= weight) < 0);
      return found < 0 ? weights.length - 1 : found;
    },
  };
};
