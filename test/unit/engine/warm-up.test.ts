import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../src/data/row.ts';
import type { DataStore } from '../../../src/engine/service/data-store.ts';
import type { DuckDBHost } from '../../../src/engine/service/duckdb-host.ts';
import type { DuckDBSession } from '../../../src/engine/service/duckdb-session.ts';
import { EngineService } from '../../../src/engine/service/engine-service.ts';
import { uninterrupted } from '../../../src/engine/service/job.ts';
import { warmUp } from '../../../src/engine/service/warm-up.ts';
import { plainTools, valueOf } from '../../support/engine.ts';
import { nodeHost } from '../../support/node-host.ts';
import { openTestStore } from '../../support/store.ts';

const now = (): number => performance.now();

let session: DuckDBSession;
let store: DataStore;
beforeAll(async () => {
  ({ session, store } = await openTestStore());
});

const rows = async (sql: string): Promise<readonly Row[]> => valueOf(await session.rows(sql));
const traces = async (): Promise<unknown> => ({
  generation: store.generation,
  used: await rows('select current_database() as name'),
  databases: await rows('select database_name from duckdb_databases() order by all'),
  tables: await rows('select database_name, table_name, estimated_size from duckdb_tables() order by all'),
});

const openService = async (host: DuckDBHost = nodeHost): Promise<EngineService> => {
  const service = new EngineService(() => host, plainTools);
  // The host in Node has its own module: this one is empty.
  const module = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  valueOf(await service.start({ module }));
  return service;
};

describe('warming up', () => {
  it('goes through every step and leaves no trace', async () => {
    const before = await traces();
    valueOf(await warmUp(session, store, now, uninterrupted));
    expect(await traces()).toEqual(before);
  });

  it.each([0, 1, 3, 10, 30, 60, 120])('stopped at the look %i it leaves no trace either', async (looks) => {
    const before = await traces();
    let left = looks;
    const job = { isCancelled: () => (left -= 1) < 0 };
    expect(await warmUp(session, store, now, job)).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await traces()).toEqual(before);
    expect(await rows('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('gives way to a job that somebody waits for', async () => {
    let onTask = (): void => undefined;
    const nextTask = (): Promise<void> => {
      onTask();
      return nodeHost.nextTask();
    };
    const service = await openService({ ...nodeHost, nextTask });
    const begun = new Promise<void>((resolve) => (onTask = resolve));
    const warmed = service.warmUp();
    await begun;
    const asked = await service.sql('job', 'select 1 as one');
    expect(valueOf(asked).rows).toEqual([{ one: 1 }]);
    expect(await warmed).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(valueOf(await service.describe())).toMatchObject({ fingerprint: 'empty', tables: [] });
  });

  it('is left out once the engine was asked for something: what it has made by then stays', async () => {
    const service = await openService();
    const context = { asOf: '2025-01-01', currency: '', seed: 1, returns: 'net' } as const;
    const everyone = { kind: 'all', of: [] } as const;
    expect(valueOf(await service.count('a', context, everyone)).all).toBe(0);
    valueOf(await service.warmUp());
    expect(valueOf(await service.customers('b', context, everyone)).rows).toEqual([]);
  });
});
