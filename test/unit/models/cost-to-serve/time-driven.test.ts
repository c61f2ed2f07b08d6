import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costToServe, practicalMinutes } from '../../../../src/models/cost-to-serve/time-driven.ts';
import { fitted } from '../../../support/fitted.ts';

describe('costToServe', () => {
  it('reproduces the service department of Kaplan & Anderson (2004): 0.80 a minute, 24 % unused', () => {
    // 28 people, 560,000 a quarter, 700,000 practical minutes; 49,000 orders, 1,400 inquiries, 2,500 credit checks.
    const result = fitted(
      costToServe(
        [{ name: 'service', costSupplied: 560_000, practicalMinutes: 700_000 }],
        [
          { name: 'order', pool: 'service', minutesEach: 8 },
          { name: 'inquiry', pool: 'service', minutesEach: 44 },
          { name: 'credit check', pool: 'service', minutesEach: 50 },
        ],
        [{ customer: 'all', volumes: [49_000, 1_400, 2_500] }],
      ),
    );
    expect(result.pools[0]?.rate).toBeCloseTo(0.8, 12);
    expect(result.customers[0]?.costs).toEqual([313_600, 49_280, 100_000]);
    expect(result.customers[0]?.minutes).toBe(578_600);
    expect(result.pools[0]?.unusedMinutes).toBe(121_400);
    expect(result.unallocated).toBeCloseTo(97_120, 6);
  });

  it('allocates or leaves unallocated exactly what was supplied', () => {
    const pool = fc.record({
      costSupplied: fc.nat(100_000),
      practicalMinutes: fc.integer({ min: 1, max: 50_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(pool, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(3), fc.nat(60)), { minLength: 1, maxLength: 5 }),
        fc.array(fc.array(fc.nat(50), { minLength: 5, maxLength: 5 }), { maxLength: 12 }),
        (rawPools, rawActivities, rawVolumes) => {
          const pools = rawPools.map((one, at) => ({ ...one, name: String(at) }));
          const activities = rawActivities.map(([at, minutesEach]) => ({
            name: 'activity',
            pool: String(at % pools.length),
            minutesEach,
          }));
          const customers = rawVolumes.map((volumes, at) => ({
            customer: String(at),
            volumes: volumes.slice(0, activities.length),
          }));
          const result = fitted(costToServe(pools, activities, customers));
          const byCustomer = result.customers.reduce((sum, { cost }) => sum + cost, 0);
          expect(byCustomer).toBeCloseTo(result.allocated, 4);
          expect(result.allocated + result.unallocated).toBeCloseTo(result.supplied, 4);
        },
      ),
    );
  });

  it('says what can’t be costed', () => {
    const pool = { name: 'desk', costSupplied: 10, practicalMinutes: 5 };
    const activity = { name: 'call', pool: 'desk', minutesEach: 1 };
    expect(costToServe([{ ...pool, practicalMinutes: 0 }], [], [])).toMatchObject({
      error: { name: 'desk' },
    });
    expect(costToServe([pool], [{ ...activity, pool: 'x' }], [])).toMatchObject({ error: { value: 'x' } });
    expect(costToServe([pool], [activity], [{ customer: 'a', volumes: [] }])).toMatchObject({
      error: { kind: 'value-invalid', index: 0 },
    });
    expect(fitted(costToServe([], [], [])).unallocatedShare).toBeNull();
  });

  it('takes 80 % of theoretical minutes as practical', () => {
    expect(practicalMinutes(1_000)).toBe(800);
    expect(practicalMinutes(1_000, 0.85)).toBe(850);
  });
});
