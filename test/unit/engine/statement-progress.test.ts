import { expect, it } from 'vitest';
import type { Progress } from '../../../src/engine/contract.ts';
import { withStatementProgress } from '../../../src/engine/service/statement-progress.ts';

it('tells how far a statement is once it takes long, and takes it back at its end', async () => {
  let time = 0;
  const told: Progress[] = [];
  const given = { isCancelled: () => false, onProgress: (progress: Progress) => void told.push(progress) };
  const { job, during } = withStatementProgress(given, () => time);
  job.onProgress?.({ stage: 'Reading', detail: 'orders.csv', fraction: 0.2 });
  await during(() => {
    job.onFraction?.(0.1);
    time = 1500;
    job.onFraction?.(0.456);
    return Promise.resolve();
  });
  job.onFraction?.(0.9);
  expect(told.map(({ detail }) => detail)).toEqual(['orders.csv', 'orders.csv · 45 %', 'orders.csv']);
  expect(new Set(told.map(({ fraction }) => fraction))).toEqual(new Set([0.2]));
});
