import { rectBetween, round, type Rect } from './geometry.ts';
import type { Geometry, Mark } from './marks.ts';
import type { Step } from './steps.ts';
import { textWidth, wrapText } from './text.ts';

/** How much there is in a cell, from nothing up. A gap is drawn as one. */
export interface CoverageLevel {
  readonly key: string;
  readonly label: string;
  /** A letter or two for narrow cells. */
  readonly short: string;
  /** Null: a gap. */
  readonly step: Step | null;
}

/** A row or column. */
export interface CoverageEntry {
  readonly key: string;
  readonly label: string;
}

/** What is in a cell; one that isn't given has not been judged. */
export interface CoverageCell {
  readonly row: string;
  readonly column: string;
  readonly level: string;
}

interface DrawnCell {
  readonly key: string;
  readonly rect: Rect;
  readonly step: Step | null;
  readonly isGap: boolean;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Where everything of a coverage grid lies. */
export interface CoverageGeometry extends Geometry {
  readonly cells: readonly DrawnCell[];
  readonly rowLabels: readonly {
    readonly x: number;
    readonly y: number;
    readonly lines: readonly string[];
  }[];
  readonly columnLabels: readonly {
    readonly x: number;
    readonly y: number;
    readonly lines: readonly string[];
  }[];
  readonly key: readonly {
    readonly rect: Rect;
    readonly level: CoverageLevel;
    readonly x: number;
    readonly y: number;
  }[];
}

const type = { size: 12 };
const cellHeight = 34;
const gap = 3;
const lineHeight = 15;
const swatch = 14;

/** The levels in a row that wraps, below the grid. */
const layoutLevelKey = (levels: readonly CoverageLevel[], top: number, width: number) => {
  let x = 0;
  let y = top;
  const drawn = levels.map((level) => {
    const room = swatch + 6 + textWidth(level.label, type) + 18;
    if (x > 0 && x + room > width) {
      x = 0;
      y += 22;
    }
    const one = {
      rect: rectBetween(x, y, x + swatch, y + swatch),
      level,
      x: round(x + swatch + 6),
      y: y + 11,
    };
    x += room;
    return one;
  });
  return { drawn, bottom: y + swatch };
};

/** Rows crossed with columns, each cell with a named level: gaps stand out as gaps, cells that nobody judged stay empty. */
export const layoutCoverage = (
  rows: readonly CoverageEntry[],
  columns: readonly CoverageEntry[],
  levels: readonly CoverageLevel[],
  cells: readonly CoverageCell[],
  width: number,
): CoverageGeometry => {
  const labelRoom = Math.min(
    Math.max(0, ...rows.map(({ label }) => textWidth(label, type))) + 12,
    width * 0.32,
  );
  const step = Math.min((width - labelRoom) / Math.max(1, columns.length), 150);
  const words = columns.map(({ label }) => wrapText(label, step - 6, type, 2));
  const top = Math.max(1, ...words.map((lines) => lines.length)) * lineHeight + 8;
  const levelOf = new Map(levels.map((level) => [level.key, level]));
  const cellOf = new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, levelOf.get(cell.level)]));
  const isRoomy = levels.every(({ label }) => textWidth(label, type) + 8 <= step - gap);
  const placed = rows.flatMap((row, down) =>
    columns.map((column, across) => {
      const level = cellOf.get(`${row.key}/${column.key}`);
      const x = labelRoom + across * step;
      const y = top + down * cellHeight;
      const drawn: DrawnCell = {
        key: `${row.key}/${column.key}`,
        rect: rectBetween(x, y, x + step - gap, y + cellHeight - gap),
        step: level?.step ?? null,
        isGap: level?.step === null,
        text: level ? (isRoomy ? level.label : level.short) : '',
        x: round(x + (step - gap) / 2),
        y: round(y + (cellHeight - gap) / 2 + 4.2),
      };
      const mark: Mark = {
        key: drawn.key,
        hit: drawn.rect,
        anchor: { x: drawn.x, y: drawn.rect.y },
        at: { x: across, y: down },
        tip: {
          title: `${row.label} · ${column.label}`,
          lines: [{ name: '', text: level?.label ?? 'Not judged yet' }],
        },
      };
      return { drawn, mark };
    }),
  );
  const bottom = top + rows.length * cellHeight;
  const key = layoutLevelKey(levels, round(bottom + 10), width);
  return {
    width,
    height: round(key.bottom + 6),
    cells: placed.map(({ drawn }) => drawn),
    marks: placed.map(({ mark }) => mark),
    key: key.drawn,
    rowLabels: rows.map(({ label }, at) => {
      const lines = wrapText(label, labelRoom - 8, type, 2);
      const middle = top + at * cellHeight + (cellHeight - gap) / 2;
      return { x: 0, y: round(middle + 4.2 - ((lines.length - 1) * lineHeight) / 2), lines };
    }),
    columnLabels: words.map((lines, at) => ({
      x: round(labelRoom + at * step + (step - gap) / 2),
      y: round(top - 8 - (lines.length - 1) * lineHeight),
      lines,
    })),
  };
};
