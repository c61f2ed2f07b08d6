import type { FormatUnit } from '../../core/format/formats.ts';
import { evaluateClaim } from '../claims.ts';
import type { BoundFigure } from './judgement.ts';

/** Whether a higher or a lower figure is better. */
export type Direction = 'more' | 'less';

/** What of a measure its light follows from. */
export interface MeasureTarget {
  readonly unit: FormatUnit | null;
  /** In `unit`. */
  readonly target: number | null;
  /** More is better until somebody says. */
  readonly direction: Direction | null;
  /** Share of the target by which it may be missed and still be near, 0–1. */
  readonly band: number | null;
  /** The actual as it was typed, in `unit`; counts where no number is pinned. */
  readonly byHand: number | null;
}

/** Where a measure stands against its target. */
export type Light = 'on-target' | 'near' | 'behind' | 'no-number' | 'no-target' | 'other-unit';

/** The lights in words. */
export const lightWords: Readonly<Record<Light, string>> = {
  'on-target': 'on target',
  near: 'near',
  behind: 'behind',
  'no-number': 'no number yet',
  'no-target': 'no target yet',
  'other-unit': 'number and target are in different units',
};

/** House rule: a measure that misses its target by no more than a tenth of it is near. */
const houseBand = 0.1;
/** House rule: a change of less than one in a hundred is none. */
const sameShare = 0.01;

/** What a measure is now: the pinned number, else what was typed. Null while there is neither. */
export const actualOf = (
  { byHand }: Pick<MeasureTarget, 'byHand'>,
  bound: BoundFigure | undefined,
): number | null => (bound ? bound.now : byHand);

/** The traffic light of a measure, on the number as computed, not as rounded. */
export const lightOf = (measure: MeasureTarget, bound: BoundFigure | undefined): Light => {
  const { target, band, unit } = measure;
  const actual = actualOf(measure, bound);
  if (actual === null) return 'no-number';
  if (target === null) return 'no-target';
  if (bound && unit !== null && bound.unit !== unit) return 'other-unit';
  const isLess = measure.direction === 'less';
  const reaches = (limit: number): boolean =>
    evaluateClaim({ operator: isLess ? 'at-most' : 'at-least', value: limit }, actual) === 'holds';
  if (reaches(target)) return 'on-target';
  const slack = Math.abs(target) * (band ?? houseBand);
  return slack > 0 && reaches(isLess ? target + slack : target - slack) ? 'near' : 'behind';
};

/** How a measure moved since its number was pinned; null while either figure is missing. */
export const trendOf = (
  direction: Direction | null,
  { now, pinned }: Pick<BoundFigure, 'now' | 'pinned'>,
): 'better' | 'worse' | 'same' | null => {
  if (now === null || pinned === null) return null;
  const change = now - pinned;
  if (Math.abs(change) <= sameShare * Math.max(Math.abs(now), Math.abs(pinned))) return 'same';
  return change > 0 === (direction !== 'less') ? 'better' : 'worse';
};
