import { scaleUtc, utcMonth, type ScaleTime } from 'd3';
import { addDays, millisecondsOfDay, type Day } from '../../core/day.ts';
import type { Formats } from '../../core/format/formats.ts';
import { rectBetween, round, type Point, type Rect } from './geometry.ts';
import type { Geometry, Mark } from './marks.ts';
import { fitText, textWidth } from './text.ts';

/** One undertaking, from its first day to its last. */
export interface GanttRow {
  readonly key: string;
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
  /** Key of its group. */
  readonly group: string;
  /** A few words behind the bar: its budget. */
  readonly note: string;
  /** What is wrong with its time; such a bar is drawn open, and the words stand behind it. */
  readonly warning?: string | undefined;
  /** Further lines of the tooltip. */
  readonly details?: readonly { readonly name: string; readonly text: string }[];
}

/** A day on which it is decided whether the next group may begin. */
export interface GanttGate {
  readonly key: string;
  readonly label: string;
  readonly day: Day;
  readonly isMet: boolean;
  readonly criterion: string;
}

/** What a Gantt chart shows: groups in order, their rows, and the gates between them. */
export interface Gantt {
  readonly groups: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly GanttRow[];
  readonly gates: readonly GanttGate[];
}

interface DrawnRow {
  readonly key: string;
  readonly bar: Rect;
  readonly isOpen: boolean;
  readonly label: { readonly text: string; readonly x: number; readonly y: number };
  readonly note: {
    readonly text: string;
    readonly warning: string;
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'end';
  };
}

/** Where everything of a Gantt chart lies. */
export interface GanttGeometry extends Geometry {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly DrawnRow[];
  readonly groups: readonly {
    readonly key: string;
    readonly text: string;
    readonly y: number;
    readonly rule: { readonly x1: number; readonly x2: number; readonly y: number };
  }[];
  readonly gates: readonly {
    readonly key: string;
    readonly isMet: boolean;
    readonly x: number;
    readonly diamond: Point;
    readonly text: string;
    readonly words: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };
  }[];
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
}

type Axis = ScaleTime<number, number>;

const label = { size: 13 };
const small = { size: 12 };
const strong = { size: 12, face: 'strong' } as const;
const groupHeight = 30;
const barHeight = 14;
const gateHeight = 20;
const axisHeight = 24;
/** Months between ticks that read well. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120];

const dateOf = (day: Day): Date => new Date(millisecondsOfDay(day));

const axisOf = ({ rows, gates }: Gantt, left: number, right: number): Axis => {
  const days = [...rows.flatMap(({ from, to }) => [from, addDays(to, 1)]), ...gates.map(({ day }) => day)];
  const moments = days.map(millisecondsOfDay);
  const first = utcMonth.floor(new Date(Math.min(...moments)));
  const last = utcMonth.ceil(new Date(Math.max(...moments)));
  return scaleUtc([first, last > first ? last : utcMonth.offset(first, 1)], [left, right]);
};

const ticksOf = (x: Axis, right: number, formats: Formats): GanttGeometry['ticks'] => {
  const [first = new Date(0), last = first] = x.domain();
  const months = utcMonth.count(first, last);
  const room = textWidth(formats.month('2026-12-01'), small) + 14;
  const pixels = x(utcMonth.offset(first, 1)) - x(first);
  const step = steps.find((size) => size * pixels >= room) ?? months;
  return Array.from({ length: Math.ceil(months / step) }, (_, at) => {
    const month = utcMonth.offset(first, at * step);
    return { x: round(x(month)), text: formats.month(month.toISOString().slice(0, 10) as Day) };
  }).filter((tick) => tick.x + room - 14 <= right);
};

/** Words behind the bar where they fit, else before it, else over its end. */
const placeNote = (
  row: GanttRow,
  [start, end]: readonly [number, number],
  { left, right }: { left: number; right: number },
): Omit<DrawnRow['note'], 'y'> => {
  const [text, warning] = [row.note, row.warning ?? ''];
  const room = textWidth(`${text} ${warning}`, strong) + 16;
  if (end + room <= right) return { text, warning, x: round(end + 8), anchor: 'start' };
  if (start - room >= left) return { text, warning, x: round(start - 8), anchor: 'end' };
  return { text: fitText(text, right - left, strong), warning: '', x: round(right), anchor: 'end' };
};

const barMark = (row: GanttRow, hit: Rect, bar: Rect, at: number, formats: Formats): Mark => ({
  key: row.key,
  hit,
  anchor: { x: round(bar.x + bar.width / 2), y: bar.y },
  at: { x: 0, y: at },
  tip: {
    title: row.label,
    lines: [
      { name: '', text: `${formats.month(row.from)} to ${formats.month(row.to)}` },
      { name: 'Budget', text: row.note, tone: 'focus' },
      ...(row.details ?? []),
      ...(row.warning ? [{ name: '', text: row.warning }] : []),
    ],
  },
});

/** Gates stand above the axis, each on a line of its own, with a line through everything that they divide. */
const placeGates = (gates: readonly GanttGate[], x: Axis, right: number, formats: Formats) =>
  gates.map((gate, at) => {
    const place = round(x(dateOf(gate.day)));
    const y = at * gateHeight + 12;
    const text = `${gate.label}, ${gate.isMet ? 'met' : 'open'}`;
    const isLeft = place + 14 + textWidth(text, small) > right;
    const mark: Mark = {
      key: gate.key,
      hit: rectBetween(place - 12, y - 10, place + 12, y + 10),
      anchor: { x: place, y: y - 6 },
      at: { x: at, y: -1 },
      pickable: false,
      tip: {
        title: `${gate.label}, ${formats.day(gate.day)}`,
        lines: [
          { name: '', text: gate.criterion || 'No criterion yet' },
          { name: '', text: gate.isMet ? 'Met' : 'Not met yet' },
        ],
      },
    };
    return {
      mark,
      drawn: {
        key: gate.key,
        isMet: gate.isMet,
        x: place,
        diamond: { x: place, y },
        text,
        words: {
          x: place + (isLeft ? -12 : 12),
          y: y + 4,
          anchor: isLeft ? ('end' as const) : ('start' as const),
        },
      },
    };
  });

/**
 * Undertakings as bars over months, in their groups, with the gates between these. Labels stand on the left, above their bar
 * where the drawing is narrow. Groups without rows are left out.
 */
export const layoutGantt = (
  gantt: Gantt,
  { width, formats }: { readonly width: number; readonly formats: Formats },
): GanttGeometry => {
  const isStacked = width < 600;
  const widest = Math.max(0, ...gantt.rows.map((row) => textWidth(row.label, label)));
  const left = isStacked ? 0 : round(Math.min(widest, width * 0.3) + 16);
  const right = round(width - 4);
  const x = axisOf(gantt, left, right);
  const gates = placeGates(gantt.gates, x, right, formats);
  const top = gates.length * gateHeight + axisHeight;
  const rowHeight = isStacked ? 42 : 26;
  const rows: DrawnRow[] = [];
  const groups: GanttGeometry['groups'][number][] = [];
  const marks: Mark[] = gates.map(({ mark }) => mark);
  let y = top;
  for (const group of gantt.groups) {
    const own = gantt.rows.filter((row) => row.group === group.key);
    if (own.length === 0) continue;
    groups.push({
      key: group.key,
      text: group.label,
      y: y + 20,
      rule: { x1: 0, x2: right, y: y + groupHeight - 3 },
    });
    y += groupHeight;
    for (const row of own) {
      const ends = [x(dateOf(row.from)), x(dateOf(addDays(row.to, 1)))] as const;
      const barY = y + (isStacked ? 22 : (rowHeight - barHeight) / 2);
      const bar = rectBetween(ends[0], barY, Math.max(ends[1], ends[0] + 2), barY + barHeight);
      const baseline = isStacked ? y + 15 : barY + 11.5;
      rows.push({
        key: row.key,
        bar,
        isOpen: row.warning !== undefined,
        label: {
          text: fitText(row.label, isStacked ? width : left - 16, label),
          x: 0,
          y: round(baseline),
        },
        note: { ...placeNote(row, ends, { left, right }), y: round(barY + 11) },
      });
      marks.push(barMark(row, rectBetween(0, y, width, y + rowHeight - 1), bar, rows.length, formats));
      y += rowHeight;
    }
  }
  return {
    width,
    height: round(y + 6),
    left,
    right,
    top,
    bottom: y,
    rows,
    groups,
    gates: gates.map(({ drawn }) => drawn),
    ticks: ticksOf(x, right, formats),
    marks,
  };
};
