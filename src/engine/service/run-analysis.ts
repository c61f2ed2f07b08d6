import * as v from 'valibot';
import { err, ok, type Result } from '../../core/result.ts';
import { findAnalysis } from '../../analyses/registry.ts';
import type { AnalysisDefinition, RunContext } from '../../analyses/analysis.ts';
import type { Row } from '../../data/row.ts';
import { bindParams, snakeCase } from '../../data/sql/bind-params.ts';
import { derivedTables, type DerivedTable } from '../../data/facts/derived-tables.ts';
import { composeQuery, usesName, type QueryScope } from '../../data/sql/compose-query.ts';
import type { SqlValue } from '../../data/sql/quote-literal.ts';
import type { RunOutcome, RunRequest } from '../contract.ts';
import type { DatasetDictionary } from './dataset-dictionary.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { asksAboutValues, type CustomerProfiles } from './profiles.ts';

/** What a run works with. */
export interface RunTools {
  readonly session: DuckDBSession;
  readonly profiles: CustomerProfiles;
  readonly dictionary: DatasetDictionary;
  readonly now: () => number;
}

type Params = Readonly<Record<string, unknown>>;

const shortText = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 80);

const checkedParams = (analysis: AnalysisDefinition, given: Params): Result<Params> => {
  const parsed = v.safeParse(analysis.params, given);
  if (parsed.success) return ok(parsed.output);
  const issue = parsed.issues[0];
  return err({
    kind: 'parameter-invalid',
    parameter: v.getDotPath(issue) ?? 'params',
    value: shortText(issue.input),
    expected: issue.message,
  });
};

/** Context and parameters as values for the SQL, by their names there. */
const sqlValues = (params: Params, context: RunContext): Record<string, SqlValue> => ({
  ...Object.fromEntries(Object.entries(params).map(([name, value]) => [snakeCase(name), value as SqlValue])),
  as_of: { day: context.asOf },
  returns_net: context.returns === 'net',
  currency: context.currency,
  seed: context.seed,
});

const scopeOf = async (
  request: RunRequest,
  { profiles }: RunTools,
  job: Job,
): Promise<Result<QueryScope>> => {
  const segment = await profiles.condition(request.segment, request.context, job);
  if (!segment.ok) return segment;
  const comparison = await profiles.condition(request.comparison, request.context, job);
  if (!comparison.ok) return comparison;
  const isComparedWithEveryone = request.comparison !== undefined && comparison.value === undefined;
  return ok({ segment: segment.value, comparison: isComparedWithEveryone ? 'true' : comparison.value });
};

/** What the queries of an analysis read besides facts and profiles. */
const readBy = ({ queries }: AnalysisDefinition): readonly DerivedTable[] =>
  derivedTables.filter((table) => Object.values(queries).some((query) => usesName(query, table)));

/** The question without what can't change its answer: settings of values matter only to who reads values. */
export const essentialQuestion = (request: RunRequest): RunRequest => {
  const { settings, ...context } = request.context;
  if (settings === undefined) return request;
  const analysis = findAnalysis(request.id);
  const readsValues = analysis !== undefined && readBy(analysis).includes('customer_values');
  const isFollowing = readsValues || asksAboutValues(request.segment) || asksAboutValues(request.comparison);
  return isFollowing ? request : { ...request, context };
};

/**
 * Answers one question: checks parameters and needed data, composes and runs the queries, computes the result.
 * Failures: `unknown-analysis`, `parameter-invalid`, `needs-data`, `segment-invalid`, `sql-failed`, `cancelled`.
 */
export const runAnalysis = async (
  request: RunRequest,
  tools: RunTools,
  job: Job,
): Promise<Result<RunOutcome>> => {
  const started = tools.now();
  const analysis = findAnalysis(request.id);
  if (!analysis) return err({ kind: 'unknown-analysis', id: request.id });
  const params = checkedParams(analysis, request.params);
  if (!params.ok) return params;
  const missing = await tools.dictionary.missing(analysis.needs, job);
  if (!missing.ok) return missing;
  if (missing.value.length > 0) return err({ kind: 'needs-data', missing: missing.value });
  const scope = await scopeOf(request, tools, job);
  if (!scope.ok) return scope;
  const derived = await tools.profiles.derive(readBy(analysis), request.context, job);
  if (!derived.ok) return derived;
  const values = sqlValues(params.value, request.context);
  const sql: Record<string, string> = {};
  const rows: Record<string, readonly Row[]> = {};
  for (const [name, query] of Object.entries(analysis.queries)) {
    const text = bindParams(composeQuery(query, scope.value), values);
    const answer = await tools.session.rows(text, job);
    if (!answer.ok) return answer;
    sql[name] = text;
    rows[name] = answer.value;
  }
  const compute = await analysis.compute();
  const { value, warnings } = compute({ rows, params: params.value, context: request.context });
  return ok({ value, warnings, ms: tools.now() - started, sql });
};
