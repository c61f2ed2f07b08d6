import type { Warning } from '../analysis.ts';
import { grouped } from '../counted.ts';
import type { Portfolio } from './result.ts';

/** Fewer customers than this make cells of a handful. House rule. */
const fewCustomers = 100;

/** What must be known before customers are treated by their cell. */
export const portfolioWarnings = ({ all, cuts }: Portfolio): readonly Warning[] => [
  ...(all.customers === 0
    ? [
        {
          code: 'no-values',
          message:
            'No customer can be valued: nobody has come back on another day, or no model fits. See the page Customer value.',
        },
      ]
    : []),
  ...(all.customers > 0 && all.customers < fewCustomers
    ? [
        {
          code: 'few-customers',
          message: `Only ${grouped(all.customers)} customers are valued; read single cells with care.`,
        },
      ]
    : []),
  ...(all.customers > 0 && cuts.serve === 0
    ? [
        {
          code: 'no-cost-to-serve',
          message:
            'Serving the median customer costs nothing by the settings of the page Profit, so everyone counts as dear. Load tickets, interactions or costs, or set a cut.',
        },
      ]
    : []),
];
