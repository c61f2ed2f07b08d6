import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { placeOn, ticksOf, type EvenAxis } from './even-axis.ts';
import { rectBetween, type Rect } from './geometry.ts';
import type { Geometry, Mark } from './marks.ts';
import { layoutStepKey, type StepKey } from './step-key.ts';
import { sequentialSteps, type Step } from './steps.ts';
import { textWidth } from './text.ts';

/** A cell of a plane: those between two places of each axis. */
export interface PlaneCell {
  readonly xFrom: number;
  readonly xTo: number;
  readonly yFrom: number;
  readonly yTo: number;
  readonly people: number;
  /** Further lines of its tooltip. */
  readonly lines: readonly { readonly name: string; readonly text: string }[];
}

/** What the axes measure, and what the quarters are called: top left, top right, bottom left, bottom right. */
export interface PlaneOptions {
  readonly width: number;
  readonly formats: Formats;
  readonly xUnit: FormatUnit;
  readonly yUnit: FormatUnit;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly quarters: readonly [string, string, string, string];
}

/** Where everything of a plane lies. */
export interface PlaneGeometry extends Geometry {
  readonly cells: readonly {
    readonly key: string;
    readonly rect: Rect;
    readonly step: Step;
    readonly people: number;
  }[];
  readonly x: EvenAxis;
  readonly y: EvenAxis;
  readonly xTicks: readonly { readonly x: number; readonly text: string }[];
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly quarters: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'end';
  }[];
  readonly key: StepKey | null;
}

const type = { size: 12 };
const top = 44;
const right = 30;

const edgesOf = (pairs: readonly (readonly [number, number])[]): readonly number[] =>
  [...new Set(pairs.flat())].sort((one, other) => one - other);

/** People spread over two figures, each axis divided so that its steps hold about as many; darker cells hold more. */
export const layoutCutPlane = (cells: readonly PlaneCell[], options: PlaneOptions): PlaneGeometry => {
  const { width, formats, xUnit, yUnit, xLabel, yLabel, quarters } = options;
  const xEdges = edgesOf(cells.map(({ xFrom, xTo }) => [xFrom, xTo]));
  const yEdges = edgesOf(cells.map(({ yFrom, yTo }) => [yFrom, yTo]));
  const height = Math.round(Math.min(460, Math.max(320, width * 0.72)));
  const left = 10 + Math.max(0, ...yEdges.map((edge) => textWidth(formats.compact(edge, yUnit), type)));
  const baseY = height - 66;
  const x: EvenAxis = { edges: xEdges, from: left, to: width - right };
  const y: EvenAxis = { edges: yEdges, from: baseY, to: top };
  const counts = cells.map(({ people }) => people);
  const stepOf = sequentialSteps(counts);
  const drawn = cells.map((cell, at) => ({
    key: `${at}`,
    rect: rectBetween(
      placeOn(x, cell.xFrom) + 1,
      placeOn(y, cell.yFrom) - 1,
      placeOn(x, cell.xTo) - 1,
      placeOn(y, cell.yTo) + 1,
    ),
    step: stepOf(cell.people) ?? 1,
    people: cell.people,
  }));
  const between = (from: number, to: number, unit: FormatUnit): string =>
    `${formats.compact(from, unit)} to ${formats.compact(to, unit)}`;
  const marks = drawn.map(({ key, rect }, at): Mark => {
    const cell = cells[at];
    return {
      key,
      hit: rect,
      anchor: { x: rect.x + rect.width / 2, y: rect.y },
      at: { x: Math.round(rect.x), y: Math.round(rect.y) },
      pickable: false,
      people: cell?.people,
      tip: {
        title: `${formats.value(cell?.people ?? 0, 'count')} customers`,
        lines: cell
          ? [
              { name: yLabel, text: between(cell.yFrom, cell.yTo, yUnit) },
              { name: xLabel, text: between(cell.xFrom, cell.xTo, xUnit) },
              ...cell.lines,
            ]
          : [],
      },
    };
  });
  const [topLeft, topRight, bottomLeft, bottomRight] = quarters;
  const corner = (text: string, isRight: boolean, isTop: boolean) => ({
    text,
    x: isRight ? x.to - 6 : x.from + 6,
    y: isTop ? top + 16 : baseY - 8,
    anchor: isRight ? ('end' as const) : ('start' as const),
  });
  return {
    width,
    height,
    cells: drawn,
    marks,
    x,
    y,
    xTicks: ticksOf(x, xUnit, formats, 52).map(({ at, text }) => ({ x: at, text })),
    yTicks: ticksOf(y, yUnit, formats, 26).map(({ at, text }) => ({ y: at, text })),
    quarters: [
      corner(topLeft, false, true),
      corner(topRight, true, true),
      corner(bottomLeft, false, false),
      corner(bottomRight, true, false),
    ],
    key: layoutStepKey(counts, stepOf, {
      y: height - 14,
      width,
      unit: 'count',
      formats,
      name: 'Customers',
    }),
  };
};
