import { ok, type Result } from '../../core/result.ts';
import { orderFactsStatements } from '../../data/facts/order-facts.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { runAll } from './run-all.ts';

/** Orders or lines of the current database, whichever are more: what facts are derived from. */
export const countFactRows = async (session: DuckDBSession, job: Job): Promise<Result<number>> => {
  const counted = await session.rows(
    'select greatest((select count(*) from orders), (select count(*) from lines))::double as n',
    job,
  );
  return counted.ok ? ok(Number(counted.value[0]?.['n'] ?? 0)) : counted;
};

/** Makes the table `order_facts` of the current database from its tables. */
export const deriveOrderFacts = async (session: DuckDBSession, job: Job): Promise<Result<void>> => {
  const rows = await countFactRows(session, job);
  return rows.ok ? runAll(session, job, orderFactsStatements(rows.value)) : rows;
};
