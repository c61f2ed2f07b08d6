import { beforeAll, describe, expect, it } from 'vitest';
import type { OfferConflicts } from '../../src/analyses/offer-conflicts/result.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import type { TestEngine, TestQuestion } from '../support/engine.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

const ask = async (engine: SampleEngine, question?: TestQuestion): Promise<OfferConflicts> =>
  valueOf(await engine.run('offer-conflicts', question)).value as OfferConflicts;
const countsOf = (value: OfferConflicts) =>
  Object.fromEntries(value.conflicts.map(({ key, customers }) => [key, customers]));

describe('five customers, by hand', () => {
  let engine: TestEngine;
  const context = { asOf: '2025-06-30' } as const;
  const order = (id: string, customer: string, day: string, promised: string, delivered: string): string =>
    `('${id}', '${customer}', timestamp '${day}', 100, 100, ${promised && `timestamp '${promised}'`}, ${
      delivered === '' ? 'null' : `timestamp '${delivered}'`
    })`;
  beforeAll(async () => {
    engine = await openTestEngine();
    await engine.createCanonicalTables();
    await engine.exec(`insert into customers (customer_id, consent) values
      ('a', true), ('b', true), ('c', false), ('d', null), ('e', true)`);
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net, promised_at, delivered_at) values
      ${[
        order('1', 'a', '2025-01-05', '2025-01-10', '2025-01-09'),
        order('2', 'b', '2025-05-20', '2025-05-25', '2025-05-28'),
        order('3', 'c', '2025-06-25', '2025-06-30', ''),
        order('4', 'd', '2025-01-05', '2025-01-10', '2025-01-20'),
        order('5', 'e', '2025-05-20', '2025-05-25', ''),
      ].join(', ')}`);
  });

  it('tells unknown from none', async () => {
    const value = await ask(engine, { context });
    expect(countsOf(value)).toEqual({
      openComplaint: null,
      openTicket: null,
      // b came late, e is overdue; d was late too long ago, c is promised for today.
      promiseBroken: 2,
      contactedOften: null,
      boughtRecently: 1,
      divest: null,
    });
    expect(value).toMatchObject({ customers: 5, reachable: 3, refused: 1, unasked: 1, any: 3, free: 2 });
    expect(value.missing.map(({ what }) => what)).toEqual([
      'Open complaint',
      'Open ticket',
      'Contacted often',
      'Loses money, now and ahead',
    ]);
  });

  it('counts open matters and contacts as they stood on the day', async () => {
    await engine.exec(`insert into tickets (ticket_id, customer_id, opened_at, solved_at, is_complaint) values
      ('t1', 'a', timestamp '2025-06-01', null, true), ('t2', 'b', timestamp '2025-06-01', timestamp '2025-06-10', true),
      ('t3', 'd', timestamp '2025-06-20', timestamp '2025-07-02', false), ('t4', 'e', timestamp '2025-07-01', null, true)`);
    await engine.exec(`insert into interactions (interaction_id, customer_id, occurred_at, direction) values
      ('1', 'a', timestamp '2025-06-10', 'out'), ('2', 'a', timestamp '2025-06-11', 'out'),
      ('3', 'a', timestamp '2025-06-12', 'in'), ('4', 'd', timestamp '2025-05-01', 'out')`);
    const value = await ask(engine, { context, params: { maxContacts: 1 } });
    expect(countsOf(value)).toMatchObject({ openComplaint: 1, openTicket: 2, contactedOften: 1 });
    expect(value).toMatchObject({ any: 5, free: 0 });
    const patient = await ask(engine, { context, params: { maxContacts: 2 } });
    expect(countsOf(patient)).toMatchObject({ contactedOften: 0 });
  });
});

describe('offers to the retailer’s customers', () => {
  it('agrees with plain counts of the tables, and nobody is counted twice', async () => {
    const engine = await openSampleEngine('retailer');
    const context = { asOf: '2026-01-01' } as const;
    const value = await ask(engine, { context });
    const [row] = await engine.rows(`select
        (select count(distinct customer_id) from tickets where solved_at is null or solved_at >= timestamp '2026-01-02')::integer
          as tickets,
        (select count(distinct customer_id) from order_facts where is_purchase and order_date > date '2025-12-18')::integer
          as recent,
        (select count(*) from customers where consent)::integer as agreed`);
    expect(countsOf(value)).toMatchObject({ openTicket: row?.['tickets'], boughtRecently: row?.['recent'] });
    expect(value.reachable).toBe(row?.['agreed']);
    expect(value.missing).toEqual([]);
    const counts = Object.values(countsOf(value)).map(Number);
    expect(value.any).toBeGreaterThanOrEqual(Math.max(...counts));
    expect(value.any).toBeLessThanOrEqual(counts.reduce((sum, count) => sum + count, 0));
    expect(value.free).toBeLessThanOrEqual(value.customers - value.any);
  });
});
