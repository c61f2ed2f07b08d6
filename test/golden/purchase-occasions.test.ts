import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { computePurchaseOccasions } from '../../src/analyses/purchase-occasions/compute.ts';
import { purchaseOccasionsParams } from '../../src/analyses/purchase-occasions/params.ts';
import type { PurchaseOccasions } from '../../src/analyses/purchase-occasions/result.ts';
import { numbersOf } from '../support/cdnow.ts';
import { expectedValues, hasSharedData } from '../support/golden-data.ts';

interface Expected {
  readonly mle: Readonly<Record<'alpha' | 'beta' | 'gamma' | 'delta' | 'loglik', number>>;
  readonly cond_expected_10_x0_t0_n6: number;
  readonly cond_expected_10_x4_t5_n6: number;
  readonly sum_cond_expected_5: number;
  readonly p_alive_2002: Readonly<Record<'x0_t0' | 'x2_t4' | 'x6_t6', number>>;
}

// 11,104 donors of 1995–2000, first gift in 1995 … 2000; here all of the cohort of 1995 with six yearly occasions.
describe.skipIf(!hasSharedData)(
  'BG/BB on yearly gifts (Fader, Hardie & Shang 2010; ../shared is needed)',
  () => {
    let expected: Expected;
    const ask = (ahead: number): PurchaseOccasions =>
      computePurchaseOccasions({
        rows: {
          histories: numbersOf('donations/donations.csv').map(
            ([repeats = 0, last = 0, occasions = 0, customers = 0]) => ({
              repeats,
              last_occasion: last,
              occasions,
              customers,
              first_period: 1995,
              last_full: 2001,
              split: 1999,
            }),
          ),
          early: [],
          tracking: [],
        },
        params: v.parse(purchaseOccasionsParams, { period: 'year', ahead }),
        context: { asOf: '2001-12-31', currency: 'USD', seed: 1, returns: 'net' },
      }).value;
    beforeAll(() => {
      expected = expectedValues<Expected>('bgbb_donations');
    });

    it('estimates: 1.204, .750, .657, 2.783, ln L −33225.58', () => {
      const value = ask(5);
      expect(value).toMatchObject({ status: 'converged', customers: 11_104 });
      for (const name of ['alpha', 'beta', 'gamma', 'delta'] as const) {
        const estimate = value.parameters.find((one) => one.name === name);
        expect(estimate?.value).toBeCloseTo(expected.mle[name], 3);
        expect(estimate?.standardError).toBeGreaterThan(0);
      }
      expect(value.logLikelihood).toBeCloseTo(expected.mle.loglik, 4);
    });

    it('12,884 gifts in the next five years, and the published chances and expectations of donors', () => {
      expect(Math.abs((ask(5).expected ?? 0) - expected.sum_cond_expected_5)).toBeLessThan(1);
      const value = ask(10);
      const sixOf = numbersOf('donations/donations.csv').filter(([, , n]) => n === 6).length;
      expect(sixOf).toBeGreaterThan(0);
      const cell = (repeats: number, since: number) =>
        value.grid.find(({ repeatsFrom, sinceFrom }) => repeatsFrom === repeats && sinceFrom === since);
      expect(cell(0, 6)?.expected).toBeCloseTo(expected.cond_expected_10_x0_t0_n6, 3);
      expect(cell(0, 6)?.pAlive).toBeCloseTo(expected.p_alive_2002.x0_t0, 2);
      expect(cell(6, 0)?.pAlive).toBeCloseTo(expected.p_alive_2002.x6_t6, 2);
    });

    it('tells every donor by repeats: actual and expected add up to all', () => {
      const { frequency } = ask(5);
      const sum = (read: (row: (typeof frequency)[number]) => number): number =>
        frequency.reduce((total, row) => total + read(row), 0);
      expect(sum(({ actual }) => actual)).toBe(11_104);
      expect(sum(({ expected: model }) => model)).toBeCloseTo(11_104, 4);
    });
  },
);
