import type { Formats } from '../../core/format/formats.ts';
import type { Mark, Proposal, RunContext } from '../analysis.ts';
import { actionWords } from './findings.ts';
import type { CustomerProfitParams } from './params.ts';
import type { CustomerProfit } from './result.ts';

const titles: Readonly<Record<CustomerProfitParams['action'], string>> = {
  'order-minimum': 'Set a minimum order',
  surcharge: 'Charge for every order',
  're-price': 'Raise prices',
  'self-service': 'Move contacts to self-service',
  'call-frequency': 'Call and visit less often',
  exit: 'Part company courteously',
};

/** Those whom the surgery is for, by their profit so far; undefined for everyone in focus. */
const meantOf = ({ whom, profitBelow }: CustomerProfitParams, formats: Formats): Mark | undefined => {
  if (whom === 'focus') return undefined;
  const value = whom === 'below' ? profitBelow : 0;
  return {
    label: value === 0 ? 'Unprofitable customers' : `Profit below ${formats.value(value, 'money')}`,
    predicate: { kind: 'compare', field: 'profit', operator: 'less-than', value },
  };
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The surgery as it could stand in the plan: what is done to whom, what it changes, and what it assumes. */
export const surgeryProposal = (
  value: CustomerProfit,
  params: CustomerProfitParams,
  context: RunContext,
  formats: Formats,
): Proposal => ({
  title: titles[params.action],
  terms: `${capitalised(actionWords(params, formats))}.`,
  stage: params.action === 'exit' ? 'retention' : 'engagement',
  meant: meantOf(params, formats),
  profit: value.surgery.change,
  source: `Surgery on all orders until ${formats.day(context.asOf)}: change of profit, from ${formats.value(value.surgery.changed, 'count')} customers, had the terms held all along.`,
  headlineKey: 'surgeryChange',
  assumptions: [
    ...(params.action === 'exit'
      ? []
      : [
          `At most ${formats.value(params.expectedLoss, 'share')} of the business of those it changes goes elsewhere.`,
        ]),
    'Cost that is set free is given up or used otherwise.',
  ],
});
