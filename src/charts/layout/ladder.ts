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
  readonly circle: Point;
  readonly bar: Rect;
  readonly name: { readonly lines: readonly string[]; readonly x: number; readonly y: number };
  readonly words: Point & { readonly count: string; readonly value: string };
  readonly note: Point & { readonly text: string };
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

/** A ladder climbed from below: numbered rungs, each with its bar of customers; rungs without data are outlined. */
export const layoutLadder = (
  rungs: readonly Rung[],
  { width, formats }: { readonly width: number; readonly formats: Formats },
): LadderGeometry => {
  const isNarrow = width < 520;
  const lean = isNarrow ? 0 : Math.min(18, width / 60);
  const rowHeight = isNarrow ? 62 : 50;
  const railX = radius + 2;
  const widestName = Math.max(0, ...rungs.map(({ label }) => textWidth(label, name)));
  const nameRoom = isNarrow ? 0 : Math.min(widestName, width * 0.22);
  const barStart = railX + radius + 12 + nameRoom + (isNarrow ? 0 : 12);
  const counts = rungs.map(({ count }) => formats.compact(count, 'count'));
  const wordRooms = rungs.map(({ value }, at) =>
    Math.min(textWidth(counts[at] ?? '', figure) + (value ? textWidth(value, small) + 8 : 0), width * 0.45),
  );
  const longest = width - barStart - lean * (rungs.length - 1) - Math.max(0, ...wordRooms) - 12;
  const most = Math.max(1, ...rungs.map(({ count }) => count ?? 0));
  const length = scaleLinear([0, most], [0, Math.max(longest, 24)]);

  const drawn = rungs.map((rung, at): DrawnRung => {
    const top = (rungs.length - 1 - at) * rowHeight + 4;
    const shift = at * lean;
    const middle = isNarrow ? top + 14 : top + rowHeight / 2;
    const barTop = isNarrow ? top + 24 : middle - 9;
    const start = barStart + shift;
    const size = rung.available ? length(rung.count ?? 0) : Math.max(24, longest * 0.12);
    const noteText = rung.available ? (rung.detail ?? '') : `Needs ${rung.needs ?? 'more data'}`;
    const wordsX = start + size + 8;
    const lines = isNarrow
      ? [fitText(rung.label, width - start, name)]
      : wrapText(rung.label, nameRoom + 2, name, 2);
    const count = rung.available ? (counts[at] ?? '') : '';
    const valueRoom = width - wordsX - textWidth(count, figure) - 8;
    return {
      key: rung.key,
      number: at + 1,
      available: rung.available,
      circle: { x: round(railX + shift), y: round(isNarrow ? top + 20 : middle) },
      bar: rectBetween(start, barTop, start + size, barTop + 18),
      name: {
        lines,
        x: round(railX + shift + radius + 10),
        y: round(isNarrow ? top + 15 : middle + 4.5 - (lines.length - 1) * 8),
      },
      words: {
        x: round(wordsX),
        y: round(barTop + 13.5),
        count,
        value: rung.available && rung.value ? fitText(rung.value, valueRoom, small) : '',
      },
      note: rung.available
        ? { x: round(start), y: round(barTop + 32), text: fitText(noteText, width - start, small) }
        : { x: round(wordsX), y: round(barTop + 13.5), text: fitText(noteText, width - wordsX, small) },
    };
  });
  const marks = rungs
    .map((rung, at): Mark => {
      const top = (rungs.length - 1 - at) * rowHeight + 2;
      const bar = drawn[at]?.bar ?? { x: 0, y: 0, width: 0, height: 0 };
      return {
        key: rung.key,
        hit: rectBetween(0, top, width, top + rowHeight - 2),
        anchor: { x: round(bar.x + bar.width / 2), y: bar.y },
        at: { x: 0, y: rungs.length - 1 - at },
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
