import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import type { FileInspection, LoadReport } from '../../../src/data/importing/contract.ts';
import type { AppError } from '../../../src/core/app-error.ts';
import type { Result } from '../../../src/core/result.ts';
import { EngineService } from '../../../src/engine/service/engine-service.ts';
import { plainTools, valueOf } from '../../support/engine.ts';
import { fileOf } from '../../support/importing.ts';
import { nodeHost } from '../../support/node-host.ts';

const emptyModule = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
const context: RunContext = { asOf: '2024-03-04', currency: 'GBP', seed: 1, returns: 'net' };
const good = fileOf('shop.csv', 'customer,date,amount\nA,2024-01-31,12.50\nB,2024-02-01,3.20\n');
const undated = fileOf(
  'shop.csv',
  `customer,date,amount\n${Array.from({ length: 20_000 }, (_, index) => `C${index},someday ${'very '.repeat(40)},1`).join('\n')}\n`,
);

let service: EngineService;
beforeAll(async () => {
  service = new EngineService(() => nodeHost, plainTools);
  valueOf(await service.start({ module: emptyModule }));
});

const inspected = async (file: File): Promise<readonly FileInspection[]> =>
  valueOf(await service.inspect('i', [file], () => undefined));
const load = async (file: File, onStage?: (stage: string) => void): Promise<Result<LoadReport, AppError>> =>
  service.load('load', await inspected(good), [file], ({ stage }) => onStage?.(stage));
const rowsOf = async (sql: string) => valueOf(await service.sql('q', sql)).rows;
const databases = (): ReturnType<typeof rowsOf> =>
  rowsOf('select database_name as name from duckdb_databases() where not internal order by 1');
const bytes = async (): Promise<number> =>
  Number((await rowsOf('select sum(memory_usage_bytes)::double as n from duckdb_memory()'))[0]?.['n']);

describe('a load that comes to nothing', () => {
  it('leaves data, fingerprint and memory as they were, and the next one works', async () => {
    valueOf(await load(good));
    const before = valueOf(await service.describe());
    const [held, attached] = [await bytes(), await databases()];
    for (let time = 0; time < 3; time += 1) {
      const failed = await load(undated);
      expect(failed).toMatchObject({ ok: false, error: { kind: 'no-rows-kept', rowsRead: 20_000 } });
      expect(valueOf(await service.describe())).toEqual(before);
    }
    expect(await databases()).toEqual(attached);
    expect(await bytes()).toBeLessThanOrEqual(held + 300_000);
    expect(valueOf(await load(good)).files[0]).toMatchObject({ rowsKept: 2 });
    expect(valueOf(await service.describe())).toEqual(before);
  });

  it('quotes no more than 80 characters of a row', async () => {
    const failed = await load(undated);
    const quoted = failed.ok || failed.error.kind !== 'no-rows-kept' ? '' : failed.error.reason;
    expect(/“(.*)”/.exec(quoted)?.[1]).toHaveLength(80);
  });

  it('can be cancelled at every stage, and leaves data and answers as they were', async () => {
    valueOf(await load(good));
    const before = valueOf(await service.describe());
    const stages: string[] = [];
    valueOf(await load(good, (stage) => stages.push(stage)));
    expect(new Set(stages).size).toBeGreaterThan(3);
    for (const wanted of new Set(stages)) {
      const other = fileOf('shop.csv', 'customer,date,amount\nZ,2024-01-31,99\n');
      const cancelled = await load(other, (stage) => {
        if (stage === wanted) void service.cancel('load');
      });
      expect(cancelled, wanted).toEqual({ ok: false, error: { kind: 'cancelled' } });
      expect(valueOf(await service.describe()), wanted).toEqual(before);
      const answer = valueOf(await service.run('r', { id: 'overview', params: {}, context }));
      expect(answer.value, wanted).toMatchObject({ revenue: 15.7 });
    }
    expect(await databases()).toHaveLength(2);
  });
});

describe('the user’s own SQL', () => {
  it.each([
    "with x as (select 1) insert into customers (customer_id) select 'x'",
    'with x as (select 1) delete from orders',
    'explain analyze delete from orders',
    "attach ':memory:' as other",
    "copy orders to 'imp/orders.csv'",
    'pragma database_list',
    'set threads = 2',
    'begin',
    'commit',
    'select 1; drop table orders',
    "select E'\\'; drop table orders; --'",
    'create temp table t as select 1',
    'checkpoint',
  ])('can’t change anything: %s', async (sql) => {
    expect(await service.sql('q', sql)).toEqual({ ok: false, error: { kind: 'sql-not-read-only', sql } });
    expect(await rowsOf('select count(*)::integer as n from orders')).toEqual([{ n: 2 }]);
  });

  it.each([
    "select * from read_csv('http://127.0.0.1/x.csv')",
    "from 'https://127.0.0.1/x.parquet'",
    "select * from read_csv('/etc/passwd')",
    "from read_text('/etc/passwd')",
    "from glob('/*')",
  ])('reaches nothing outside: %s', async (sql) => {
    const answer = await service.sql('q', sql);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'sql-failed' } });
  });
});
