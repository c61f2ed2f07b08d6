import * as v from 'valibot';
import type { AnalysisDefinition, Computed, RunContext } from '../../src/analyses/analysis.ts';
import { completeSettings } from '../../src/analyses/value-settings.ts';
import type { ParameterSchema } from '../../src/analyses/parameters.ts';
import type { Row } from '../../src/data/row.ts';
import { customerProfilesStatements } from '../../src/data/facts/customer-profiles.ts';
import { derivedTables } from '../../src/data/facts/derived-tables.ts';
import type { DerivedTable } from '../../src/data/facts/derived-tables.ts';
import { orderFactsStatements } from '../../src/data/facts/order-facts.ts';
import { bindParams, snakeCase } from '../../src/data/sql/bind-params.ts';
import { composeQuery, usesName } from '../../src/data/sql/compose-query.ts';
import type { SqlValue } from '../../src/data/sql/quote-literal.ts';
import { deriveCustomerTables } from '../../src/engine/service/derive-customer-tables.ts';
import { uninterrupted } from '../../src/engine/service/job.ts';
import type { TestEngine } from './engine.ts';
import { valueOf } from './value-of.ts';

const contextValues = (context: RunContext): Record<'as_of' | 'returns_net' | 'currency', SqlValue> => ({
  as_of: { day: context.asOf },
  returns_net: context.returns === 'net',
  currency: context.currency,
});

/** Derived tables that are at hand for the context that was asked about last, since facts were built. */
const derivedIn = new WeakMap<TestEngine, { readonly context: string; readonly made: Set<DerivedTable> }>();

/** Builds `order_facts` and, for the context, `customer_profiles` from the canonical tables, as the engine does after a load. `attributes` are columns of `customer_attributes`; of many `rows` the facts are made part by part. */
export const deriveFacts = async (
  engine: TestEngine,
  context: RunContext,
  attributes: readonly string[] = [],
  rows = 0,
): Promise<void> => {
  derivedIn.delete(engine);
  await engine.exec('drop table if exists order_facts');
  for (const statement of orderFactsStatements(rows)) await engine.exec(statement);
  const { as_of, returns_net } = contextValues(context);
  const inputs = { rows, attributes, context: { as_of, returns_net } };
  for (const statement of customerProfilesStatements(inputs)) await engine.exec(statement);
};

/** Makes what the queries read besides facts and profiles, unless it is at hand. */
const deriveForQueries = async (
  engine: TestEngine,
  queries: readonly string[],
  context: RunContext,
): Promise<void> => {
  const { as_of, returns_net } = contextValues(context);
  const read = derivedTables.filter((table) => queries.some((query) => usesName(query, table)));
  const known = derivedIn.get(engine);
  const isFit = known?.context === JSON.stringify(context);
  const derived = isFit ? known : { context: JSON.stringify(context), made: new Set<DerivedTable>() };
  derivedIn.set(engine, derived);
  const made = await deriveCustomerTables(
    engine.session,
    read,
    derived.made,
    { facts: { as_of, returns_net }, settings: completeSettings(context.settings) },
    uninterrupted,
  );
  valueOf(made);
};

/** An answer of {@link runAnalysis}: what `compute` gave, and how long queries and compute took. */
export interface TimedAnswer<Value> extends Computed<Value> {
  readonly ms: number;
}

/**
 * Runs an analysis on the derived facts the way the engine does: defaults filled in, query composed and bound, value
 * checked against the documented result. `segment` and `comparison` are conditions over `customer_profiles`.
 */
export const runAnalysis = async <
  Id extends string,
  Params extends ParameterSchema,
  QueryName extends string,
  Value,
>(
  engine: TestEngine,
  definition: AnalysisDefinition<Id, Params, QueryName, Value>,
  context: RunContext,
  given: Record<string, unknown> = {},
  segment?: string,
  comparison?: string,
): Promise<TimedAnswer<Value>> => {
  const params = v.parse(definition.params, given);
  const own = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [snakeCase(name), value as SqlValue]),
  );
  const compute = await definition.compute();
  await deriveForQueries(engine, Object.values<string>(definition.queries), context);
  const start = performance.now();
  const rows: Record<string, readonly Row[]> = {};
  for (const [name, sql] of Object.entries<string>(definition.queries)) {
    const text = bindParams(composeQuery(sql, { segment, comparison }), {
      ...contextValues(context),
      ...own,
    });
    rows[name] = await engine.rows(text);
  }
  const computed = compute({ rows: rows as Record<QueryName, readonly Row[]>, params, context });
  const ms = performance.now() - start;
  return { value: v.parse(definition.result, computed.value), warnings: computed.warnings, ms };
};
