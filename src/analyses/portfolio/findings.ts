import type { Formats } from '../../core/format/formats.ts';
import { counted, grouped } from '../counted.ts';
import type { Portfolio } from './result.ts';

/** The finding above the plane: how many valuable customers slip away, and what hangs on them. */
export const portfolioFinding = ({ cells, all }: Portfolio, formats: Formats): string => {
  const retain = cells.find(({ name }) => name === 'retain');
  const grow = cells.find(({ name }) => name === 'grow');
  if (all.customers === 0) return 'No customer can be valued';
  if (retain && retain.customers > 0)
    return `${counted(retain.customers, 'valuable customer is', 'valuable customers are')} slipping away, with ${formats.compact(retain.clv, 'money')} of lifetime value`;
  return `No valuable customer is slipping away; ${grouped(grow?.customers ?? 0)} can grow`;
};

/** The finding above the histogram: the share of value below the cut. */
export const aliveFinding = ({ alive, cuts }: Portfolio, formats: Formats): string => {
  const total = alive.reduce((sum, { customers }) => sum + customers, 0);
  const sure = alive.reduce((sum, { from, customers }) => sum + (from >= 0.8 ? customers : 0), 0);
  if (total === 0) return 'Nobody reaches the cut of value';
  return sure >= total / 2
    ? `${formats.value(sure / total, 'share')} of the valuable customers almost surely still are customers`
    : `${formats.value(1 - sure / total, 'share')} of the valuable customers may already have left; the cut lies at ${formats.value(cuts.alive, 'share')}`;
};

/** The finding above price against cost: those who take service that they don’t pay for. */
export const priceFinding = ({ priceCells, all }: Portfolio, formats: Formats): string => {
  const aggressive = priceCells.find(({ name }) => name === 'aggressive');
  if (!aggressive || aggressive.customers === 0) return 'Nobody pays little and takes much';
  const losing =
    aggressive.profit < 0 ? `lost ${formats.compact(-aggressive.profit, 'money')} with them` : null;
  const share = all.profit > 0 ? formats.value(Math.max(0, aggressive.profit / all.profit), 'share') : null;
  return `${counted(aggressive.customers, 'customer pays', 'customers pay')} little and take much service; you ${losing ?? (share === null ? 'earn little with them' : `earn ${share} of profit with them`)}`;
};

/** The finding above the divest list. */
export const divestFinding = (
  { unprofitable, candidates, keptByValue, keptByReferrals }: Portfolio,
  formats: Formats,
): string => {
  if (unprofitable.customers === 0) return 'No customer has cost more than they brought';
  const kept = keptByValue.customers + keptByReferrals.customers;
  return `Of ${counted(unprofitable.customers, 'unprofitable customer', 'unprofitable customers')} ${grouped(kept)} ${kept === 1 ? 'deserves' : 'deserve'} patience; ${counted(candidates.customers, 'stays', 'stay')} on the divest list, ${formats.compact(-candidates.loss, 'money')} lost so far`;
};
