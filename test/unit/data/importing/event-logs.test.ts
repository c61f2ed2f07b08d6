import { beforeAll, describe, expect, it } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../support/engine.ts';
import { fileFrom, fileOf, importAll } from '../../../support/importing.ts';
import { expectedValues, hasSharedData } from '../../../support/golden-data.ts';
import { sharedPath } from '../../../support/plain-records.ts';

const steps = ['Assign', 'Take in charge', 'Resolve', 'Closed'];

describe('event logs', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it('of cases with customers become their tickets, opened and solved by activities', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => {
      const ticket = Math.floor(row / 4);
      const day = String(1 + ticket).padStart(2, '0');
      const customer = row % 4 === 0 ? `C${ticket % 3}` : '';
      return `T-${ticket},${steps[row % 4] ?? ''},2024-03-${day} 1${row % 4}:00:00,agent ${row % 2},${customer}`;
    });
    const text = ['case:concept:name,concept:name,time:timestamp,org:resource,customer id', ...rows].join(
      '\n',
    );
    const report = await importAll(engine, fileOf('log.csv', text));
    expect(report.files[0]).toMatchObject({
      tables: ['tickets', 'stage_events'],
      rowsKept: 40,
      rowsRejected: 0,
    });
    expect(
      await engine.rows(`select ticket_id, customer_id, opened_at::varchar as opened, solved_at::varchar as solved
        from next_tickets order by opened_at limit 2`),
    ).toEqual([
      { ticket_id: 'T-0', customer_id: 'C0', opened: '2024-03-01 10:00:00', solved: '2024-03-01 13:00:00' },
      { ticket_id: 'T-1', customer_id: 'C1', opened: '2024-03-02 10:00:00', solved: '2024-03-02 13:00:00' },
    ]);
    expect(
      await engine.rows(`select from_stage, to_stage, count(*)::integer as n, count(customer_id)::integer as of_customers
        from next_stage_events group by 1, 2 order by to_stage`),
    ).toEqual([
      { from_stage: null, to_stage: 'Assign', n: 10, of_customers: 10 },
      { from_stage: 'Resolve', to_stage: 'Closed', n: 10, of_customers: 10 },
      { from_stage: 'Take in charge', to_stage: 'Resolve', n: 10, of_customers: 10 },
      { from_stage: 'Assign', to_stage: 'Take in charge', n: 10, of_customers: 10 },
    ]);
  });

  it.skipIf(!hasSharedData)(
    'a help desk’s: the published figures (skipped: ../shared is not here)',
    async () => {
      const published = expectedValues<{
        events: number;
        cases: number;
        median_days: number;
        mean_days: number;
        p90_days: number;
        min: string;
        max: string;
        activity_counts: Record<string, number>;
      }>('helpdesk_tickets');
      const report = await importAll(engine, fileFrom(sharedPath('helpdesk/helpdesk.csv')));
      const days = 'epoch(solved_at - opened_at) / 86400';
      const [found] =
        await engine.rows(`select count(*)::integer as cases, median(${days}) as median, avg(${days}) as mean,
      quantile_cont(${days}, 0.9) as p90, min(opened_at)::varchar as first, max(solved_at)::varchar as last,
      (select count(*)::integer from next_stage_events) as events from next_tickets`);
      expect(found).toEqual({
        cases: published.cases,
        events: published.events,
        median: expect.closeTo(published.median_days, 6) as number,
        mean: expect.closeTo(published.mean_days, 6) as number,
        p90: expect.closeTo(published.p90_days, 6) as number,
        first: published.min,
        last: published.max,
      });
      const activities = await engine.rows(
        'select to_stage as key, count(*)::integer as n from next_stage_events group by 1',
      );
      expect(Object.fromEntries(activities.map(({ key, n }) => [key, n]))).toEqual(published.activity_counts);
      expect(report.issues).toContainEqual(
        expect.objectContaining({ code: 'cases-without-customer', count: published.cases }),
      );
    },
  );
});
