import { isKnown } from './known.ts';

/** The step of a colour scale, 1–7; tokens `--seq-n` or `--div-n`, ink `--seq-n-ink`, `--div-n-ink`. */
export type Step = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Gives a value its step; null for a missing value. */
export type StepScale = (value: number | null | undefined) => Step | null;

const step = (fraction: number): Step => Math.min(7, Math.max(1, 1 + Math.floor(fraction * 7))) as Step;

/** Little to much in seven equal steps from the least to the largest value; all the same value: the middle step. */
export const sequentialSteps = (values: readonly (number | null | undefined)[]): StepScale => {
  const known = values.filter(isKnown);
  const low = Math.min(...known);
  const high = Math.max(...known);
  return (value) => {
    if (!isKnown(value)) return null;
    return high > low ? step((value - low) / (high - low)) : 4;
  };
};

/** Below ← middle → above, the same distance per step on both sides; the farthest value gets an end colour. */
export const divergingSteps = (values: readonly (number | null | undefined)[], middle: number): StepScale => {
  const reach = Math.max(0, ...values.filter(isKnown).map((value) => Math.abs(value - middle)));
  return (value) => {
    if (!isKnown(value)) return null;
    return reach > 0 ? step((value - middle + reach) / (2 * reach)) : 4;
  };
};
