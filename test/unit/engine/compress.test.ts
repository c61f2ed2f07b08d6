import { beforeAll, describe, expect, it } from 'vitest';
import { mostPlainRows } from '../../../src/engine/service/data-layout.ts';
import type { DataStore } from '../../../src/engine/service/data-store.ts';
import type { DuckDBSession } from '../../../src/engine/service/duckdb-session.ts';
import { uninterrupted } from '../../../src/engine/service/job.ts';
import { valueOf } from '../../support/engine.ts';
import { openTestStore } from '../../support/store.ts';

let session: DuckDBSession;
let store: DataStore;
beforeAll(async () => {
  ({ session, store } = await openTestStore());
});

const rows = async (sql: string): Promise<unknown> => valueOf(await session.rows(sql));

/** What the data say, and how much memory they take. */
const content = (): Promise<unknown> =>
  rows(
    `select count(*)::double as n, sum(hash(order_id, channel) % 1000003)::double as print from orders
     union all select count(*)::double, sum(sales)::double from order_facts order by all`,
  );
const megabytes = async (): Promise<number> => {
  const [row] = valueOf(
    await session.rows('select sum(memory_usage_bytes)::double / 1e6 as mb from duckdb_memory()'),
  );
  return Number(row?.['mb']);
};

const fill = (orders: number): Promise<unknown> =>
  store.replace(
    () =>
      session.exec(
        `create table orders as select 'order ' || i as order_id, 'C' || i % 1000 as customer_id,
           timestamp '2024-01-01' + to_days((i % 300)::integer) as ordered_at, 5::decimal(18, 4) as gross, null::decimal(18, 4) as discount,
           null::decimal(18, 4) as refund, 5::decimal(18, 4) as net, null::decimal(18, 4) as shipping, null::decimal(18, 4) as tax,
           null::varchar as currency, 'completed' as status, 'web' as channel, null::varchar as payment_method, null::timestamp as promised_at,
           null::timestamp as delivered_at, null::varchar as coupon, null::varchar as guest_name from range(${orders}) as r(i)`,
      ),
    uninterrupted,
    [],
    'plain',
  );

const databases = (): Promise<unknown> =>
  rows("select database_name from duckdb_databases() where database_name like 'data%' order by all");

describe('data that were filled plainly', () => {
  it('are compressed when they are many, and stay the same', async () => {
    await fill(mostPlainRows / 2 + 1000);
    const { generation } = store;
    const before = await content();
    const plain = await megabytes();
    let looks = 6;
    const interrupted = await store.compress({ isCancelled: () => (looks -= 1) < 0 });
    expect(interrupted).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await content()).toEqual(before);
    valueOf(await store.compress(uninterrupted));
    expect(await content()).toEqual(before);
    expect(store.generation).toBe(generation);
    expect(await megabytes()).toBeLessThan(plain / 2);
    expect(await databases()).toEqual([{ database_name: store.database }]);
  });

  it('stay plain when they are few', async () => {
    await fill(1000);
    const { database } = store;
    valueOf(await store.compress(uninterrupted));
    expect(store.database).toBe(database);
  });

  it('leave no half copy when they are replaced meanwhile', async () => {
    await fill(mostPlainRows / 2 + 1000);
    let looks = 6;
    await store.compress({ isCancelled: () => (looks -= 1) < 0 });
    await fill(10);
    expect(await databases()).toEqual([{ database_name: store.database }]);
  });
});
