import { rectBetween, round, type Point, type Rect } from './geometry.ts';
import type { Geometry } from './marks.ts';
import { fitText, wrapText } from './text.ts';

/** A step as both sides see it; empty words: that side has none. */
export interface LaneStep {
  readonly key: string;
  readonly label: string;
  readonly left: string;
  readonly right: string;
}

/** What the lanes are called, and what is said where one is missing. */
export interface LaneNames {
  readonly left: string;
  readonly right: string;
  readonly noLeft: string;
  readonly noRight: string;
}

interface DrawnBox {
  readonly rect: Rect;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly isMissing: boolean;
}

/** Where everything of two lanes lies. */
export interface TwoLanesGeometry extends Geometry {
  readonly heads: readonly (Point & { readonly text: string })[];
  readonly steps: readonly {
    readonly key: string;
    readonly label: Point & { readonly text: string };
    readonly boxes: readonly [DrawnBox, DrawnBox];
    readonly link: { readonly x1: number; readonly x2: number; readonly y: number };
  }[];
}

const type = { size: 13 };
const lineHeight = 17;
const narrow = 560;

/** Steps downwards, the two sides beside each other, joined where both are there; on a narrow page the step's name stands above its boxes. */
export const layoutTwoLanes = (
  steps: readonly LaneStep[],
  names: LaneNames,
  width: number,
): TwoLanesGeometry => {
  const isNarrow = width < narrow;
  const labelRoom = isNarrow ? 0 : Math.min(170, width * 0.18);
  const between = isNarrow ? 18 : 56;
  const boxWidth = Math.min((width - labelRoom - between) / 2, 360);
  const leftX = labelRoom;
  const rightX = labelRoom + boxWidth + between;
  const box = (words: string, missing: string, x: number, y: number, height: number): DrawnBox => {
    const isMissing = words.trim() === '';
    const lines = wrapText(isMissing ? missing : words.trim(), boxWidth - 20, type, 2);
    return {
      rect: rectBetween(x, y, x + boxWidth, y + height),
      lines,
      x: round(x + 10),
      y: round(y + height / 2 - (lines.length - 1) * (lineHeight / 2) + 4.5),
      isMissing,
    };
  };
  let y = 26;
  const drawn = steps.map((step, at) => {
    const lines = Math.max(
      ...[step.left || names.noLeft, step.right || names.noRight].map(
        (words) => wrapText(words, boxWidth - 20, type, 2).length,
      ),
    );
    const height = lines * lineHeight + 15;
    const top = isNarrow ? y + 20 : y;
    y = top + height + 8;
    const middle = round(top + height / 2);
    const boxes = [
      box(step.left, names.noLeft, leftX, top, height),
      box(step.right, names.noRight, rightX, top, height),
    ] as const;
    return {
      key: step.key,
      label: {
        text: fitText(step.label, isNarrow ? width : labelRoom - 12, type),
        x: 0,
        y: isNarrow ? round(top - 6) : round(middle + 4.5),
      },
      boxes,
      link: { x1: round(leftX + boxWidth), x2: round(rightX), y: middle },
      mark: {
        key: step.key,
        hit: rectBetween(0, top - (isNarrow ? 18 : 2), rightX + boxWidth, top + height + 2),
        anchor: { x: round(leftX + boxWidth), y: round(top) },
        at: { x: 0, y: at },
        tip: {
          title: step.label,
          lines: [
            { name: names.left, text: step.left || names.noLeft },
            { name: names.right, text: step.right || names.noRight },
          ],
        },
      },
    };
  });
  return {
    width,
    height: round(y),
    heads: [
      { text: names.left, x: round(leftX), y: 12 },
      { text: names.right, x: round(rightX), y: 12 },
    ],
    steps: drawn,
    marks: drawn.map(({ mark }) => mark),
  };
};
