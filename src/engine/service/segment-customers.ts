import type { Predicate } from '../../core/predicate.ts';
import { ok, type Result } from '../../core/result.ts';
import { customerValueColumns, customerValuesTable } from '../../data/facts/customer-values.ts';
import { rankedLists } from '../../data/lists/ranked-lists.ts';
import { bindParams } from '../../data/sql/bind-params.ts';
import { composeQuery } from '../../data/sql/compose-query.ts';
import type { RankedQuestion, SegmentSize, TableResult } from '../contract.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import type { CustomerProfiles, ProfileContext } from './profiles.ts';
import { queryTable } from './run-user-sql.ts';

interface Asked {
  readonly session: DuckDBSession;
  readonly profiles: CustomerProfiles;
}

/** Size of a segment: customers in it, and in all. */
export const countSegment = async (
  { session, profiles }: Asked,
  context: ProfileContext,
  segment: Predicate,
  job: Job,
): Promise<Result<SegmentSize>> => {
  const condition = await profiles.condition(segment, context, job);
  if (!condition.ok) return condition;
  const sql = `select count(*) filter (where ${condition.value ?? 'true'})::double as inside, count(*)::double as everyone from customer_profiles`;
  const rows = await session.rows(sql, job);
  if (!rows.ok) return rows;
  return ok({
    inside: Number(rows.value[0]?.['inside'] ?? 0),
    all: Number(rows.value[0]?.['everyone'] ?? 0),
  });
};

/** The profile rows of a segment's customers, with what they are worth. */
export const listSegment = async (
  { session, profiles }: Asked,
  context: ProfileContext,
  segment: Predicate,
  job: Job,
): Promise<Result<TableResult>> => {
  const condition = await profiles.condition(segment, context, job);
  if (!condition.ok) return condition;
  const derived = await profiles.derive([customerValuesTable], context, job);
  if (!derived.ok) return derived;
  const values = customerValueColumns.map(({ name }) => `, ${name}`).join('');
  const sql = `select customer_profiles.*${values} from customer_profiles
    left join ${customerValuesTable} using (customer_id) where ${condition.value ?? 'true'} order by customer_id`;
  return queryTable(session, sql, job, Infinity);
};

/** The customers of a segment in the order of a list, best first. */
export const rankCustomers = async (
  { session, profiles }: Asked,
  context: ProfileContext,
  { list, segment, limit }: RankedQuestion,
  job: Job,
): Promise<Result<TableResult>> => {
  const condition = await profiles.condition(segment, context, job);
  if (!condition.ok) return condition;
  const derived = await profiles.derive([customerValuesTable], context, job);
  if (!derived.ok) return derived;
  const sql = bindParams(composeQuery(rankedLists[list], { segment: condition.value }), {
    as_of: { day: context.asOf },
  });
  return queryTable(session, sql, job, limit);
};
