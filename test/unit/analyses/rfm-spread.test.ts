import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../../src/analyses/rfm/spread.ts';

const rowsOf = (dimension: string, values: readonly number[]) =>
  values.map((value) => ({ dimension, value, customers: 2 }));

describe('the spread of values that scores are given for', () => {
  it.each(['recency', 'frequency', 'monetary'] as const)('counts every customer once: %s', (dimension) => {
    const value =
      dimension === 'monetary'
        ? fc.double({ min: -500, max: 1e7, noNaN: true })
        : fc.integer({ min: dimension === 'recency' ? 0 : 1, max: 4_000 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
        const steps = spreadOf(rowsOf(dimension, values), dimension);
        expect(steps.reduce((sum, { customers }) => sum + customers, 0)).toBe(2 * values.length);
        steps.forEach(({ from, to }, at) => {
          expect(to).toBeGreaterThan(from);
          if (at > 0) expect(from).toBe(steps[at - 1]?.to);
        });
        expect(steps.length).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('has steps of even width for days, and steps that grow for money', () => {
    const days = spreadOf(rowsOf('recency', [0, 100, 364]), 'recency');
    expect(new Set(days.map(({ from, to }) => to - from)).size).toBe(1);
    const money = spreadOf(rowsOf('monetary', [3, 40, 900, 12_000]), 'monetary');
    expect(money.at(0)?.from).toBeLessThanOrEqual(3);
    expect(Number(money.at(-1)?.to) - Number(money.at(-1)?.from)).toBeGreaterThan(
      Number(money.at(0)?.to) - Number(money.at(0)?.from),
    );
  });

  it('is empty without customers', () => {
    expect(spreadOf([], 'recency')).toEqual([]);
  });
});
