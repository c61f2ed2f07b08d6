import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import type { TableFile } from '../../../src/engine/contract.ts';
import { EngineService } from '../../../src/engine/service/engine-service.ts';
import { plainTools, valueOf } from '../../support/engine.ts';
import { tinyShopFiles } from '../../support/tiny-shop.ts';
import { nodeHost } from '../../support/node-host.ts';

const context: RunContext = { asOf: '2026-01-01', currency: 'GBP', seed: 1, returns: 'net' };
const module = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
const silent = (): void => undefined;

let service: EngineService;
let saved: readonly TableFile[];
beforeAll(async () => {
  service = new EngineService(() => nodeHost, plainTools);
  valueOf(await service.start({ module }));
});

describe('an engine with a sample company', () => {
  it('loads it', async () => {
    const stages: string[] = [];
    const t0 = performance.now();
    const r0 = valueOf(await service.restore(tinyShopFiles()));
    console.log(JSON.stringify(r0));
    const d = valueOf(await service.describe(context));
    console.log(
      d.fingerprint,
      d.firstOrder,
      d.lastOrder,
      d.currencies,
      d.tables.map((t) => [t.name, t.rows]),
      d.profile.slice(0, 12),
      performance.now() - t0,
    );
    saved = valueOf(await service.save());
    console.log(saved.map((f) => [f.name, f.rows, f.bytes.length]));
    const d2 = valueOf(await service.restore(saved));
    expect(d2.fingerprint).toBe(d.fingerprint);
    expect(d2.tables).toEqual(d.tables);
    for (const id of ['overview', 'concentration', 'cohort-retention'])
      console.log(JSON.stringify(await service.run('r', { id, params: {}, context })).slice(0, 1500));
    console.log(await service.sql('q', 'select * from customer_profiles limit 2'));
    for (const q of [
      'select * form t',
      'drop table orders',
      'with a as (select 1) insert into orders(order_id) select 1',
      'select 1; select 2',
      'describe orders',
      'select * from range(200000)',
      "select * from read_csv('http://x.y/z.csv')",
      "select * from read_csv('/etc/passwd')",
      'explain select 1',
      'show tables',
      'summarize orders',
      "select 'é' as a, nope from orders",
    ]) {
      const r = await service.sql('q', q);
      console.log(
        q,
        JSON.stringify(r.ok ? [r.value.columns.length, r.value.rows.length, r.value.limitedTo] : r.error),
      );
    }
    const f = service.sql('c', 'select count(*) from range(100000000000) a');
    setTimeout(() => {
      console.log('cancel', performance.now());
      void service.cancel('c');
    }, 300);
    console.log(await f, performance.now());
  });
});
