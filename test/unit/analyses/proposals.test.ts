import { describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { customerProfit } from '../../../src/analyses/customer-profit/definition.ts';
import { customerProfitParams } from '../../../src/analyses/customer-profit/params.ts';
import type { CustomerProfitParams } from '../../../src/analyses/customer-profit/params.ts';
import type { CustomerProfit } from '../../../src/analyses/customer-profit/result.ts';
import { surgeryProposal } from '../../../src/analyses/customer-profit/surgery-proposal.ts';
import { describeParameters } from '../../../src/analyses/parameters.ts';
import { retentionEconomics } from '../../../src/analyses/retention-economics/definition.ts';
import { retentionEconomicsParams } from '../../../src/analyses/retention-economics/params.ts';
import type { RetentionEconomicsParams } from '../../../src/analyses/retention-economics/params.ts';
import { retentionProposal } from '../../../src/analyses/retention-economics/retention-proposal.ts';
import type { RetentionEconomics } from '../../../src/analyses/retention-economics/result.ts';
import { createFormats } from '../../../src/core/format/formats.ts';

const formats = createFormats('en-GB', 'GBP');
const context: RunContext = { asOf: '2024-06-30', currency: 'GBP', seed: 1, returns: 'net' };
const defaults = (schema: Parameters<typeof describeParameters>[0]): Record<string, unknown> =>
  Object.fromEntries(describeParameters(schema).map(({ name, defaultValue }) => [name, defaultValue]));
const usual = defaults(customerProfitParams) as CustomerProfitParams;
const surgery = {
  surgery: { change: 1234.5, changed: 7, meant: 9 },
  before: {},
  capacity: {},
  traced: {},
} as unknown as CustomerProfit;
const propose = (change: Partial<CustomerProfitParams>) =>
  surgeryProposal(surgery, { ...usual, ...change }, context, formats);

describe('a surgery as a line of the plan', () => {
  it('says what, for whom, with which profit and on what it rests', () => {
    expect(propose({})).toEqual({
      title: 'Charge for every order',
      terms: 'They pay £5.00 more for each order.',
      stage: 'engagement',
      meant: {
        label: 'Unprofitable customers',
        predicate: { kind: 'compare', field: 'profit', operator: 'less-than', value: 0 },
      },
      profit: 1234.5,
      source:
        'Surgery on all orders until 30 June 2024: change of profit, from 7 customers, had the terms held all along.',
      headlineKey: 'surgeryChange',
      assumptions: [
        'At most 10% of the business of those it changes goes elsewhere.',
        'Cost that is set free is given up or used otherwise.',
      ],
    });
  });

  it('is for those below a profit, or for everyone in focus', () => {
    expect(propose({ whom: 'below', profitBelow: 40 }).meant).toEqual({
      label: 'Profit below £40.00',
      predicate: { kind: 'compare', field: 'profit', operator: 'less-than', value: 40 },
    });
    expect(propose({ whom: 'focus' }).meant).toBeUndefined();
  });

  it('parting company belongs to retention and loses no further business', () => {
    expect(propose({ action: 'exit' })).toMatchObject({ stage: 'retention', assumptions: { length: 1 } });
  });

  it('rests on a number that the analysis gives', () => {
    const keys = customerProfit.headlines(surgery).map(({ key }) => key);
    expect(keys).toContain(propose({}).headlineKey);
  });
});

describe('better retention as a line of the plan', () => {
  it('says from where to where, for how many, over which time', () => {
    const value = {
      active: 120,
      basis: 'for-ever',
      used: { retention: 0.8, discount: 0.1 },
      points: { retention: 0.85, total: 9000 },
      percent: {},
      measured: {},
    } as unknown as RetentionEconomics;
    const params = defaults(retentionEconomicsParams) as RetentionEconomicsParams;
    const proposal = retentionProposal(value, params, context, formats);
    expect(proposal).toMatchObject({
      title: 'Keep 85% of customers a year',
      terms: 'Retention rises from 80% to 85% a year.',
      profit: 9000,
      source:
        'What retention is worth, as of 30 June 2024: present value over all years to come of 120 active customers, discounted by 10% a year.',
    });
    expect(retentionEconomics.headlines(value).map(({ key }) => key)).toContain(proposal.headlineKey);
  });
});
