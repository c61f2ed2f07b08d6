import type { Warning } from '../analysis.ts';
import { counted } from '../counted.ts';
import { levelWords } from './findings.ts';
import type { GeoPotentialParams } from './params.ts';
import type { GeoPotential } from './result.ts';

/** What makes the places less than trustworthy, most serious first. */
export const geoPotentialWarnings = (value: GeoPotential, params: GeoPotentialParams): Warning[] => {
  if (value.level === null)
    return [
      {
        code: 'no-places',
        message: `No ${params.level === 'auto' ? 'country, region or city' : params.level} is known of any customer in focus.`,
      },
    ];
  const small = value.places.filter(({ isSmall }) => isSmall).length;
  const candidates: (Warning | false)[] = [
    value.customers === 0 && {
      code: 'nobody-bought',
      message: 'Nobody in focus bought anything in the period: choose a longer one.',
    },
    !value.isCovered && {
      code: 'no-growth',
      message: `The data don’t reach back over two periods of ${counted(params.windowDays, 'day', 'days')}, so growth can’t be told: choose a shorter period.`,
    },
    value.unplaced > 0 && {
      code: 'unplaced',
      message: `Of ${counted(value.unplaced, 'customer', 'customers')} who bought the ${value.level} isn’t known; they are left out.`,
    },
    small > 0 && {
      code: 'small-places',
      message: `${counted(small, levelWords[value.level].one, levelWords[value.level].many)} with fewer than ${counted(params.minimumCustomers, 'customer', 'customers')} are marked and aren’t candidates.`,
    },
    params.measure === 'auto' &&
      value.basis === 'revenue' && {
        code: 'no-margin',
        message: 'Costs aren’t known of every purchase, so value is revenue, not margin.',
      },
  ];
  return candidates.filter((candidate) => candidate !== false);
};
