import type { Warning } from '../analysis.ts';
import { counted } from '../counted.ts';
import type { RetentionEconomicsParams } from './params.ts';
import type { RetentionEconomics } from './result.ts';

/** Fewer years of customers than this say little about retention. House rule. */
const fewYears = 100;
/** Below this share of revenue with known costs profit rests on the assumed margin. House rule. */
const enoughKnown = 0.8;

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const aboutMeasured = (value: RetentionEconomics, params: RetentionEconomicsParams): (Warning | false)[] => {
  const { retention, margin, acquisitionCost, atRisk, knownCosts } = value.measured;
  return [
    retention === null && {
      code: 'retention-unknown',
      message: `No customer has been observed for two full years, so retention is the setting: ${percent(params.retention)}.`,
    },
    margin === null && {
      code: 'profit-unknown',
      message: 'No full year of a customer has passed, so the profit a year is the setting.',
    },
    retention !== null &&
      atRisk < fewYears && {
        code: 'few-years',
        message: `Retention rests on ${counted(atRisk, 'year of a customer', 'years of customers')} and swings by chance.`,
      },
    (knownCosts ?? 1) < enoughKnown && {
      code: 'costs-unknown',
      message: `The cost of goods is known for ${percent(knownCosts ?? 0)} of revenue; for the rest a margin of ${percent(params.assumedMarginShare)} is assumed.`,
    },
    acquisitionCost === null && {
      code: 'acquisition-unknown',
      message: 'No campaign with a cost names customers that it won, so the cost of winning is the setting.',
    },
  ];
};

/** What makes the worth of retention less than trustworthy, most serious first. */
export const retentionEconomicsWarnings = (
  value: RetentionEconomics,
  params: RetentionEconomicsParams,
  isProjected: boolean,
): Warning[] => {
  const candidates: (Warning | false)[] = [
    value.value === null && {
      code: 'no-end',
      message:
        'Profit grows so fast, and customers stay so long, that their value for ever has no end: raise the discount, lower the growth, or let retention differ by year.',
    },
    value.points.value === null &&
      value.value !== null && {
        code: 'better-endless',
        message:
          'With so much better retention the value for ever has no end: choose fewer points, or raise the discount.',
      },
    value.used.retention + params.points / 100 > 1 + 1e-9 && {
      code: 'better-capped',
      message: `Nobody can keep more than everybody: from ${percent(value.used.retention)} retention can rise to 100% at most.`,
    },
    ...(params.startFrom === 'data' ? aboutMeasured(value, params) : []),
    params.pattern === 'projected' &&
      (params.startFrom === 'settings' || !isProjected) && {
        code: 'not-projected',
        message:
          'Retention can’t be projected from this: it takes your data, with 30 customers or more who could stay for two further years. Retention by year of tenure is used instead.',
      },
  ];
  return candidates.filter((candidate) => candidate !== false);
};
