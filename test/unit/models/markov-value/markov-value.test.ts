import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  finiteMarkovValue,
  infiniteMarkovValue,
  transitionChange,
} from '../../../../src/models/markov-value/markov-value.ts';
import { transitionShares } from '../../../../src/models/markov-value/transition-shares.ts';
import { constantRetentionValue } from '../../../../src/models/retention-economics/constant-retention.ts';

const leaving = (retention: number) => ({
  transitions: [
    [retention, 1 - retention],
    [0, 1],
  ],
  rewards: [100, 0],
  discount: 0.1,
});

describe('Markov value', () => {
  it('of staying or leaving is the value at constant retention', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (retention) => {
        const expected = constantRetentionValue({ margin: 100, retention, discount: 0.1 }) ?? NaN;
        expect(infiniteMarkovValue(leaving(retention))?.[0]).toBeCloseTo(expected, 6);
        expect(finiteMarkovValue(leaving(retention), 600)?.[0]).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('of a longer horizon nears the value for ever', () => {
    const setting = {
      transitions: [
        [0.5, 0.5],
        [0.2, 0.8],
      ],
      rewards: [10, 4],
      discount: 0.05,
    };
    expect(finiteMarkovValue(setting, 0)).toEqual([10, 4]);
    const [finite, infinite] = [finiteMarkovValue(setting, 800), infiniteMarkovValue(setting)];
    infinite?.forEach((value, state) => expect(finite?.[state]).toBeCloseTo(value, 9));
  });

  it('of an action is what it changes minus what it costs', () => {
    const change = transitionChange(leaving(0.8), leaving(0.85).transitions, 20);
    expect(change?.gain[0]).toBeCloseTo(440 - 1100 / 3 - 20, 9);
    expect(change?.gain[1]).toBeCloseTo(-20, 9);
    expect(transitionChange(leaving(0.8), [[1]], 0)).toBeNull();
    expect(transitionChange(leaving(0.8), leaving(0.9).transitions, 0, 1)?.gain[0]).toBeCloseTo(10 / 1.1, 9);
  });

  it('is unknown for impossible settings', () => {
    expect(infiniteMarkovValue({ ...leaving(0.8), discount: 0 })).toBeNull();
    expect(infiniteMarkovValue({ ...leaving(0.8), rewards: [1] })).toBeNull();
    expect(
      finiteMarkovValue(
        {
          ...leaving(0.8),
          transitions: [
            [0.8, 0.1],
            [0, 1],
          ],
        },
        3,
      ),
    ).toBeNull();
    expect(finiteMarkovValue(leaving(0.8), -1)).toBeNull();
    expect(infiniteMarkovValue({ transitions: [], rewards: [], discount: 0.1 })).toEqual([]);
  });
});

describe('transitionShares', () => {
  it('gives Jeffreys’ interval for two states: 5 of 10 from 0.224 to 0.776', () => {
    const [[first, second] = []] = transitionShares([[5, 5]]);
    expect(first?.share).toBe(0.5);
    expect(first?.low).toBeCloseTo(0.2236, 3);
    expect(second?.high).toBeCloseTo(0.7764, 3);
  });

  it('holds the share of states seen, is wide for those never seen', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 2, maxLength: 6 }), (row) => {
        for (const { share, low, high } of transitionShares([row])[0] ?? []) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThan(high);
          if (share !== null && share > 0 && share < 1) expect(high).toBeGreaterThan(share * 0.8);
        }
      }),
    );
    expect(transitionShares([[0, 0]])[0]?.[0]?.share).toBeNull();
    expect(transitionShares([[4]])).toEqual([[{ count: 4, share: 1, low: 1, high: 1 }]]);
  });
});
