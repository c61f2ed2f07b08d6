import { beforeAll, describe, expect, it } from 'vitest';
import type { LikelyResponders } from '../../src/analyses/likely-responders/result.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import type { TestEngine, TestQuestion } from '../support/engine.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

const ask = async (engine: SampleEngine, question?: TestQuestion) => {
  const { value, warnings } = valueOf(await engine.run('likely-responders', question));
  return { value: value as LikelyResponders, codes: warnings.map(({ code }) => code) };
};

describe('1,200 customers whose answers follow a known rule', () => {
  let engine: TestEngine;
  /** Half bought 10 days before the message, half 200; of these 60 and 20 of 100 buy after it, by the number of the customer. */
  beforeAll(async () => {
    engine = await openTestEngine();
    await engine.createCanonicalTables();
    await engine.exec(`create or replace temp table people as select i, 'c' || i as id, i % 2 = 0 as recent,
        (i // 2) % 100 < (case when i % 2 = 0 then 60 else 20 end) as answers
      from range(1200) as numbers(i)`);
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net)
      select 'a' || i, id, timestamp '2025-06-01' - to_days(case when recent then 10 else 200 end), 50, 50 from people
      union all select 'b' || i, id, timestamp '2025-06-08', 80, 80 from people where answers
      union all select 'late' || i, id, timestamp '2025-06-16', 999, 999 from people where not answers`);
    await engine.exec(`insert into interactions (interaction_id, customer_id, occurred_at, kind, direction, channel)
      select 'm' || i, id, timestamp '2025-06-01 09:00', 'e-mail', 'out', 'e-mail' from people
      union all select 'u' || i, id, timestamp '2025-06-03', 'unsubscribe', 'in', 'e-mail' from people`);
  });
  const context = { asOf: '2025-06-20' } as const;

  it('counts answers on later days within the days, and no unsubscription', async () => {
    const { value } = await ask(engine, { context });
    expect(value).toMatchObject({ messages: 1_200, answers: 480, rate: 0.4, answerValue: 80 });
    const shares = value.groups.map(({ recencyFrom, messages, answered }) => [
      recencyFrom,
      messages,
      answered,
    ]);
    expect(shares).toEqual([
      [0, 600, 0.6],
      [181, 600, 0.2],
    ]);
    const contacts = await ask(engine, { context, params: { answers: 'contact' } });
    expect(contacts.value.answers).toBe(0);
    expect(contacts.codes).toEqual(['no-model']);
  });

  it('finds the odds ratio of the rule and an AUC that follows from it', async () => {
    const { value } = await ask(engine, { context });
    const [sign] = value.signs;
    expect(value.signs).toHaveLength(1);
    // 0.6/0.4 against 0.2/0.8 over 190 days: 1/6; one spread is 95 days, half of them.
    expect(sign?.spread).toBeCloseTo(95, 9);
    expect(sign?.oddsRatio).toBeCloseTo(1 / Math.sqrt(6), 6);
    // Of two, the right one: ¾ · ⅔ of pairs, ties half: P = (360·480 + ½(360·240 + 120·480)) / (480·720).
    expect(Math.abs((value.auc ?? 0) - (360 * 480 + (360 * 240 + 120 * 480) / 2) / (480 * 720))).toBeLessThan(
      0.06,
    );
    expect(value.isUseful).toBe(true);
  });

  it('says so when nothing is known of messages', async () => {
    const { value, codes } = await ask(engine, { context: { asOf: '2025-06-05' } });
    expect(value).toMatchObject({ messages: 0, auc: null, groups: [] });
    expect(codes).toEqual(['no-messages']);
  });
});

describe('the retailer', () => {
  it('judges on customers held out and agrees with a plain count of messages', async () => {
    const engine = await openSampleEngine('retailer');
    const { value } = await ask(engine);
    const [row] = await engine.rows(`select count(distinct customer_id)::integer as n from interactions
      where direction = 'out' and occurred_at::date <= (select max(order_date) + 1 from order_facts) - 14
        and occurred_at::date > (select max(order_date) + 1 from order_facts) - 1095`);
    expect(value.eligible).toBe(row?.['n']);
    expect(value.isUseful).toBe(true);
    expect(value.calibration).toHaveLength(10);
    const [first, last] = [value.calibration[0], value.calibration.at(-1)];
    expect(first?.answered).toBeGreaterThan(last?.answered ?? 1);
  });
});
