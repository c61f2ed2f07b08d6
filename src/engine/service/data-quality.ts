import type { Day } from '../../core/day.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Finding, QualityReport } from '../../data/quality/finding.ts';
import { gateFactsSql, readGateFacts, type GateFacts } from '../../data/quality/gate/gate-facts.ts';
import { countSql, detailSql, keptRows } from '../../data/quality/gate/gate-queries.ts';
import { gateRelations } from '../../data/quality/gate/gate-relations.ts';
import { byEffect, hitsOf, readFindings } from '../../data/quality/gate/read-findings.ts';
import type { QualityRules } from '../../data/quality/rules/quality-rules.ts';
import type { GateRelation } from '../../data/quality/gate/check.ts';
import { attributeFinding } from '../../data/quality/gate/attributes.ts';
import { readTraceability, traceabilitySql } from '../../data/quality/traceability.ts';
import type { Row } from '../../data/row.ts';
import type { DatasetDictionary } from './dataset-dictionary.ts';
import type { DataStore } from './data-store.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';

/** What the gate works with. */
export interface QualityTools {
  readonly session: DuckDBSession;
  readonly store: DataStore;
  readonly dictionary: DatasetDictionary;
  readonly now: () => number;
}

const firstRow = async (session: DuckDBSession, sql: string, job: Job): Promise<Result<Row>> => {
  const rows = await session.rows(sql, job);
  return rows.ok ? ok(rows.value[0] ?? {}) : rows;
};

const findingsOf = async (
  session: DuckDBSession,
  relation: GateRelation,
  facts: GateFacts,
  job: Job,
): Promise<Result<readonly Finding[]>> => {
  if (relation.isCostly) {
    const kept = await session.exec(`create or replace temp table ${keptRows} as ${relation.sql}`, job);
    if (!kept.ok) return kept;
  }
  const counts = await firstRow(session, countSql(relation), job);
  if (!counts.ok) return counts;
  const hits = hitsOf(relation, counts.value);
  const details = hits.length === 0 ? ok({}) : await firstRow(session, detailSql(relation, hits), job);
  return details.ok ? ok(readFindings(relation, counts.value, details.value, facts)) : details;
};

/**
 * Looks the loaded data through, as they are treated now: every table in one or two scans. `today` is the last day on
 * which something can have happened, `rules` are the house rules of the checks.
 */
export const inspectQuality = async (
  { session, store, dictionary, now }: QualityTools,
  today: Day,
  rules: QualityRules,
  job: Job,
): Promise<Result<QualityReport>> => {
  const started = now();
  const described = await dictionary.describe(job);
  if (!described.ok) return described;
  const { tables } = described.value;
  const row = await firstRow(session, gateFactsSql, job);
  if (!row.ok) return row;
  const facts = readGateFacts(
    row.value,
    today,
    rules,
    new Set(tables.map(({ name }) => name)),
    store.applied,
  );
  const findings: Finding[] = [...attributeFinding(tables)];
  const relations = gateRelations(facts);
  for (const [at, relation] of relations.entries()) {
    job.onProgress?.({ stage: 'Checking', detail: relation.unit, fraction: at / relations.length });
    const found = await findingsOf(session, relation, facts, job);
    if (!found.ok) return found;
    findings.push(...found.value);
  }
  await session.exec(`drop table if exists temp.main.${keptRows}`);
  const traced = await session.rows(traceabilitySql, job);
  if (!traced.ok) return traced;
  return ok({
    findings: findings.sort(byEffect),
    traceability: readTraceability(traced.value),
    revenue: facts.revenue,
    ms: Math.round(now() - started),
  });
};
