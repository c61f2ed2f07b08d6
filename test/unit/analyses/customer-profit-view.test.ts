import * as v from 'valibot';
import { expect, it } from 'vitest';
import { assumption } from '../../../src/analyses/customer-profit/findings.ts';
import { customerProfitParams } from '../../../src/analyses/customer-profit/params.ts';
import { surgeryFields } from '../../../src/analyses/customer-profit/surgery-fields.ts';
import { createFormats } from '../../../src/core/format/formats.ts';

const formats = createFormats('en-GB', 'EUR');

it('says in words what is assumed, and asks only for what matters', () => {
  const defaults = v.parse(customerProfitParams, {});
  expect(assumption(defaults, formats)).toMatch(
    /^Assumed for customers who cost more than they bring: they pay €5\.00 more/,
  );
  for (const action of ['self-service', 'call-frequency', 'order-minimum', 're-price', 'exit'] as const)
    expect(assumption({ ...defaults, action, whom: 'below' }, formats)).not.toContain('undefined');
  expect(surgeryFields(defaults)).toEqual(['whom', 'action', 'surcharge', 'expectedLoss']);
  expect(surgeryFields({ ...defaults, whom: 'below', action: 'exit' })).toEqual([
    'whom',
    'profitBelow',
    'action',
    'exitShare',
  ]);
});
