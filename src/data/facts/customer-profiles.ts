import { bindParams } from '../sql/bind-params.ts';
import { quoteIdentifier } from '../sql/quote-identifier.ts';
import profilesSql from './customer-profiles.sql?raw';
import { ladderDefaults, ladderRungsSql } from './ladder-rungs.ts';
import { rfmMapSql } from './rfm-map.ts';

/**
 * The select that makes `customer_profiles`: one row per known customer, what segments and analyses may ask about.
 * Still to be bound: `$as_of` (DATE) and `$returns_net` (BOOLEAN). `attributeColumns` are the columns of
 * `customer_attributes` besides `customer_id`; with none that table is not read.
 */
export const customerProfilesSql = (attributeColumns: readonly string[]): string => {
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
