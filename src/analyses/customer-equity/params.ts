import * as v from 'valibot';
import { numberParameter } from '../parameters.ts';

const share = (title: string, help: string, standard: number, unit: string) =>
  numberParameter({ title, help, houseRule: true }, { default: standard, min: 0, max: 1, step: 0.05, unit });

/** What equity is computed by that the data don't say. */
export const customerEquityParams = v.object({
  conversion: share('Prospects who become customers', 'Of those known without a purchase', 0.1, 'share'),
  costOfWinning: numberParameter(
    {
      title: 'Cost of winning a customer',
      help: '0 is from the data: cost of the campaigns that customers came by ÷ customers they brought',
      houseRule: true,
    },
    { default: 0, min: 0, max: 1_000_000, step: 1, unit: 'money' },
  ),
  onlyByReferral: share(
    'Would not have come otherwise',
    'Part of the value of referred customers that counts for whoever brought them',
    0.5,
    'share',
  ),
  assumedMarginShare: numberParameter(
    {
      title: 'Margin where costs are unknown',
      help: 'Of first-year orders, for the payback; taken where the cost of goods is not known',
      houseRule: true,
    },
    { default: 0.3, min: -1, max: 1, step: 0.05, unit: 'share of revenue' },
  ),
  alertGap: numberParameter(
    {
      title: 'Alert from',
      help: 'Points between retention by value and by head count, from which the head count misleads',
      houseRule: true,
    },
    { default: 5, min: 1, max: 50, unit: 'points' },
  ),
});

/** {@link customerEquityParams}' type. */
export type CustomerEquityParams = v.InferOutput<typeof customerEquityParams>;
