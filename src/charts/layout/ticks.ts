import type { FormatUnit } from '../../core/format/formats.ts';

/** The ticks that can be read in a unit: half a customer or half a month is none. */
export const readableTicks = (ticks: readonly number[], unit: FormatUnit): readonly number[] =>
  unit === 'count' ? ticks.filter(Number.isInteger) : ticks;
