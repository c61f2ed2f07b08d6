import { ok, type Result } from '../../core/result.ts';
import { analyses, type AnalysisId } from '../../analyses/registry.ts';
import { forgetDerivedStatements } from '../../data/facts/derived-tables.ts';
import { quoteIdentifier } from '../../data/sql/quote-identifier.ts';
import { DatasetDictionary } from './dataset-dictionary.ts';
import type { DataStore } from './data-store.ts';
import { describeData } from './describe-data.ts';
import { deriveOrderFacts } from './derive-order-facts.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import { uninterrupted, type Job } from './job.ts';
import { readKeptTables } from './kept-tables.ts';
import { CustomerProfiles } from './profiles.ts';
import { runAll } from './run-all.ts';
import { runAnalysis } from './run-analysis.ts';
import { inventedTables } from './warm-up-rows.ts';

const scratch = 'warm_up';

/** Analyses that take longer than the first question may wait: nothing gives way while they compute. */
const slow: ReadonlySet<string> = new Set<AnalysisId>([
  'customer-value',
  'customer-profit',
  'customer-equity',
  'portfolio',
  'value-drivers',
  'contract-retention',
  'purchase-occasions',
  'channel-performance',
  'activity-results',
  'reference-candidates',
  'service-levels',
  'survey-scores',
  'offer-conflicts',
  'loyalty-scheme',
  'cross-sell',
  'likely-responders',
]);

/** A part of what the engine does with new data. */
type Step = () => Promise<Result<unknown>>;

const fillTable =
  (session: DuckDBSession, { name, createSql, rowsSql }: (typeof inventedTables)[number], job: Job): Step =>
  async () => {
    const made = await session.exec(createSql, job);
    if (!made.ok) return made;
    const counted = await session.rows(`select count(*)::double as n from (${rowsSql})`, job);
    if (!counted.ok) return counted;
    const stream = await session.stream(rowsSql, job);
    return stream.ok
      ? session.insertStream(scratch, name, stream.value, Number(counted.value[0]?.['n']))
      : stream;
  };

/** All of it, in the order in which a user comes to it: load, describe, the analyses, save, common values. */
const stepsOf = (session: DuckDBSession, now: () => number, job: Job): readonly Step[] => {
  const store = { generation: 0, applied: [] };
  const profiles = new CustomerProfiles(session, store);
  const dictionary = new DatasetDictionary(session, store);
  const described = { dictionary, profiles, store };
  const ask =
    (id: string): Step =>
    async () => {
      const context = await profiles.defaultContext(job);
      if (!context.ok) return context;
      const request = { id, params: {}, context: { ...context.value, currency: '', seed: 1 } };
      // One that these rows don't fit leaves the others to be asked.
      await runAnalysis(request, { session, profiles, dictionary, now }, job);
      return ok(undefined);
    };
  return [
    () => runAll(session, job, [`attach ':memory:' as ${scratch}`, `use ${scratch}`]),
    ...inventedTables.map((table) => fillTable(session, table, job)),
    () => deriveOrderFacts(session, job),
    () => describeData(described, undefined, 'tables', job),
    ...analyses.filter(({ id }) => !slow.has(id)).map(({ id }) => ask(id)),
    () => readKeptTables(session, job),
    () => describeData(described, undefined, 'values', job),
  ];
};

/**
 * Runs the app's own statements on a few invented rows in a database of their own, and forgets them. The browser
 * compiles a function of the engine when it is first called, so that the user's first data take half as long after
 * this. Stops within a statement as soon as `job` is cancelled; the user's data and what is known of them stay.
 */
export const warmUp = async (
  session: DuckDBSession,
  store: Pick<DataStore, 'database'>,
  now: () => number,
  job: Job,
): Promise<Result<void>> => {
  let outcome: Result<unknown> = ok(undefined);
  for (const step of stepsOf(session, now, job)) {
    outcome = await step();
    if (!outcome.ok) break;
  }
  const cleared = await runAll(session, uninterrupted, [
    `use ${quoteIdentifier(store.database)}`,
    ...forgetDerivedStatements,
    `detach database if exists ${scratch}`,
  ]);
  if (!cleared.ok) return cleared;
  return outcome.ok ? ok(undefined) : outcome;
};
