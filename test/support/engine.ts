import type { RunContext } from '../../src/analyses/analysis.ts';
import type { Predicate } from '../../src/core/predicate.ts';
import { err, type Result } from '../../src/core/result.ts';
import { orderFactsSql } from '../../src/data/facts/order-facts.ts';
import type { FilePlan, LoadReport } from '../../src/data/importing/contract.ts';
import { openText } from '../../src/data/importing/text/columns/open-text.ts';
import type { ImportTools } from '../../src/data/importing/import-tools.ts';
import type { Row } from '../../src/data/row.ts';
import { canonicalTables } from '../../src/data/tables/canonical-tables.ts';
import { createTableSql } from '../../src/data/tables/table.ts';
import type { DatasetDescription, RunOutcome } from '../../src/engine/contract.ts';
import { DatasetDictionary } from '../../src/engine/service/dataset-dictionary.ts';
import type { DuckDBSession } from '../../src/engine/service/duckdb-session.ts';
import { layoutFor } from '../../src/engine/service/data-layout.ts';
import { importInto } from '../../src/engine/service/import-into.ts';
import { uninterrupted } from '../../src/engine/service/job.ts';
import { loadSample } from '../../src/engine/service/load-sample.ts';
import { CustomerProfiles } from '../../src/engine/service/profiles.ts';
import { runAnalysis } from '../../src/engine/service/run-analysis.ts';
import { openTestStore } from './store.ts';
import { valueOf } from './value-of.ts';

export { valueOf } from './value-of.ts';

/** A question for a test: everything but the id has a default (today is the day after the last order). */
export interface TestQuestion {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly context?: Partial<RunContext>;
  readonly segment?: Predicate;
  readonly comparison?: Predicate;
}

/** The app's engine for tests. Opening takes seconds: one for each file, in `beforeAll`. */
export interface TestEngine {
  readonly session: DuckDBSession;
  /** Runs one statement; throws when it fails. */
  exec(sql: string): Promise<void>;
  /** Rows of one query, decoded as in the app; throws when it fails. */
  rows(sql: string): Promise<readonly Row[]>;
  /** Makes every canonical table, empty, and `customer_attributes` with just its key. Replaces what was there. */
  createCanonicalTables(): Promise<void>;
  /** Builds `order_facts` from the tables as they are, and `customer_profiles` for this context. */
  buildFacts(context?: Partial<RunContext>): Promise<void>;
  /** Runs an analysis on the tables as they are; facts are rebuilt when `exec` may have changed them. */
  run(id: string, question?: TestQuestion): Promise<Result<RunOutcome>>;
  /** The dictionary of what is loaded, without profiles. */
  describe(): Promise<Omit<DatasetDescription, 'profile'>>;
  /** Replaces the data by files, as the app does. */
  load(
    plans: readonly FilePlan[],
    files: readonly File[],
    tools?: Partial<ImportTools>,
  ): Promise<Result<LoadReport>>;
  /** Replaces the data by a built-in sample company. */
  sample(id: string): Promise<Result<LoadReport>>;
}

const noReader = (file: File, format: string): Promise<Result<never>> =>
  Promise.resolve(err({ kind: 'format-unsupported', file: file.name, format, instead: 'csv' }));

/** A clock, and no reader for anything but text. */
export const plainTools: ImportTools = {
  readTable: noReader,
  openColumns: noReader,
  openText,
  now: () => performance.now(),
};

/** Opens DuckDB with the app's settings and empty canonical tables in Node. */
export const openTestEngine = async (): Promise<TestEngine> => {
  const now = (): number => performance.now();
  const { session, store } = await openTestStore();
  let profiles = new CustomerProfiles(session, store);
  let dictionary = new DatasetDictionary(session, store);
  let isStale = true;

  const exec = async (sql: string): Promise<void> => {
    isStale = true;
    valueOf(await session.exec(sql));
  };
  const refresh = async (): Promise<void> => {
    if (!isStale) return;
    await exec(`create or replace table order_facts as ${orderFactsSql}`);
    profiles = new CustomerProfiles(session, store);
    dictionary = new DatasetDictionary(session, store);
    isStale = false;
  };
  const fullContext = async (given: Partial<RunContext> = {}): Promise<RunContext> => ({
    ...valueOf(await profiles.defaultContext(uninterrupted)),
    currency: 'EUR',
    seed: 1,
    ...given,
  });

  return {
    session,
    exec,
    rows: async (sql) => valueOf(await session.rows(sql)),
    createCanonicalTables: async () => {
      for (const table of canonicalTables) {
        await exec(`drop table if exists ${table.name}`);
        await exec(createTableSql(table));
      }
      await exec('create or replace table customer_attributes (customer_id varchar)');
    },
    buildFacts: async (context) => {
      isStale = true;
      await refresh();
      valueOf(await profiles.prepare(await fullContext(context), uninterrupted));
    },
    run: async (id, { params = {}, context, segment, comparison } = {}) => {
      await refresh();
      const request = { id, params, context: await fullContext(context), segment, comparison };
      return runAnalysis(request, { session, profiles, dictionary, now }, uninterrupted);
    },
    describe: async () => {
      await refresh();
      return valueOf(await dictionary.describe(uninterrupted));
    },
    load: async (plans, files, tools) => {
      isStale = true;
      const fill = () => importInto(session, plans, files, { ...plainTools, ...tools }, uninterrupted);
      return store.replace(fill, uninterrupted, [], layoutFor(files));
    },
    sample: async (id) => {
      isStale = true;
      return store.replace(
        (database) => loadSample(session, database, { id, address: undefined }, now, uninterrupted),
        uninterrupted,
      );
    },
  };
};
