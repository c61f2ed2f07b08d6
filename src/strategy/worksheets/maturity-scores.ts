import { maturityAreas, type MaturityArea } from '../templates/maturity-items.ts';
import { meanScore } from './assessed.ts';

/** What of an item its place in the audit follows from. */
export interface MaturityScores {
  readonly area: MaturityArea | null;
  /** 0–5 by who scored. */
  readonly now: Readonly<Record<string, number>>;
  /** 0–5. */
  readonly goal: number | null;
  /** 1–3; an item without one counts as 2. */
  readonly weight: number | null;
}

/** How heavy an item is, 1–3. House rule: 2 until somebody says. */
const weightOf = ({ weight }: Pick<MaturityScores, 'weight'>): number => weight ?? 2;

/** What is missing to the goal, points: goal less the mean score; null until both are known. */
export const gapOf = ({ now, goal }: Pick<MaturityScores, 'now' | 'goal'>): number | null => {
  const mean = meanScore(now);
  return mean === null || goal === null ? null : goal - mean;
};

/** What is missing times how much it matters, points; 0 where the goal is reached, null until score and goal are known. */
export const weightedGap = (values: MaturityScores): number | null => {
  const gap = gapOf(values);
  return gap === null ? null : Math.max(0, gap) * weightOf(values);
};

/** An area of the audit. */
export interface AreaScore {
  readonly key: MaturityArea;
  readonly label: string;
  /** Mean of its items by weight, 0–5; null while none is scored. */
  readonly now: number | null;
  /** Mean goal of its items by weight, 0–5; null while none has one. */
  readonly goal: number | null;
  readonly items: number;
  /** How many of its items somebody scored. */
  readonly scored: number;
}

const weightedMean = (parts: readonly (readonly [value: number | null, weight: number])[]): number | null => {
  const known = parts.filter((part): part is readonly [number, number] => part[0] !== null);
  const weight = known.reduce((sum, [, each]) => sum + each, 0);
  return weight === 0 ? null : known.reduce((sum, [value, each]) => sum + value * each, 0) / weight;
};

/** The areas that have items, in the order of the audit: means by weight of what is scored. */
export const areaScores = (rows: readonly { readonly values: MaturityScores }[]): readonly AreaScore[] =>
  maturityAreas.flatMap(({ value, label }) => {
    const own = rows.map(({ values }) => values).filter(({ area }) => area === value);
    if (own.length === 0) return [];
    return [
      {
        key: value,
        label,
        now: weightedMean(own.map((one) => [meanScore(one.now), weightOf(one)])),
        goal: weightedMean(own.map((one) => [one.goal, weightOf(one)])),
        items: own.length,
        scored: own.filter(({ now }) => meanScore(now) !== null).length,
      },
    ];
  });

/** The area that misses most of its goal; undefined while no area has both figures, or none misses any. */
export const widestArea = (areas: readonly AreaScore[]): (AreaScore & { readonly gap: number }) | undefined =>
  areas
    .flatMap((area) =>
      area.now === null || area.goal === null ? [] : [{ ...area, gap: area.goal - area.now }],
    )
    .filter(({ gap }) => gap > 0)
    .sort((first, second) => second.gap - first.gap)[0];
