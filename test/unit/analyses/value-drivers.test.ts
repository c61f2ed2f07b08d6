import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { valueDrivers } from '../../../src/analyses/value-drivers/definition.ts';
import {
  aucWords,
  driversFinding,
  scaleWords,
  settledWords,
} from '../../../src/analyses/value-drivers/findings.ts';
import { ruleMark } from '../../../src/analyses/value-drivers/marks.ts';
import type { DriverRule, ValueDrivers } from '../../../src/analyses/value-drivers/result.ts';
import { createFormats } from '../../../src/core/format/formats.ts';
import { compilePredicate } from '../../../src/data/segments/compile-predicate.ts';
import { uninterrupted } from '../../../src/engine/service/job.ts';
import { CustomerProfiles } from '../../../src/engine/service/profiles.ts';
import { countSegment } from '../../../src/engine/service/segment-customers.ts';
import { openTestEngine, valueOf } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2025-01-01', currency: 'EUR', seed: 1, returns: 'net' };
const formats = createFormats('en-GB', 'EUR');

describe('drivers on tables made by hand', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  beforeEach(async () => {
    await engine.createCanonicalTables();
    // 400 customers: the first 200 came by fair, the others by post.
    await engine.exec(`insert into customers (customer_id, acq_channel)
      select 'c' || n, case when n < 200 then 'fair' else 'post' end from range(400) as t (n)`);
    await order('true', '2023-01-01');
  });
  const order = (which: string, day: string): Promise<void> =>
    engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net)
      select gen_random_uuid(), 'c' || n, timestamp '${day} 12:00', 50 + n % 7, 50 + n % 7
      from range(400) as t (n) where ${which}`);
  const ask = async (params: Record<string, unknown> = {}) => {
    await deriveFacts(engine, context);
    return runAnalysis(engine, valueDrivers, context, { outcome: 'again', ...params });
  };

  it('the odds ratio of a group is that of its two by two table', async () => {
    // 150 of 200 by fair and 50 of 200 by post buy again: odds 3 against 1/3.
    await order('n < 150 or n >= 350', '2023-09-01');
    const { value } = await ask();
    const group = value.drivers.find(({ key }) => key.startsWith('acq_channel'));
    const ratio = group?.label === 'Came by: fair' ? group.oddsRatio : 1 / (group?.oddsRatio ?? NaN);
    expect(Math.abs(Math.log(ratio / 9))).toBeLessThan(0.15);
    expect(group?.strength).toBe('strong');
    expect(value).toMatchObject({ customers: 400, events: 200, rate: 0.5, basis: 'purchases' });
  });

  it('what happens in the first days is a driver, never the outcome', async () => {
    await order('n % 2 = 0', '2023-02-01');
    const early = await ask();
    expect(early.value.events).toBe(0);
    expect(early.warnings.map(({ code }) => code)).toEqual(['no-model']);
    const later = await ask({ windowDays: 10 });
    expect(later.value.events).toBe(200);
    expect(later.value.drivers.map(({ key }) => key)).not.toContain('early_days');
  });

  it('a group that came out alike is said by itself', async () => {
    await order('n < 200 and n % 3 > 0', '2023-09-01');
    const { value } = await ask();
    expect(value.settled).toEqual([{ label: 'Came by: post', customers: 200, events: 0 }]);
    expect(settledWords(value, { outcome: 'again' })).toBe(
      'None of the 200 customers in “Came by: post” buy again.',
    );
    expect(value.drivers.map(({ key }) => key)).not.toContain('acq_channel=post');
  });

  it('nobody observed long enough: empty, and said', async () => {
    const { value, warnings } = await ask({ followDays: 1_400 });
    expect(value).toMatchObject({ customers: 0, drivers: [], rules: [], auc: null, rate: null });
    expect(warnings[0]?.message).toContain('1,490 days');
  });

  it('a rule becomes a segment of just the customers under it', async () => {
    await order('n < 150 or n >= 350', '2023-09-01');
    const { value } = await ask();
    expect(value.rules.length).toBe(2);
    for (const rule of value.rules) {
      const condition = valueOf(
        compilePredicate(ruleMark(rule).predicate, {
          columns: [{ name: 'acq_channel', type: 'VARCHAR' }],
          asOf: context.asOf,
        }),
      );
      const rows = await engine.rows(
        `select count(*)::INTEGER as n from customer_profiles where ${condition}`,
      );
      expect(rows[0]?.['n']).toBe(rule.customers);
    }
  });

  it('first orders tell customers apart too, and segments can ask about them', async () => {
    // The 114 customers with the highest values of the first order, 55 and 56, come back, and few others.
    await order('n % 7 >= 5 or n % 7 = 0 and n % 5 = 0', '2023-09-01');
    const { value } = await ask({ minimumRule: 30 });
    const [best] = value.rules;
    expect(best?.conditions[0]).toMatchObject({ field: 'first_order_value', above: 54.5, hasUnknown: false });
    if (!best) throw new Error('no rule');
    const { predicate, label } = ruleMark({ conditions: best.conditions.slice(0, 1) });
    expect(label).toContain('Value of the first order more than 54.5');
    const size = await countSegment(
      { session: engine.session, profiles: new CustomerProfiles(engine.session, { generation: 1 }) },
      context,
      { kind: 'all', of: [predicate, { kind: 'compare', field: 'orders', operator: 'at-least', value: 1 }] },
      uninterrupted,
    );
    expect(valueOf(size).inside).toBe(114);
  });
});

describe('words and rules of the drivers', () => {
  const rule = (conditions: DriverRule['conditions']): string => ruleMark({ conditions }).label;

  it('writes values, unknown ones and exceptions', () => {
    expect(rule([{ field: 'region', values: ['North'], hasUnknown: true, isExcept: false }])).toBe(
      'Region is North or region is not known',
    );
    expect(rule([{ field: 'kind', values: ['b2b'], hasUnknown: false, isExcept: true }])).toBe(
      'Not (kind of customer is company)',
    );
    expect(
      rule([
        { field: 'region', values: ['North', 'South'], hasUnknown: false, isExcept: false },
        { field: 'consent', values: [true], hasUnknown: false, isExcept: false },
      ]),
    ).toBe('Region is one of North, South and consent to contact is yes');
    const amount = { field: 'first_order_value', values: [], isExcept: false };
    expect(
      rule([
        { ...amount, hasUnknown: true, above: 20 },
        { ...amount, hasUnknown: false, atMost: 1_250 },
      ]),
    ).toBe(
      '(value of the first order more than 20 or value of the first order is not known) and value of the first order at most 1,250',
    );
  });

  it('says how strong a number is per spread and per round amount', () => {
    const driver = {
      key: 'first_value',
      label: 'Value of the first order',
      kind: 'number',
      reference: null,
      customers: 100,
      oddsRatio: 2,
      low: 1.5,
      high: 2.7,
      p: 0.001,
      spread: 40,
      unit: 'money',
      step: 20,
      perStep: Math.SQRT2,
      strength: 'strong',
    } as const;
    expect(scaleWords(driver, formats)).toBe('per €40 (one SD); × 1.41 per €20');
    const value = { drivers: [driver], auc: 0.72, aucLow: 0.6 } as unknown as ValueDrivers;
    expect(driversFinding(value, { outcome: 'again' } as never, formats)).toBe(
      '€40 more in value of the first order multiplies the odds to buy again by 2',
    );
    expect(aucWords(value, formats)).toContain(
      'fairly well apart: of two, it picks the right one in 72% of cases',
    );
  });
});
