import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { rectBetween, round, type Rect } from './geometry.ts';
import type { Geometry, Mark } from './marks.ts';
import { layoutStepKey, type StepKey } from './step-key.ts';
import { divergingSteps, sequentialSteps, type Step } from './steps.ts';
import { fitText, textWidth } from './text.ts';

/** A row or column of the grid. */
export interface HeatAxisEntry {
  readonly key: string;
  readonly label: string;
}

/** One cell. A cell that isn't given stays empty; one with value null says that nothing is known. */
export interface HeatCell {
  readonly key: string;
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
  /** Shown in place of the value, such as a count. */
  readonly text?: string;
  /** How many people it is about. */
  readonly people?: number;
  /** More words for the tooltip. */
  readonly detail?: string;
  /** Drawn with stripes, such as a cell that several claim. */
  readonly isHatched?: boolean;
}

/** What the grid measures. */
export interface HeatOptions {
  readonly width: number;
  readonly unit: FormatUnit;
  readonly formats: Formats;
  readonly scale: 'sequential' | 'diverging';
  /** Value of the neutral colour of a diverging scale. */
  readonly middle: number;
  readonly rowTitle: string;
  readonly columnTitle: string;
}

/** A cell, drawn; `step` null: nothing known. */
export interface DrawnCell {
  readonly key: string;
  readonly rect: Rect;
  readonly step: Step | null;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly people: number | undefined;
  readonly isHatched: boolean;
}

/** Where everything of a heat grid lies. */
export interface HeatGeometry extends Geometry {
  readonly cells: readonly DrawnCell[];
  readonly rowLabels: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  readonly columnLabels: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  readonly rowTitle: { readonly text: string; readonly y: number };
  readonly columnTitle: { readonly text: string; readonly x: number; readonly y: number };
  readonly key: StepKey | null;
}

const type = { size: 12 };
const gap = 2;

/** A share without its sign; few of many are not none. */
const wholePercent = (share: number | null): string => {
  if (share === null) return '–';
  return share > 0 && share < 0.005 ? '<1' : String(Math.round(share * 100));
};

/** What the cells say: the value as given or short; shares without their sign where the grid is dense; nothing where it is denser. */
const cellTexts = (
  cells: readonly HeatCell[],
  room: number,
  { unit, formats }: HeatOptions,
): readonly string[] => {
  const fits = (texts: readonly string[]): boolean =>
    Math.max(0, ...texts.map((text) => textWidth(text, type))) + 4 <= room;
  const full = cells.map(({ text, value }) => text ?? formats.compact(value, unit));
  if (fits(full)) return full;
  const whole = cells.map(({ value }) => wholePercent(value));
  return unit === 'share' && fits(whole) ? whole : cells.map(() => '');
};

/** A grid of coloured cells with row labels at the left and column labels on top; values in the cells where they fit. */
export const layoutHeatGrid = (
  rows: readonly HeatAxisEntry[],
  columns: readonly HeatAxisEntry[],
  cells: readonly HeatCell[],
  options: HeatOptions,
): HeatGeometry => {
  const { width, unit, formats, scale, middle, rowTitle, columnTitle } = options;
  const labelRoom = Math.min(
    Math.max(textWidth(rowTitle, type), 0, ...rows.map(({ label }) => textWidth(label, type))) + 10,
    width * 0.32,
  );
  const step = Math.min((width - labelRoom) / Math.max(1, columns.length), 96);
  const cellHeight = Math.max(24, Math.min(36, step * 0.8));
  const top = 42;
  const columnAt = new Map(columns.map(({ key }, at) => [key, at]));
  const rowAt = new Map(rows.map(({ key }, at) => [key, at]));
  const values = cells.map(({ value }) => value);
  const stepOf = scale === 'diverging' ? divergingSteps(values, middle) : sequentialSteps(values);
  const texts = cellTexts(cells, step - gap, options);
  const every = Math.max(
    1,
    Math.ceil((Math.max(0, ...columns.map(({ label }) => textWidth(label, type))) + 6) / step),
  );
  const labelEvery = every * step > width / 2 ? 1 : every;

  const placed = cells.flatMap((cell, index) => {
    const column = columnAt.get(cell.column);
    const row = rowAt.get(cell.row);
    return column === undefined || row === undefined ? [] : [{ cell, column, row, text: texts[index] ?? '' }];
  });
  const bottom = top + rows.length * cellHeight;
  const drawn = placed.map(({ cell, column, row, text }): DrawnCell => {
    const x = labelRoom + column * step;
    const y = top + row * cellHeight;
    return {
      key: cell.key,
      rect: rectBetween(x, y, x + step - gap, y + cellHeight - gap),
      step: stepOf(cell.value),
      text,
      people: cell.people,
      isHatched: cell.isHatched ?? false,
      x: round(x + (step - gap) / 2),
      y: round(y + (cellHeight - gap) / 2 + 4.2),
    };
  });
  const marks = placed
    .map(({ cell, column, row }, index): Mark => {
      const { x, y, width: w, height: h } = drawn[index]?.rect ?? { x: 0, y: 0, width: 0, height: 0 };
      return {
        key: cell.key,
        hit: { x, y, width: w, height: h },
        anchor: { x: round(x + w / 2), y },
        at: { x: column, y: row },
        people: cell.people,
        tip: {
          title: `${rowTitle} ${rows[row]?.label ?? ''} · ${columnTitle} ${columns[column]?.label ?? ''}`,
          lines: [
            { name: '', text: formats.value(cell.value, unit) },
            ...(cell.text === undefined ? [] : [{ name: '', text: cell.text }]),
            ...(cell.detail === undefined ? [] : [{ name: '', text: cell.detail }]),
          ],
        },
      };
    })
    .sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x);
  const key = layoutStepKey(values, stepOf, {
    y: round(bottom + 12),
    width: round(labelRoom + step * columns.length),
    unit,
    formats,
  });
  return {
    width,
    height: round(bottom + (key ? 30 : 4)),
    cells: drawn,
    marks,
    key,
    rowLabels: rows.map(({ label }, at) => ({
      text: fitText(label, labelRoom - 8, type),
      x: round(labelRoom - 8),
      y: round(top + at * cellHeight + (cellHeight - gap) / 2 + 4.2),
    })),
    columnLabels: columns.flatMap(({ label }, at) =>
      at % labelEvery === 0
        ? [
            {
              text: fitText(label, labelEvery * step - 4, type),
              x: round(labelRoom + at * step + (step - gap) / 2),
              y: top - 8,
            },
          ]
        : [],
    ),
    rowTitle: { text: fitText(rowTitle, labelRoom - 8, type), y: top - 8 },
    columnTitle: { text: columnTitle, x: round(labelRoom), y: 12 },
  };
};
