import { describe, expect, it } from 'vitest';
import { describePredicate, fieldWords } from '../../../src/core/describe-predicate.ts';
import { everyone } from '../../../src/core/predicate.ts';
import type { Predicate } from '../../../src/core/predicate.ts';

const orders: Predicate = { kind: 'compare', field: 'orders', operator: 'at-least', value: 3 };
const german: Predicate = { kind: 'compare', field: 'country', operator: 'is', value: 'Germany' };

describe('a rule in words', () => {
  const cases: [string, Predicate][] = [
    ['Everyone', everyone],
    ['Nobody', { kind: 'any', of: [] }],
    ['Orders at least 3 and country is Germany', { kind: 'all', of: [orders, german] }],
    [
      'Orders at least 3 or (country is Germany and not (orders at least 3))',
      {
        kind: 'any',
        of: [orders, { kind: 'all', of: [german, { kind: 'not', of: orders }] }],
      },
    ],
    ['Orders at least 3', { kind: 'all', of: [{ kind: 'any', of: [orders] }] }],
    ['Consent to contact is yes', { kind: 'compare', field: 'consent', operator: 'is', value: true }],
    [
      'Country is one of Germany, France',
      { kind: 'compare', field: 'country', operator: 'in', value: ['Germany', 'France'] },
    ],
    [
      'Revenue between 10 and 20',
      { kind: 'compare', field: 'revenue', operator: 'between', value: [10, 20] },
    ],
    [
      'Last order within the last 1 day',
      { kind: 'compare', field: 'last_order', operator: 'within-days', value: 1 },
    ],
    [
      'Last order more than 180 days ago',
      { kind: 'compare', field: 'last_order', operator: 'before-days', value: 180 },
    ],
    [
      'Revenue at least 352,513.13',
      { kind: 'compare', field: 'revenue', operator: 'at-least', value: 352513.13 },
    ],
    ['Kind of customer is company', { kind: 'compare', field: 'kind', operator: 'is', value: 'b2b' }],
    ['Founded is 1996', { kind: 'compare', field: 'attr_Founded', operator: 'is', value: 1996 }],
    ['Plan type is not known', { kind: 'compare', field: 'attr_Plan_type', operator: 'is-missing' }],
    [
      'Bought category Tea at least 2 times in the last 90 days',
      {
        kind: 'purchased',
        by: 'category',
        value: 'Tea',
        atLeast: 2,
        withinDays: 90,
      },
    ],
    ['Bought on at least 1 day', { kind: 'purchased', by: 'any', atLeast: 1, count: 'days' }],
  ];
  it.each(cases)('%s', (words, predicate) => {
    expect(describePredicate(predicate)).toBe(words);
  });

  it('names columns in the strategist’s words', () => {
    expect(fieldWords('recency_days')).toBe('days since the last order');
    expect(fieldWords('average_order_value')).toBe('average order value');
  });
});
