import * as Comlink from 'comlink';
import { ok, type Result } from '../../core/result.ts';
import { buffersOf, type HashedRows } from '../../data/importing/text/columns/row-hashes.ts';
import type { ReadingWorker } from './reading-worker.ts';

/** A worker's readers that hash the rows that they read. */
interface HashingReaders {
  takeHashes(): Result<HashedRows | undefined>;
  countRepeatedRows(elsewhere: readonly HashedRows[]): Result<number | undefined>;
}

/** The answers that succeeded, or the first failure. */
export const gather = <T>(answers: readonly Result<T>[]): Result<readonly T[]> => {
  const values: T[] = [];
  for (const answer of answers) {
    if (!answer.ok) return answer;
    values.push(answer.value);
  }
  return ok(values);
};

/** Rows that repeat others, among all that some workers have read: the first counts, the others give it their hashes. */
export const countRepeatedRows = async (
  workers: readonly ReadingWorker<HashingReaders>[],
): Promise<Result<number | undefined>> => {
  const [first, ...others] = workers;
  if (first === undefined) return ok(undefined);
  const hashed = gather(await Promise.all(others.map((worker) => worker.race(worker.readers.takeHashes()))));
  if (!hashed.ok) return hashed;
  const given = hashed.value.filter((part) => part !== undefined);
  return first.race(first.readers.countRepeatedRows(Comlink.transfer(given, [...buffersOf(given)])));
};
