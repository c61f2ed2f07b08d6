import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/core/result.ts';
import { JobQueue } from '../../../src/engine/service/job-queue.ts';

const clock = (): number => 0;

describe('JobQueue', () => {
  it('runs jobs one after another, in order', async () => {
    const queue = new JobQueue(clock);
    const log: string[] = [];
    const job = (name: string) => async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      return ok(name);
    };
    await Promise.all([queue.run('a', job('a')), queue.run('b', job('b'))]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('answers a waiting job that is cancelled at once, and never runs it', async () => {
    const queue = new JobQueue(clock);
    let finish: () => void = () => undefined;
    const first = queue.run<number>('first', () => new Promise((resolve) => (finish = () => resolve(ok(1)))));
    let hasRun = false;
    const second = queue.run('second', () => {
      hasRun = true;
      return Promise.resolve(ok(2));
    });
    queue.cancel('second');
    expect(await second).toEqual({ ok: false, error: { kind: 'cancelled' } });
    finish();
    expect(await first).toEqual(ok(1));
    expect(hasRun).toBe(false);
  });

  it('tells a running job that it is cancelled', async () => {
    const queue = new JobQueue(clock);
    const answer = queue.run('a', async (job) => {
      queue.cancel('a');
      return ok(job.isCancelled());
    });
    expect(await answer).toEqual(ok(true));
    queue.cancel('a');
  });

  it('turns what a job throws into an error, and goes on', async () => {
    const queue = new JobQueue(clock);
    const failed = await queue.run('a', () => Promise.reject(new Error('unexpected')));
    expect(failed).toEqual({ ok: false, error: { kind: 'internal', message: 'unexpected' } });
    const crashed = await queue.run('a', () => Promise.reject(new WebAssembly.RuntimeError('unreachable')));
    expect(crashed).toEqual({ ok: false, error: { kind: 'engine-crashed', message: 'unreachable' } });
    expect(await queue.run('b', () => Promise.resolve(ok(1)))).toEqual(ok(1));
  });

  it('passes on each new stage, and not every step of one', async () => {
    let time = 0;
    const queue = new JobQueue(() => time);
    const told: string[] = [];
    await queue.run(
      'a',
      async ({ onProgress }) => {
        onProgress?.({ stage: 'Reading', fraction: 0.1 });
        onProgress?.({ stage: 'Reading', fraction: 0.2 });
        time = 1000;
        onProgress?.({ stage: 'Reading', fraction: 0.3 });
        onProgress?.({ stage: 'Writing' });
        return ok(undefined);
      },
      ({ stage, fraction }) => told.push(`${stage} ${fraction ?? ''}`),
    );
    expect(told).toEqual(['Reading 0.1', 'Reading 0.3', 'Writing ']);
  });
});
