import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok, type Result } from '../../../src/core/result.ts';
import { EngineClient, type RestartEvent } from '../../../src/engine/client/engine-client.ts';
import type { TableFile, TableResult } from '../../../src/engine/contract.ts';
import { fakeWorkers, type FakeEngine } from '../../support/fake-worker.ts';

const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
/** Read anew each time: the engine takes the bytes along. */
const stored = (): TableFile => ({ name: 'orders', rows: 1, bytes: new Uint8Array([1]) });
const answer = (cell: string): Result<TableResult> => ok({ columns: [], rows: [{ cell }] });
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
const starts: FakeEngine = { start: () => Promise.resolve(ok({ version: 'v1', ms: 1 })) };

/** A client over workers that behave as told, one after another. */
const clientOver = (...engines: readonly FakeEngine[]) => {
  const seen = new Set<string>();
  const noting = (engine: FakeEngine): FakeEngine => ({
    ...starts,
    ...engine,
    sql: (jobId, text) => {
      seen.add(jobId);
      return engine.sql?.(jobId, text) ?? never();
    },
  });
  const { Worker, started } = fakeWorkers(engines.map(noting));
  vi.stubGlobal('Worker', Worker);
  const client = new EngineClient({
    workerUrl: './worker.js',
    wasmUrl: './engine.bin',
    storedTables: () => Promise.resolve(ok([stored()])),
  });
  const events: RestartEvent['kind'][] = [];
  client.onRestart = ({ kind }) => events.push(kind);
  const asked = (jobId: string) => vi.waitFor(() => expect(seen).toContain(jobId));
  return { client, events, started, asked };
};

beforeEach(() => {
  vi.stubGlobal('location', { href: 'https://example.org/app/' });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(emptyModule)));
});
afterEach(() => vi.unstubAllGlobals());

describe('start', () => {
  it.each([
    ['as it is', emptyModule],
    ['gzipped', new Uint8Array(gzipSync(emptyModule))],
  ])('takes the engine %s', async (_, body) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
    expect(await clientOver({}).client.start()).toMatchObject({ ok: true, value: { version: 'v1' } });
  });

  it('says when there is no engine, and tries again when asked again', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('gone', { status: 404 })));
    const { client } = clientOver({}, {});
    expect(await client.start()).toMatchObject({ ok: false, error: { kind: 'engine-unavailable' } });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(emptyModule)));
    expect(await client.start()).toMatchObject({ ok: true });
  });

  it('is once for everyone who asks', async () => {
    const { client, started } = clientOver({ sql: () => Promise.resolve(answer('one')) });
    await Promise.all([client.start(), client.sql('q', 'x'), client.start()]);
    expect(started()).toBe(1);
  });
});

describe('an engine that crashes', () => {
  it('is started again with the stored tables', async () => {
    const restored: string[] = [];
    const { client, events } = clientOver(
      {
        sql: () => Promise.resolve({ ok: false, error: { kind: 'engine-crashed', message: 'unreachable' } }),
      },
      {
        restore: (files) => {
          restored.push(...files.map(({ name }) => name));
          return Promise.resolve(ok({ fingerprint: 'f', tables: [], profile: [], currencies: [] }));
        },
        sql: () => Promise.resolve(answer('again')),
      },
    );
    expect(await client.sql('q', 'x')).toMatchObject({ ok: false, error: { kind: 'engine-crashed' } });
    expect(await client.sql('q', 'x')).toEqual(answer('again'));
    expect(restored).toEqual(['orders']);
    expect(events).toEqual(['restarting', 'restored']);
  });

  it('tells when the data could not be put back', async () => {
    const { client, events } = clientOver(
      { sql: () => Promise.resolve({ ok: false, error: { kind: 'engine-crashed', message: 'x' } }) },
      {
        restore: () => Promise.resolve({ ok: false, error: { kind: 'out-of-memory' } }),
        sql: () => Promise.resolve(answer('empty')),
      },
    );
    await client.sql('q', 'x');
    expect(await client.sql('q', 'x')).toEqual(answer('empty'));
    expect(events).toEqual(['restarting', 'failed']);
  });
});

describe('cancel', () => {
  const obedient = (): FakeEngine => {
    let stop: () => void = () => undefined;
    return {
      sql: () =>
        new Promise((resolve) => (stop = () => resolve({ ok: false, error: { kind: 'cancelled' } }))),
      cancel: () => Promise.resolve(stop()),
    };
  };

  it('does not even ask when it comes before the question went out', async () => {
    const { client, events } = clientOver({});
    const job = client.sql('job', 'x');
    await client.cancel('job');
    expect(await job).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(events).toEqual([]);
  });

  it('leaves an engine alone that stops when asked', async () => {
    const { client, events, asked } = clientOver(obedient());
    const job = client.sql('job', 'x');
    await asked('job');
    await client.cancel('job');
    expect(await job).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(events).toEqual([]);
  });

  it('ends an engine that does not, and asks again what was waiting', async () => {
    const { client, events, asked } = clientOver(
      { sql: () => never(), describe: () => never(), cancel: () => never() },
      {
        restore: () => Promise.resolve(ok({ fingerprint: 'f', tables: [], profile: [], currencies: [] })),
        sql: (_, text) => Promise.resolve(answer(text)),
      },
    );
    const stubborn = client.sql('stubborn', 'x');
    await asked('stubborn');
    const waiting = client.sql('waiting', 'later');
    await client.cancel('stubborn');
    expect(await stubborn).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await waiting).toEqual(answer('later'));
    expect(events).toEqual(['restarting', 'restored']);
  });

  it('gives up a waiting job at once, without ending the engine for it', async () => {
    const { client, events, asked } = clientOver({ sql: () => never(), cancel: () => never() });
    void client.sql('first', 'x');
    await asked('first');
    const waiting = client.sql('waiting', 'x');
    await client.cancel('waiting');
    expect(await waiting).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(events).toEqual([]);
  });

  it('knows nothing of a job that is done', async () => {
    const { client, events } = clientOver({ sql: () => Promise.resolve(answer('one')) });
    expect(await client.sql('job', 'x')).toEqual(answer('one'));
    await client.cancel('job');
    expect(events).toEqual([]);
  });
});
