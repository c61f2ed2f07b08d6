import type { Formats } from '../../core/format/formats.ts';
import { counted } from '../counted.ts';
import type { LoyaltySchemeParams } from './params.ts';
import type { LoyaltyScheme } from './result.ts';

/** Whether the stated lift pays for the scheme. */
export const schemeFinding = (
  { breakEvenLift, profit }: LoyaltyScheme,
  { lift }: LoyaltySchemeParams,
  formats: Formats,
): string => {
  if (breakEvenLift === null) return 'Without margin no lift pays for a scheme';
  const needed = `Members must buy ${formats.value(breakEvenLift, 'share')} more to pay for the scheme`;
  return profit >= 0
    ? `${needed}; at ${formats.value(lift, 'share')} it brings ${formats.compact(profit, 'money')} a year`
    : `${needed}; at ${formats.value(lift, 'share')} it loses ${formats.compact(-profit, 'money')} a year`;
};

/** How many are just below a tier, and what they lack. */
export const nearFinding = ({ tiers }: LoyaltyScheme, formats: Formats): string => {
  const near = tiers.reduce((sum, tier) => sum + tier.near, 0);
  const missing = tiers.reduce((sum, tier) => sum + tier.nearMissing, 0);
  return near === 0
    ? 'Nobody is just below a tier'
    : `${counted(near, 'customer is', 'customers are')} just below a tier and lack ${formats.compact(missing / near, 'money')} each on average`;
};

/** Points of the curve from lift to profit a year, from nothing to twice the larger of lift and break-even. */
export const profitCurve = (
  { breakEvenLift, sales, margin, cost }: LoyaltyScheme,
  { lift }: LoyaltySchemeParams,
): readonly { readonly x: number; readonly y: number }[] => {
  const end = Math.max(0.02, 2 * Math.max(lift, Math.min(breakEvenLift ?? 0, 1)));
  return Array.from({ length: 41 }, (_, at) => {
    const x = (end * at) / 40;
    return { x, y: sales * margin * x - cost };
  });
};
