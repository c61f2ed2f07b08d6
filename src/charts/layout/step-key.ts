import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { round } from './geometry.ts';
import type { Step, StepScale } from './steps.ts';
import { textWidth } from './text.ts';

/** The key of a colour scale: the steps in use from the least to the largest value, set flush right. */
export interface StepKey {
  readonly y: number;
  readonly name: { readonly text: string; readonly x: number };
  readonly steps: readonly { readonly step: Step; readonly x: number }[];
  readonly low: { readonly text: string; readonly x: number };
  readonly high: { readonly text: string; readonly x: number };
}

/** Width of one step of the key in px. */
export const keyStep = 16;
const type = { size: 12 };

/** Lays the key out at `y`; null when there is nothing to tell apart. */
export const layoutStepKey = (
  values: readonly (number | null | undefined)[],
  scale: StepScale,
  options: {
    readonly y: number;
    readonly width: number;
    readonly unit: FormatUnit;
    readonly formats: Formats;
    /** What the colour says; left out where it doesn't fit. */
    readonly name?: string;
  },
): StepKey | null => {
  const known = values.filter(
    (value): value is number => typeof value === 'number' && Number.isFinite(value),
  );
  const least = Math.min(...known);
  const most = Math.max(...known);
  const first = scale(least);
  const last = scale(most);
  if (first === null || last === null || least === most) return null;
  const highText = options.formats.compact(most, options.unit);
  const lowText = options.formats.compact(least, options.unit);
  const right = options.width - textWidth(highText, type) - 8;
  const left = right - (last - first + 1) * keyStep;
  const lowX = left - 8;
  const nameX = lowX - textWidth(lowText, type) - 12;
  const name = options.name ?? '';
  return {
    y: options.y,
    name: { text: textWidth(name, type) <= nameX ? name : '', x: round(nameX) },
    steps: Array.from({ length: last - first + 1 }, (_, at) => ({
      step: (first + at) as Step,
      x: round(left + at * keyStep),
    })),
    low: { text: lowText, x: round(lowX) },
    high: { text: highText, x: round(right + 8) },
  };
};
