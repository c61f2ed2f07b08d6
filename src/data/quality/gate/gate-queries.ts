import { quoteIdentifier } from '../../sql/quote-identifier.ts';
import { expectedColumns } from './completeness.ts';
import type { Check, GateRelation } from './check.ts';
import { knownCustomersSql } from './record-relations.ts';

/** How many examples a finding shows. */
const examplesShown = 5;
/** Between the name of a row and what is noticeable about it. */
export const exampleMark = '\u001f';

const money = (condition: string): string => `(sum(gate_money) filter (where ${condition}))::DOUBLE`;
const number = (condition: string): string => `(count(*) filter (where ${condition}))::DOUBLE`;

/** Name of the temporary table that holds the rows of a costly relation. */
export const keptRows = 'gate_rows';

const relationSql = ({ sql: rows, checks, isCostly }: GateRelation): string => {
  const sql = isCostly ? `from temp.main.${keptRows}` : rows;
  return checks.some(({ where }) => where.includes('gate_known'))
    ? `gate_known as (${knownCustomersSql}), checked as (${sql})`
    : `checked as (${sql})`;
};

/**
 * Query of one row with the counts of all checks of a table in one scan: `rows`; for check i `n_i`, `p_i` (population), `m_i`
 * (money); for expected column j `e_j` (empty rows) and `f_j` (their money); `repeated` rows by key.
 */
export const countSql = (relation: GateRelation): string => {
  const columns = relation.hasColumns ? expectedColumns(relation.table) : [];
  const parts = [
    `${relation.allRows ?? 'count(*)'}::DOUBLE as row_count`,
    ...relation.checks.flatMap(({ where, among }, at) => [
      `${number(`(${where})`)} as n_${at}`,
      ...(among === undefined ? [] : [`${number(`(${among})`)} as p_${at}`]),
      `${money(`(${where})`)} as m_${at}`,
    ]),
    ...columns.flatMap(({ name }, at) => [
      `(count(*) - count(${quoteIdentifier(name)}))::DOUBLE as e_${at}`,
      `${money(`${quoteIdentifier(name)} is null`)} as f_${at}`,
    ]),
    ...(relation.key === undefined
      ? []
      : [`(count(${relation.key}) - count(distinct ${relation.key}))::DOUBLE as repeated`]),
  ];
  return `with ${relationSql(relation)} select ${parts.join(', ')} from checked`;
};

/**
 * Query of one row about the checks that found something: for check i `c_i` (customers) and `x_i`, a list of examples,
 * those with the most money first. `hits` are positions in the relation's checks.
 */
export const detailSql = (relation: GateRelation, hits: readonly number[]): string => {
  const wanted = hits
    .map((at) => [at, relation.checks[at]] as const)
    .filter((one): one is [number, Check] => one[1] !== undefined);
  const parts = wanted.flatMap(([at, { where, example }]) => [
    `(count(distinct gate_customer) filter (where (${where})))::DOUBLE as c_${at}`,
    `max_by(concat(gate_name, chr(31), ${example}), abs(coalesce(gate_money, 0)), ${examplesShown}) filter (where (${where})) as x_${at}`,
  ]);
  const any = wanted.map(([, { where }]) => `(${where})`).join(' or ');
  return `with ${relationSql(relation)}, hits as (select * from checked where ${any}) select ${parts.join(', ')} from hits`;
};
