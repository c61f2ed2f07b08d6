import { scaleLinear } from 'd3';
import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { placeOn, ticksOf, type EvenAxis } from './even-axis.ts';
import { rectBetween, round, type Rect } from './geometry.ts';
import type { Geometry, Mark } from './marks.ts';
import { textWidth } from './text.ts';
import { writeTicks } from './ticks.ts';

/** A column over a stretch of the axis. */
export interface CutColumn {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly people: number;
}

/** What is measured. */
export interface CutColumnsOptions {
  readonly width: number;
  readonly formats: Formats;
  readonly xUnit: FormatUnit;
  readonly yUnit: FormatUnit;
  readonly xLabel: string;
  readonly yLabel: string;
}

/** Where everything of cut columns lies. */
export interface CutColumnsGeometry extends Geometry {
  readonly columns: readonly {
    readonly key: string;
    readonly rect: Rect;
    readonly from: number;
    readonly people: number;
  }[];
  readonly x: EvenAxis;
  readonly top: number;
  readonly baseY: number;
  readonly left: number;
  readonly right: number;
  readonly xTicks: readonly { readonly at: number; readonly text: string }[];
  readonly yTicks: readonly { readonly y: number; readonly text: string; readonly isZero: boolean }[];
}

const top = 44;

/** Columns over an axis that is cut: a histogram whose columns before the cut are told from those after it. */
export const layoutCutColumns = (
  columns: readonly CutColumn[],
  { width, formats, xUnit, yUnit, xLabel, yLabel }: CutColumnsOptions,
): CutColumnsGeometry => {
  const height = 240;
  const baseY = height - 46;
  const right = width - 14;
  const most = Math.max(0, ...columns.map(({ value }) => value));
  const y = scaleLinear([0, most], [baseY, top + 8]);
  const yTexts = writeTicks(y.ticks(3), yUnit, formats);
  const left = 10 + Math.max(0, ...yTexts.map(({ text }) => textWidth(text, { size: 12 })));
  const edges = [...new Set(columns.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const x: EvenAxis = { edges, from: left, to: right };
  const drawn = columns.map(({ from, to, value, people }, at) => ({
    key: String(at),
    rect: rectBetween(placeOn(x, from) + 1, baseY, placeOn(x, to) - 1, y(value)),
    from,
    people,
  }));
  const marks = columns.map(({ from, to, value, people }, at): Mark => {
    const middle = round((placeOn(x, from) + placeOn(x, to)) / 2);
    return {
      key: String(at),
      hit: rectBetween(placeOn(x, from), top, placeOn(x, to), baseY),
      anchor: { x: middle, y: round(y(value)) },
      at: { x: at, y: 0 },
      pickable: false,
      people,
      tip: {
        title: `${xLabel}: ${formats.value(from, xUnit)} to ${formats.value(to, xUnit)}`,
        lines: [
          { name: yLabel, text: formats.value(value, yUnit) },
          { name: 'Customers', text: formats.value(people, 'count') },
        ],
      },
    };
  });
  return {
    width,
    height,
    columns: drawn,
    marks,
    x,
    top,
    baseY,
    left: round(left),
    right,
    xTicks: ticksOf(x, xUnit, formats, 44),
    yTicks: yTexts.map(({ tick, text }) => ({ y: round(y(tick)), text, isZero: tick === 0 })),
  };
};
