import { beforeAll, describe, expect, it } from 'vitest';
import { openTestEngine, type TestEngine } from '../../support/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

describe('rows', () => {
  it('gives dates and moments as ISO text, decimals and counts as numbers', async () => {
    const rows = await engine.rows(
      "select date '1931-03-01' as day, timestamp '2024-01-31 23:59:59' as moment, timestamp '2024-01-01 00:00:00.25' as precise, 12.3456::decimal(18,4) as money, count(*) as n, sum(1) as huge, true as yes, null as nothing, 1/0 as infinite, 9007199254740993::bigint as big, [1,2]::bigint[] as list",
    );
    expect(rows).toEqual([
      {
        day: '1931-03-01',
        moment: '2024-01-31T23:59:59',
        precise: '2024-01-01T00:00:00.250',
        money: 12.3456,
        n: 1,
        huge: 1,
        yes: true,
        nothing: null,
        infinite: null,
        big: '9007199254740993',
        list: '[1,2]',
      },
    ]);
  });
});
