import type { FormatUnit, Formats } from '../../core/format/formats.ts';

/** Half a customer or half a month is no tick. */
const readableTicks = (ticks: readonly number[], unit: FormatUnit): readonly number[] =>
  unit === 'count' ? ticks.filter(Number.isInteger) : ticks;

/** A tick and what is written at it. */
interface Tick {
  readonly tick: number;
  readonly text: string;
}

/** Ticks with short texts that can be told apart: shares that lie close together have the decimals that takes. */
export const writeTicks = (ticks: readonly number[], unit: FormatUnit, formats: Formats): readonly Tick[] => {
  const readable = readableTicks(ticks, unit);
  const step = Math.abs((readable[1] ?? 0) - (readable[0] ?? 0));
  if (unit !== 'share' || step === 0 || step >= 0.001)
    return readable.map((tick) => ({ tick, text: formats.compact(tick, unit) }));
  const percent = new Intl.NumberFormat(formats.locale, {
    style: 'percent',
    maximumFractionDigits: Math.min(10, Math.ceil(-Math.log10(step)) - 2),
  });
  return readable.map((tick) => ({ tick, text: percent.format(tick) }));
};
