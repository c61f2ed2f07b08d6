import type { Row } from '../../row.ts';
import type { QualityRules } from '../rules/quality-rules.ts';
import type { Finding, FindingExample, Severity } from '../finding.ts';
import type { Check, GateRelation } from './check.ts';
import { moves } from './check.ts';
import { expectedColumns, type ExpectedColumn } from './completeness.ts';
import type { GateFacts } from './gate-facts.ts';
import { exampleMark } from './gate-queries.ts';

const numberOf = (row: Row, name: string): number | null => {
  const value = row[name];
  return typeof value === 'number' ? value : null;
};

/** Positions of the checks that found something worth a word. */
export const hitsOf = ({ checks }: GateRelation, counts: Row): readonly number[] =>
  checks.flatMap(({ among, from = 0 }, at) => {
    const count = numberOf(counts, `n_${at}`) ?? 0;
    const population = numberOf(counts, among === undefined ? 'row_count' : `p_${at}`) ?? 0;
    return count > 0 && count >= from * population ? [at] : [];
  });

const examplesOf = (value: unknown): readonly FindingExample[] => {
  if (typeof value !== 'string') return [];
  const texts = JSON.parse(value) as readonly (string | null)[];
  return texts.flatMap((text) => {
    const [id = '', ...rest] = (text ?? '').split(exampleMark);
    return text === null ? [] : [{ id: id === '' ? null : id, text: rest.join(exampleMark) }];
  });
};

const effectOf = (
  revenue: number | null,
  total: number,
  customers: number | null,
  { how, analyses }: Pick<Check, 'how' | 'analyses'>,
): Finding['effect'] => ({
  revenue,
  revenueShare: revenue === null || total === 0 ? null : revenue / total,
  customers,
  analyses,
  how,
});

const checkFinding = (
  relation: GateRelation,
  at: number,
  counts: Row,
  details: Row,
  revenue: number,
): readonly Finding[] => {
  const check = relation.checks[at];
  if (!check) return [];
  const count = numberOf(counts, `n_${at}`) ?? 0;
  const population = numberOf(counts, check.among === undefined ? 'row_count' : `p_${at}`) ?? 0;
  const customers = numberOf(details, `c_${at}`);
  return [
    {
      id: `${relation.table}/${check.id}`,
      severity: check.severity,
      title: check.title,
      table: relation.table,
      ...(check.column === undefined ? {} : { column: check.column }),
      count,
      population,
      share: population > 0 ? count / population : 0,
      unit: check.unit,
      explanation: check.explanation,
      examples: examplesOf(details[`x_${at}`]),
      effect: effectOf(numberOf(counts, `m_${at}`), revenue, customers === 0 ? null : customers, check),
      treatments: check.treatments ?? [],
    },
  ];
};

const severityOfEmpty = (share: number, { analyses }: ExpectedColumn, rules: QualityRules): Severity =>
  share >= rules.emptyPercent / 100 && analyses.length > 0 ? 'warning' : 'info';

const columnFinding = (
  relation: GateRelation,
  column: ExpectedColumn,
  at: number,
  counts: Row,
  { revenue, rules }: Pick<GateFacts, 'revenue' | 'rules'>,
): readonly Finding[] => {
  const population = numberOf(counts, 'row_count') ?? 0;
  const count = numberOf(counts, `e_${at}`) ?? 0;
  // A column that is empty throughout is not in the files at all: that is no fault of theirs.
  if (count === 0 || count === population) return [];
  const share = count / population;
  return [
    {
      id: `${relation.table}/empty/${column.name}`,
      severity: severityOfEmpty(share, column, rules),
      title: `${column.meaning.split(/[;,:]/)[0] ?? column.name}: not always given`,
      table: relation.table,
      column: column.name,
      count,
      population,
      share,
      unit: relation.unit,
      explanation: `The column “${column.name.replaceAll('_', ' ')}” is empty.`,
      examples: [],
      effect: effectOf(
        numberOf(counts, `f_${at}`),
        revenue,
        relation.table === 'customers' ? count : null,
        column,
      ),
      treatments: [],
    },
  ];
};

const keyFinding = (relation: GateRelation, counts: Row): readonly Finding[] => {
  const count = numberOf(counts, 'repeated') ?? 0;
  const population = numberOf(counts, 'row_count') ?? 0;
  if (count === 0) return [];
  return [
    {
      id: `${relation.table}/keys`,
      severity: 'error',
      title: `The same key on several ${relation.unit}`,
      table: relation.table,
      count,
      population,
      share: count / population,
      unit: relation.unit,
      explanation:
        'Rows that should be told apart by their number have the same one. The first of each is not counted here.',
      examples: [],
      effect: effectOf(null, 0, null, {
        how: 'They are joined several times: sums over them are too high.',
        analyses: moves.money,
      }),
      treatments: [],
    },
  ];
};

/** The findings about one table; `details` answers for the checks that {@link hitsOf} names. */
export const readFindings = (
  relation: GateRelation,
  counts: Row,
  details: Row,
  facts: Pick<GateFacts, 'revenue' | 'rules'>,
): readonly Finding[] => [
  ...hitsOf(relation, counts).flatMap((at) => checkFinding(relation, at, counts, details, facts.revenue)),
  ...(relation.hasColumns ? expectedColumns(relation.table) : []).flatMap((column, at) =>
    columnFinding(relation, column, at, counts, facts),
  ),
  ...keyFinding(relation, counts),
];

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Largest effect on revenue first (either sign); then the graver, then the larger share. */
export const byEffect = (a: Finding, b: Finding): number =>
  Math.abs(b.effect.revenue ?? 0) - Math.abs(a.effect.revenue ?? 0) ||
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  b.share - a.share ||
  (a.id < b.id ? -1 : 1);
