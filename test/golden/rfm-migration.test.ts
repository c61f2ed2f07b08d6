import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/analyses/analysis.ts';
import { rfm } from '../../src/analyses/rfm/definition.ts';
import { rfmMigration } from '../../src/analyses/rfm-migration/definition.ts';
import type { RfmMigration } from '../../src/analyses/rfm-migration/result.ts';
import { addDays } from '../../src/core/day.ts';
import { openTestEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { hasSharedData, loadOnlineRetail } from '../support/golden-data.ts';
import { deriveFacts, runAnalysis } from '../support/run-analysis.ts';

const later: RunContext = { asOf: '2011-12-10', currency: 'GBP', seed: 1, returns: 'net' };
const earlier: RunContext = { ...later, asOf: addDays(later.asOf, -182) };

/** Customers by segment, as the RFM analysis finds them on a day by itself. */
const segmentsOn = async (engine: TestEngine, context: RunContext): Promise<Record<string, number>> => {
  await deriveFacts(engine, context);
  const { value } = await runAnalysis(engine, rfm, context);
  return Object.fromEntries(
    value.segments.filter(({ customers }) => customers > 0).map(({ name, customers }) => [name, customers]),
  );
};

const counts = (value: RfmMigration, side: 'before' | 'now'): Record<string, number> =>
  Object.fromEntries(
    value.states
      .filter((state) => state[side] > 0 && state.name !== 'Lapsed' && state.name !== 'Not yet a customer')
      .map((state) => [state.name, state[side]]),
  );

describe.skipIf(!hasSharedData)(
  'moves between the segments of UCI Online Retail (../shared is needed)',
  () => {
    let engine: TestEngine;
    let then: Record<string, number>;
    let now: Record<string, number>;
    beforeAll(async () => {
      engine = await openTestEngine();
      await loadOnlineRetail(engine);
      then = await segmentsOn(engine, earlier);
      now = await segmentsOn(engine, later);
    });

    it('begin and end where the RFM analysis finds everyone on each of the two days', async () => {
      const { value } = await runAnalysis(engine, rfmMigration, later, { cutsFrom: 'each' });
      expect(value.earlier).toBe(earlier.asOf);
      expect(counts(value, 'before')).toEqual(then);
      expect(counts(value, 'now')).toEqual(now);
    });

    it('begin there too with the cut points of the earlier day on both, and concern the same customers', async () => {
      const { value } = await runAnalysis(engine, rfmMigration, later);
      expect(counts(value, 'before')).toEqual(then);
      expect(counts(value, 'now')).not.toEqual(now);
      expect(value.customers).toBe(4_338);
      expect(value.moves.reduce((sum, { customers }) => sum + customers, 0)).toBe(value.customers);
    });

    it('add the revenue of both windows up to what orders of customers came to in them', async () => {
      const { value } = await runAnalysis(engine, rfmMigration, later);
      const sumOf = async (until: string): Promise<number> => {
        const [row] = await engine.rows(
          `select sum(net)::double as revenue from order_facts
         where customer_id is not null and order_date <= date '${until}' and order_date >= date '${until}' - 365
           and customer_id in (select customer_id from order_facts where is_purchase and order_date <= date '${until}' and order_date >= date '${until}' - 365)`,
        );
        return Number(row?.['revenue']);
      };
      const total = (of: (move: RfmMigration['moves'][number]) => number): number =>
        value.moves.reduce((sum, move) => sum + of(move), 0);
      expect(total(({ revenueNow }) => revenueNow)).toBeCloseTo(await sumOf(later.asOf), 2);
      expect(total(({ revenueBefore }) => revenueBefore)).toBeCloseTo(await sumOf(earlier.asOf), 2);
    });
  },
);
