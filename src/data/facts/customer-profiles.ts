import { bindParams } from '../sql/bind-params.ts';
import { quoteIdentifier } from '../sql/quote-identifier.ts';
import breadthSql from './customer-breadth.sql?raw';
import profilesSql from './customer-profiles.sql?raw';
import rhythmSql from './customer-rhythm.sql?raw';
import { inPartsStatements } from './derived-tables.ts';
import type { FactContext } from './derived-tables.ts';
import { ladderDefaults, ladderRungsSql } from './ladder-rungs.ts';
import { rfmMapSql } from './rfm-map.ts';

/** The select of the profiles; `attributeColumns` are the columns of `customer_attributes` besides `customer_id`. */
const selectSql = (attributeColumns: readonly string[]): string => {
  const attributes = attributeColumns
    .map((name) => `,\n  customer_attributes.${quoteIdentifier(name)}`)
    .join('');
  const join = attributeColumns.length === 0 ? '' : '\nleft join customer_attributes using (customer_id)';
  return `with
customer_profiles as materialized (
${profilesSql}),
rfm_map as (
${rfmMapSql}),
ladder as (
${bindParams(ladderRungsSql, ladderDefaults)})
select
  customer_profiles.*,
  rfm_map.rfm_segment,
  ladder.ladder_rung::INTEGER as ladder_rung,
  ladder.ladder_stage${attributes}
from customer_profiles
join ladder using (customer_id)
left join rfm_map using (r, f)${join}`;
};

/** What is asked about profiles: the rows of orders and lines, how they are seen, and which attributes come along. */
export interface ProfileInputs {
  /** Orders and lines, about. */
  readonly rows: number;
  /** Columns of `customer_attributes` besides `customer_id`; with none that table is not read. */
  readonly attributes: readonly string[];
  readonly context: FactContext;
}

/**
 * Statements that make the temporary table `customer_profiles` from `order_facts` and the canonical tables: one row per
 * known customer, what segments and analyses may ask about. What takes much memory is worked out part by part before.
 */
export const customerProfilesStatements = ({
  rows,
  attributes,
  context,
}: ProfileInputs): readonly string[] => [
  ...inPartsStatements('customer_rhythm', rhythmSql, rows, context),
  ...inPartsStatements('customer_breadth', breadthSql, rows, context),
  `create or replace temp table customer_profiles as ${bindParams(selectSql(attributes), context)}`,
  'drop table customer_rhythm',
  'drop table customer_breadth',
];
