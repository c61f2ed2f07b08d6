import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SurveyScores } from '../../src/analyses/survey-scores/result.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import type { TestEngine, TestQuestion } from '../support/engine.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

const expectedFile = new URL('../../../shared/expected/nps.json', import.meta.url).pathname;

interface Vector {
  readonly scores: readonly (number | null)[];
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly nps: number;
  readonly variance: number;
  readonly se_points: number;
  readonly ci95_points: readonly [number, number];
}

const ask = async (engine: SampleEngine, question?: TestQuestion) =>
  valueOf(await engine.run('survey-scores', question)).value as SurveyScores;

describe.skipIf(!existsSync(expectedFile))('published NPS vectors (skipped: ../shared is not here)', () => {
  it('every figure of every vector, from rows of a table', async () => {
    const { values } = JSON.parse(readFileSync(expectedFile, 'utf8')) as { values: Record<string, Vector> };
    const engine = await openTestEngine();
    for (const [name, vector] of Object.entries(values)) {
      await engine.createCanonicalTables();
      await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net) values
        ('1', 'a', timestamp '2025-01-05', 100, 100)`);
      const known = vector.scores.filter((score): score is number => score !== null);
      // The table of answers has no unanswered ones: a score is required.
      await engine.exec(`insert into surveys (customer_id, answered_at, instrument, score) values
        ${known.map((score, at) => `(${at % 2 ? 'null' : `'a'`}, timestamp '2025-01-06', 'NPS', ${score})`).join(', ')}`);
      const { nps } = await ask(engine, { params: { answersCount: 'all' }, context: { asOf: '2025-01-31' } });
      expect(nps, name).toEqual({
        answers: vector.n,
        promoters: vector.promoters,
        passives: vector.passives,
        detractors: vector.detractors,
        value: expect.closeTo(vector.nps, 9) as number,
        variance: expect.closeTo(vector.variance, 12) as number,
        error: expect.closeTo(vector.se_points, 9) as number,
        low: expect.closeTo(vector.ci95_points[0], 9) as number,
        high: expect.closeTo(vector.ci95_points[1], 9) as number,
      });
    }
  }, 60_000);
});

describe('answers, by hand', () => {
  let engine: TestEngine;
  const context = { asOf: '2025-06-30' } as const;
  beforeAll(async () => {
    engine = await openTestEngine();
    await engine.createCanonicalTables();
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net) values
      ('1', 'a', timestamp '2025-01-05', 100, 100), ('2', 'b', timestamp '2025-01-05', 100, 100),
      ('3', 'a', timestamp '2025-02-05', 100, 100)`);
    await engine.exec(`insert into surveys (customer_id, answered_at, instrument, score) values
      ('a', timestamp '2025-01-06', 'csat', 5), ('b', timestamp '2025-01-06', 'csat', 4),
      ('b', timestamp '2025-06-01', 'csat', 2), (null, timestamp '2025-06-01', 'csat', 1),
      ('a', timestamp '2023-01-01', 'csat', 1), ('a', timestamp '2025-07-06', 'csat', 1)`);
  });

  it('counts the latest answer of each customer, and anonymous ones', async () => {
    const value = await ask(engine, { context });
    expect(value.nps).toBeNull();
    expect(value.needed).toBeNull();
    expect(value.instruments).toMatchObject([{ name: 'csat', answers: 3, topScore: 5, top: 1 / 3 }]);
    expect(value.instruments[0]?.topTwo).toBeCloseTo(1 / 3, 12);
    const all = await ask(engine, { context, params: { answersCount: 'all' } });
    expect(all.instruments[0]).toMatchObject({ answers: 4, topTwo: 0.5, mean: 3 });
  });

  it('leaves anonymous answers out where a segment is in focus', async () => {
    const segment = { kind: 'compare', field: 'orders', operator: 'at-least', value: 2 } as const;
    const value = await ask(engine, { context, segment });
    expect(value.instruments).toMatchObject([{ answers: 1, topTwo: 1, othersTopTwo: 0 }]);
  });

  it('follows first answers: the delighted one bought again, the satisfied one didn’t', async () => {
    const value = await ask(engine, { context });
    expect(value.follow).toMatchObject([
      { scale: 5, level: 'best', customers: 1, again: 1 },
      { scale: 5, level: 'good', customers: 1, again: 0 },
    ]);
    expect(value.delight).toBe(1);
  });
});

describe('what the retailer’s customers say', () => {
  it('agrees with a plain count, and finds the planted captives who don’t like us', async () => {
    const engine = await openSampleEngine('retailer');
    const context = { asOf: '2026-01-01' } as const;
    const value = await ask(engine, { context, params: { answersCount: 'all' } });
    const [row] = await engine.rows(`select count(*)::integer as answers,
        (100.0 * (count(*) filter (score >= 9) - count(*) filter (score <= 6)) / count(*))::double as nps
      from surveys where instrument = 'nps' and answered_at >= timestamp '2025-01-02' and answered_at < timestamp '2026-01-02'`);
    expect([value.nps?.answers, value.nps?.value]).toEqual([
      row?.['answers'],
      expect.closeTo(Number(row?.['nps']), 9),
    ]);
    const captive = await ask(engine, {
      context,
      params: { windowDays: 1_095 },
      segment: { kind: 'compare', field: 'region', operator: 'is', value: 'Northern Isles' },
    });
    expect(captive.nps?.value).toBeLessThan(-50);
    expect(captive.differenceHigh).toBeLessThan(-50);
  });
});
