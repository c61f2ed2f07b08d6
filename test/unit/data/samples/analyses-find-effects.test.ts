import { beforeAll, describe, expect, it } from 'vitest';
import type { CohortRetention } from '../../../../src/analyses/cohort-retention/result.ts';
import type { Concentration } from '../../../../src/analyses/concentration/result.ts';
import { valueOf } from '../../../support/engine.ts';
import type { TestQuestion } from '../../../support/engine.ts';
import { openSampleEngine } from '../../../support/sample-engine.ts';
import type { SampleEngine } from '../../../support/sample-engine.ts';

const answer = async <Value>(engine: SampleEngine, id: string, question?: TestQuestion): Promise<Value> =>
  valueOf(await engine.run(id, question)).value as Value;

describe('the analyses find what was planted in the retailer', () => {
  let engine: SampleEngine;
  beforeAll(async () => {
    engine = await openSampleEngine('retailer');
  });

  it('concentration: a tail that takes a tenth of the profit away again', async () => {
    const { measure, whale, customers } = await answer<Concentration>(engine, 'concentration');
    expect(measure).toBe('profit');
    expect(whale.erosion).toBeCloseTo(0.1024, 3);
    expect(whale.unprofitable / customers).toBeCloseTo(0.111, 3);
  });

  it('cohort retention: the customers of October 2024 come back least', async () => {
    const { cohorts } = await answer<CohortRetention>(engine, 'cohort-retention');
    const early = cohorts
      .filter((cohort) => cohort.start < '2025-07-01')
      .map(({ start, cells }) => {
        const first = cells.filter(({ age }) => age >= 1 && age <= 6).map(({ retention }) => retention ?? 0);
        return { start, retention: first.reduce((sum, one) => sum + one, 0) / first.length };
      })
      .sort((a, b) => a.retention - b.retention);
    expect(early[0]?.start).toBe('2024-10-01');
    expect(early[0]?.retention).toBeLessThan(0.6 * (early[1]?.retention ?? 0));
  });

  it('cohort retention: the Northern Isles stay with us until they have a choice', async () => {
    const { cohorts } = await answer<CohortRetention>(engine, 'cohort-retention', {
      segment: { kind: 'compare', field: 'region', operator: 'is', value: 'Northern Isles' },
      params: { maximumAge: 36 },
    });
    const first = cohorts.filter(({ start }) => start < '2024-01-01');
    const customersIn = (month: number): number => {
      const seen = first.flatMap(({ start, cells }) => {
        const age = month - (Number(start.slice(0, 4)) - 2023) * 12 - Number(start.slice(5, 7)) + 1;
        return cells.filter((cell) => cell.age === age).map(({ active }) => active ?? 0);
      });
      return seen.reduce((sum, one) => sum + one, 0);
    };
    expect(customersIn(32)).toBeLessThan(0.3 * customersIn(26));
  });
});
