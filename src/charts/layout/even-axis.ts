import { bisector } from 'd3';
import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { round } from './geometry.ts';

/** One axis whose edges lie evenly apart: places between edges are interpolated. */
export interface EvenAxis {
  readonly edges: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** The place of a value in px; beyond the ends at the ends. */
export const placeOn = ({ edges, from, to }: EvenAxis, value: number): number => {
  const last = edges.length - 1;
  if (last < 1) return from;
  const after = Math.min(last, Math.max(1, bisector((edge: number) => edge).left(edges, value)));
  const [low = 0, high = 0] = [edges[after - 1], edges[after]];
  const within = high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
  return round(from + ((after - 1 + within) / last) * (to - from));
};

/** The value at a place in px, rounded to what can be read; the other way round to {@link placeOn}. */
export const valueOn = ({ edges, from, to }: EvenAxis, place: number): number => {
  const last = edges.length - 1;
  if (last < 1) return edges[0] ?? 0;
  const steps = Math.min(last, Math.max(0, ((place - from) / (to - from)) * last));
  const before = Math.min(last - 1, Math.floor(steps));
  const [low = 0, high = 0] = [edges[before], edges[before + 1]];
  return Number((low + (steps - before) * (high - low)).toPrecision(3));
};

/** Money from ten on is written without its hundredths, so that ticks are alike. */
const readable = (edge: number, unit: FormatUnit): number =>
  unit === 'money' && (Math.abs(edge) >= 10 || Math.abs(edge) < 0.005) ? Math.round(edge) : edge;

/** Ticks at edges, as many as fit when each needs `room` px. */
export const ticksOf = (
  axis: EvenAxis,
  unit: FormatUnit,
  formats: Formats,
  room: number,
): readonly { readonly at: number; readonly text: string }[] => {
  const texts = axis.edges.map((edge) => formats.compact(readable(edge, unit), unit));
  const step = Math.abs(axis.to - axis.from) / Math.max(1, axis.edges.length - 1);
  const every = Math.max(1, Math.ceil(room / step));
  return axis.edges.flatMap((edge, at) =>
    at % every === 0 ? [{ at: placeOn(axis, edge), text: texts[at] ?? '' }] : [],
  );
};
