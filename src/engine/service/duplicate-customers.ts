import { ok, type Result } from '../../core/result.ts';
import { contactColumns } from '../../data/quality/duplicates/contact-columns.ts';
import type { DuplicateReview } from '../../data/quality/duplicates/duplicate-pair.ts';
import { blocksSql, candidatesSql, scoredSql } from '../../data/quality/duplicates/pairs-sql.ts';
import { peopleSql } from '../../data/quality/duplicates/people-sql.ts';
import { readCounts, readPair } from '../../data/quality/duplicates/read-pairs.ts';
import {
  bestPairsSql,
  orderedSql,
  reviewCountsSql,
  surePairsSql,
} from '../../data/quality/duplicates/review-sql.ts';
import { customerAttributesTable } from '../../data/tables/canonical-tables.ts';
import type { DataStore } from './data-store.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import { uninterrupted, type Job } from './job.ts';
import { runAll } from './run-all.ts';

/** Pairs that are shown at most, and certain ones that can be merged at once. */
const mostPairs = 200;
const mostSurePairs = 5_000;

const workingTables = ['people', 'blocks', 'candidates', 'scored', 'pairs'];

const make = (name: string, sql: string): string =>
  `create or replace temp table duplicate_${name} as ${sql}`;

/**
 * Looks for customers who are one: those who share a key (address, telephone, name, place) are compared, in blocks of
 * at most 20, and those that get at least so many points are put before the user. Pairs that were said not to be the
 * same are left out.
 */
export const findDuplicateCustomers = async (
  {
    session,
    store,
    now,
  }: { readonly session: DuckDBSession; readonly store: DataStore; readonly now: () => number },
  least: number,
  job: Job,
): Promise<Result<DuplicateReview>> => {
  const started = now();
  const described = await session.rows(`describe ${customerAttributesTable}`, job);
  if (!described.ok) return described;
  const columns = contactColumns(described.value.map((row) => String(row['column_name'])));
  const apart = store.applied.flatMap(({ treatment }) =>
    treatment.kind === 'keep-apart' ? [treatment.customers] : [],
  );
  const made = await runAll(session, job, [
    make('people', peopleSql(columns)),
    make('blocks', blocksSql),
    make('candidates', candidatesSql),
    make('scored', scoredSql(apart, least)),
    make('pairs', orderedSql),
  ]);
  if (!made.ok) return made;
  const best = await session.rows(bestPairsSql(columns, mostPairs), job);
  if (!best.ok) return best;
  const sure = await session.rows(surePairsSql(mostSurePairs), job);
  if (!sure.ok) return sure;
  const counts = await session.rows(reviewCountsSql, job);
  if (!counts.ok) return counts;
  await runAll(
    session,
    uninterrupted,
    workingTables.map((name) => `drop table if exists temp.main.duplicate_${name}`),
  );
  return ok({
    ...readCounts(counts.value[0]),
    pairs: best.value.map(readPair),
    sure: sure.value.map((row) => ({ into: String(row['into_id']), from: String(row['from_id']) })),
    ms: Math.round(now() - started),
  });
};
