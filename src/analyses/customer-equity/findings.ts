import type { Formats } from '../../core/format/formats.ts';
import { counted } from '../counted.ts';
import type { CustomerEquityResult } from './result.ts';

type Group = CustomerEquityResult['cohorts'][number];

/** The finding above a split: who holds most of the equity. */
export const splitFinding = (groups: readonly Group[], formats: Formats): string => {
  const most = groups.toSorted((one, other) => other.equity - one.equity)[0];
  return most?.share
    ? `“${most.name}” holds ${formats.value(most.share, 'share')} of the equity, ${formats.compact(most.mean, 'money')} a customer`
    : 'No equity to split';
};

/** The finding above the tenths. */
export const tenthFinding = ({ bestTenth, tenths }: CustomerEquityResult, formats: Formats): string => {
  const half = tenths.slice(5).reduce((sum, { share }) => sum + (share ?? 0), 0);
  return bestTenth === null
    ? 'No equity to split'
    : `The best tenth of customers holds ${formats.value(bestTenth, 'share')} of the equity, the lower half ${formats.value(half, 'share')}`;
};

/** The finding above the risk: which segment most of it is in. */
export const riskFinding = ({ atRisk, segments }: CustomerEquityResult, formats: Formats): string => {
  const most = segments.toSorted((one, other) => other.atRisk - one.atRisk)[0];
  return atRisk === null || !most
    ? 'Nothing at risk'
    : `${formats.compact(atRisk, 'money')} of equity is at risk, most of it with “${most.name}”`;
};

/** The finding above retention by head count and by value. */
export const retentionFinding = ({ years }: CustomerEquityResult, formats: Formats): string => {
  const last = years.at(-1);
  if (!last || last.byValue === null || last.gap === null) return 'Too short a time to compare years';
  const stayed = `${formats.value(last.headCount, 'share')} of customers stayed, and ${formats.value(last.byValue, 'share')} of their value`;
  if (!last.isDiverging) return stayed;
  return `${stayed}: ${last.gap < 0 ? 'the more valuable ones leave' : 'the smaller ones leave'}`;
};

/** The finding above the cost of winning. */
export const winningFinding = ({ winning }: CustomerEquityResult, formats: Formats): string => {
  const all = winning.find(({ name }) => name === 'All');
  if (!all || all.cac === null) return 'What winning a customer costs is not known';
  const back =
    all.paybackMonths === null
      ? 'is not paid back by the margin of the first year'
      : `is paid back in ${counted(Math.ceil(all.paybackMonths), 'month', 'months')}`;
  return `Winning a customer costs ${formats.value(all.cac, 'money')} and ${back}`;
};
