import type { Rfm } from './result.ts';
import type { RfmParams } from './params.ts';

/** One of the three dimensions that have cut points. */
export type Dimension = keyof Rfm['cuts'];

/** The cut points after one was moved: its neighbours give way, so that they keep rising. */
export const moveCut = (cuts: readonly number[], at: number, value: number): number[] =>
  cuts.map((cut, index) => {
    if (index === at) return value;
    return index < at ? Math.min(cut, value) : Math.max(cut, value);
  });

/** The change of parameters that moves one cut and keeps all the others where they are. */
export const paramsWithCut = (
  { cuts }: Pick<Rfm, 'cuts'>,
  dimension: Dimension,
  at: number,
  value: number,
): Partial<RfmParams> => {
  const moved = { ...cuts, [dimension]: moveCut(cuts[dimension], at, value) };
  return {
    scoring: 'cuts',
    recencyCuts: [...moved.recency],
    frequencyCuts: [...moved.frequency],
    monetaryCuts: [...moved.monetary],
  };
};

const wholeBelow = (cut: number): number => Math.ceil(cut) - 1;

const rangeWords = (from: number, to: number | undefined): string => {
  if (to === undefined) return `${from}+`;
  return to <= from ? String(from) : `${from}–${to}`;
};

/**
 * The whole numbers that score `place` (1 for the lowest values) means, such as "14–32" or "6+"; empty without cuts or
 * when two cuts coincide and nothing lies between them. `lowest` is the smallest possible value.
 */
export const scoreRange = (cuts: readonly number[], place: number, lowest: number): string => {
  if (cuts.length === 0) return '';
  const [lower, upper] = [cuts[place - 2], cuts[place - 1]];
  const from = lower === undefined ? lowest : Math.ceil(lower);
  const to = upper === undefined ? undefined : wholeBelow(upper);
  return to !== undefined && to < from ? '' : rangeWords(from, to);
};
