import { scaleLinear } from 'd3';
import type { Formats } from '../../core/format/formats.ts';
import { rectBetween, round, type Point, type Rect } from './geometry.ts';
import type { Geometry, Mark } from './marks.ts';
import { fitText, textWidth, wrapText } from './text.ts';

/** One rung; the list starts with the lowest. */
export interface Rung {
  readonly key: string;
  readonly label: string;
  /** Customers on this rung; null when it can't be told. */
  readonly count: number | null;
  /** A second figure, in words: "£1.2M revenue". */
  readonly value?: string;
  readonly detail?: string;
  readonly available: boolean;
  /** What is missing for a rung that isn't available. */
  readonly needs?: string;
}

/** A rung, drawn. */
export interface DrawnRung {
  readonly key: string;
  readonly number: number;
  readonly available: boolean;
  readonly people: number | undefined;
  readonly circle: Point;
  readonly bar: Rect;
  readonly name: { readonly lines: readonly string[]; readonly x: number; readonly y: number };
  readonly words: Point & { readonly count: string; readonly value: string };
  readonly note: Point & { readonly lines: readonly string[] };
}

/** Where everything of a ladder lies. */
export interface LadderGeometry extends Geometry {
  readonly rungs: readonly DrawnRung[];
  readonly rail: string;
}

const name = { size: 13, face: 'strong' } as const;
const small = { size: 12 };
const figure = { size: 13, face: 'strong' } as const;
const radius = 12;

const tipLines = (rung: Rung, formats: Formats) =>
  rung.available
    ? [
        { name: 'Customers', text: formats.value(rung.count, 'count') },
        ...(rung.value ? [{ name: '', text: rung.value }] : []),
        ...(rung.detail ? [{ name: '', text: rung.detail }] : []),
      ]
    : [{ name: 'Needs', text: rung.needs ?? 'more data' }];

interface Frame {
  readonly width: number;
  readonly isNarrow: boolean;
  /** How far each rung stands to the right of the one below. */
  readonly lean: number;
  readonly rowHeight: number;
  readonly nameRoom: number;
  readonly barStart: number;
  readonly longest: number;
  readonly length: (count: number) => number;
  readonly counts: readonly string[];
  /** Lines that the words below a bar take. */
  readonly noteLines: number;
}

const railX = radius + 2;

const frameOf = (rungs: readonly Rung[], width: number, formats: Formats): Frame => {
  const isNarrow = width < 520;
  const lean = isNarrow ? 0 : Math.min(18, width / 60);
  const widestName = Math.max(0, ...rungs.map(({ label }) => textWidth(label, name)));
  const nameRoom = isNarrow ? 0 : Math.min(widestName, width * 0.22);
  const barStart = railX + radius + 12 + nameRoom + (isNarrow ? 0 : 12);
  const counts = rungs.map(({ count }) => formats.compact(count, 'count'));
  const wordRooms = rungs.map(({ value }, at) =>
    Math.min(
      textWidth(counts[at] ?? '', figure) + (value ? textWidth(value, small) + 8 : 0),
      width * (isNarrow ? 0.55 : 0.45),
    ),
  );
  const longest = Math.max(24, width - barStart - lean * (rungs.length - 1) - Math.max(0, ...wordRooms) - 12);
  const noteLines = Math.max(
    1,
    ...rungs.map(({ detail = '', available }, at) =>
      available ? wrapText(detail, width - barStart - at * lean, small, isNarrow ? 3 : 2).length : 1,
    ),
  );
  const most = Math.max(1, ...rungs.map(({ count }) => count ?? 0));
  return {
    width,
    isNarrow,
    lean,
    rowHeight: (isNarrow ? 50 : 35) + 15 * noteLines,
    nameRoom,
    barStart,
    longest,
    counts,
    noteLines,
    length: scaleLinear([0, most], [0, longest]),
  };
};

const drawName = (rung: Rung, at: number, top: number, frame: Frame): DrawnRung['name'] => {
  const { isNarrow, nameRoom, lean, width } = frame;
  const x = round(railX + at * lean + radius + 10);
  if (isNarrow) return { lines: [fitText(rung.label, width - x, name)], x, y: round(top + 15) };
  const lines = wrapText(rung.label, nameRoom + 2, name, 2);
  return { lines, x, y: round(top + 29.5 - (lines.length - 1) * 8) };
};

const drawRung = (rung: Rung, at: number, top: number, frame: Frame): DrawnRung => {
  const { width, isNarrow, lean, barStart, longest, length, counts } = frame;
  const shift = at * lean;
  const barTop = isNarrow ? top + 24 : top + 16;
  const start = barStart + shift;
  const baseline = round(barTop + 13.5);
  const shell = {
    key: rung.key,
    number: at + 1,
    available: rung.available,
    people: rung.count ?? undefined,
    circle: { x: round(railX + shift), y: round(isNarrow ? top + 20 : top + 25) },
    name: drawName(rung, at, top, frame),
  };
  if (!rung.available) {
    const end = start + Math.max(24, longest * 0.12);
    return {
      ...shell,
      bar: rectBetween(start, barTop, end, barTop + 18),
      words: { x: round(end + 8), y: baseline, count: '', value: '' },
      note: {
        x: round(end + 8),
        y: baseline,
        lines: wrapText(`Needs ${rung.needs ?? 'more data'}`, width - end - 8, small, frame.noteLines),
      },
    };
  }
  const end = start + length(rung.count ?? 0);
  const count = counts[at] ?? '';
  const valueRoom = width - end - 16 - textWidth(count, figure);
  return {
    ...shell,
    bar: rectBetween(start, barTop, end, barTop + 18),
    words: { x: round(end + 8), y: baseline, count, value: fitText(rung.value ?? '', valueRoom, small) },
    note: {
      x: round(start),
      y: round(barTop + 32),
      lines: wrapText(rung.detail ?? '', width - start, small, frame.noteLines),
    },
  };
};

/** A ladder climbed from below: numbered rungs, each with its bar of customers; rungs without data are outlined. */
export const layoutLadder = (
  rungs: readonly Rung[],
  { width, formats }: { readonly width: number; readonly formats: Formats },
): LadderGeometry => {
  const frame = frameOf(rungs, width, formats);
  const { rowHeight } = frame;
  const topOf = (at: number): number => (rungs.length - 1 - at) * rowHeight + 4;
  const drawn = rungs.map((rung, at) => drawRung(rung, at, topOf(at), frame));
  const marks = rungs
    .map((rung, at): Mark => {
      const bar = drawn[at]?.bar ?? { x: 0, y: 0, width: 0, height: 0 };
      return {
        key: rung.key,
        hit: rectBetween(0, topOf(at) - 2, width, topOf(at) + rowHeight - 4),
        anchor: { x: round(bar.x + bar.width / 2), y: bar.y },
        at: { x: 0, y: rungs.length - 1 - at },
        people: rung.count ?? undefined,
        pickable: rung.available && (rung.count ?? 0) > 0,
        tip: { title: `${at + 1} ${rung.label}`, lines: tipLines(rung, formats) },
      };
    })
    .reverse();
  const foot = drawn[0]?.circle;
  const head = drawn.at(-1)?.circle;
  return {
    width,
    height: rungs.length * rowHeight + 8,
    rungs: drawn,
    rail: foot && head ? `M${foot.x},${foot.y}L${head.x},${head.y}` : '',
    marks,
  };
};
