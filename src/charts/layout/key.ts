import { round } from './geometry.ts';
import { fitText, textWidth } from './text.ts';

/** The two sides of a comparison, and the shape that stands for them in the chart. */
export interface KeyNames {
  readonly focusName: string;
  readonly comparisonName: string;
  readonly shape: 'dot' | 'bar';
}

/** Height that the key takes above the drawing, in px. */
export const keyHeight = 28;

const strong = { size: 13, face: 'strong' } as const;
const plain = { size: 13 };

/** Places both names in one line above the drawing (y below zero), cut to the width; the focus keeps at least half. */
export const layoutKey = ({ focusName, comparisonName, shape }: KeyNames, width: number) => {
  const swatch = (shape === 'dot' ? 12 : 16) + 8;
  const gap = 20;
  const room = width - 2 * swatch - gap;
  const focusRoom = Math.max(room / 2, room - textWidth(comparisonName, plain));
  const focus = fitText(focusName, focusRoom, strong);
  const focusEnd = swatch + textWidth(focus, strong);
  const x = round(focusEnd + gap);
  return {
    middle: -keyHeight + 9,
    focus: { text: focus, textX: swatch },
    comparison: {
      text: fitText(comparisonName, width - x - swatch, plain),
      x,
      textX: round(x + swatch),
    },
  };
};
