import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestRules } from '../../../../src/models/decision-tree/suggest-rules.ts';
import { fitted } from '../../../support/fitted.ts';

const everyone = Array.from({ length: 120 }, (_, at) => at);

describe('suggestRules', () => {
  it('finds the threshold and the category that decide', () => {
    const months = everyone.map((at) => at % 12);
    const channels = everyone.map((at) => ['shop', 'web', 'phone'][Math.floor(at / 12) % 3] ?? '');
    const outcomes = everyone.map((at) => (months[at] ?? 0) < 4 && channels[at] === 'web');
    const rules = fitted(
      suggestRules(
        outcomes,
        [
          { name: 'months', kind: 'amount', values: months },
          { name: 'channel', kind: 'category', values: channels },
        ],
        { minimumLeaf: 5 },
      ),
    );
    expect(rules[0]).toMatchObject({ rate: 1, customers: 12, events: 12, lift: 10 });
    expect(rules[0]?.conditions).toEqual(
      expect.arrayContaining([
        { feature: 'months', kind: 'at-most', value: 3.5 },
        { feature: 'channel', kind: 'among', categories: ['web'] },
      ]),
    );
    expect(rules.slice(1).every(({ events }) => events === 0)).toBe(true);
  });

  it('counts unknown amounts as above and unknown categories as their own', () => {
    const outcomes = everyone.map((at) => at < 40);
    const amounts = everyone.map((at) => (at < 40 ? 1 : at < 80 ? 9 : null));
    const [first, second] = fitted(
      suggestRules(outcomes, [{ name: 'spend', kind: 'amount', values: amounts }]),
    );
    expect(first?.conditions).toEqual([{ feature: 'spend', kind: 'at-most', value: 5 }]);
    expect(second?.conditions).toEqual([{ feature: 'spend', kind: 'above', value: 5, orUnknown: true }]);
    const names = everyone.map((at) => (at < 40 ? null : 'known'));
    const [top] = fitted(suggestRules(outcomes, [{ name: 'sector', kind: 'category', values: names }]));
    expect(top?.conditions).toEqual([{ feature: 'sector', kind: 'among', categories: [null] }]);
  });

  it('puts every customer under exactly one rule, keeps the least size and at most three conditions deep', () => {
    const customer = fc.record({
      outcome: fc.boolean(),
      amount: fc.option(fc.integer({ min: 0, max: 9 })),
      category: fc.option(fc.constantFrom('a', 'b', 'c')),
    });
    fc.assert(
      fc.property(
        fc.array(customer, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 9 }),
        (list, leaf) => {
          const rules = fitted(
            suggestRules(
              list.map(({ outcome }) => outcome),
              [
                { name: 'amount', kind: 'amount', values: list.map(({ amount }) => amount) },
                { name: 'category', kind: 'category', values: list.map(({ category }) => category) },
              ],
              { minimumLeaf: leaf },
            ),
          );
          expect(rules.reduce((sum, { customers }) => sum + customers, 0)).toBe(list.length);
          expect(rules.reduce((sum, { events }) => sum + events, 0)).toBe(
            list.filter(({ outcome }) => outcome).length,
          );
          expect(rules.length).toBeLessThanOrEqual(8);
          for (const { customers, conditions } of rules) {
            expect(conditions.length).toBeLessThanOrEqual(3);
            if (rules.length > 1) expect(customers).toBeGreaterThanOrEqual(leaf);
          }
        },
      ),
    );
  });

  it('gives one rule without conditions where nothing decides, and refuses nobody', () => {
    expect(fitted(suggestRules([true, true], []))).toMatchObject([{ conditions: [], rate: 1, lift: 1 }]);
    expect(fitted(suggestRules([false], []))).toMatchObject([{ lift: null }]);
    const odd = { name: 'x', kind: 'amount', values: [Number.NaN] } as const;
    expect(suggestRules([true], [odd])).toMatchObject({ error: { kind: 'value-invalid', index: 0 } });
    expect(suggestRules([], [])).toMatchObject({ error: { kind: 'too-few' } });
    expect(suggestRules([true], [{ name: 'x', kind: 'amount', values: [] }])).toMatchObject({
      error: { kind: 'lengths-differ', name: 'x' },
    });
  });
});
