import { describe, expect, it } from 'vitest';
import { composeQuery } from '../../../../src/data/sql/compose-query.ts';

const flat = (sql: string): string => sql.replaceAll(/\s+/g, ' ').trim();

describe('composeQuery', () => {
  it('puts only the relations that are used before the query', () => {
    expect(flat(composeQuery('select count(*) from scoped_customers', {}))).toBe(
      'with scoped_customers as ( select * from customer_profiles ) select count(*) from scoped_customers',
    );
    expect(composeQuery('select 1', { segment: 'true' })).toBe('select 1');
  });

  it('joins the relations of the query, below its comments', () => {
    const sql =
      '-- Question: with or without scoped_lines?\nWITH a as (select 1) select * from a, scoped_orders;';
    expect(flat(composeQuery(sql, {}))).toBe(
      '-- Question: with or without scoped_lines? with scoped_orders as ( select * from order_facts where order_date <= $as_of ), a as (select 1) select * from a, scoped_orders',
    );
  });

  it('keeps a recursive query recursive', () => {
    const sql = 'with recursive a as (select 1 union all select * from a) select * from a, scoped_customers';
    expect(flat(composeQuery(sql, {}))).toMatch(/^with recursive scoped_customers as/);
    expect(composeQuery(sql.replace(', scoped_customers', ''), {})).toMatch(/^with recursive a as/);
  });

  it('limits orders and lines to the segment, and compares with the rest', () => {
    const sql = flat(composeQuery('select * from scoped_lines, comparison_customers', { segment: 'r = 5' }));
    expect(sql).toContain('scoped_customers as ( select * from customer_profiles where r = 5 )');
    expect(sql).toContain('comparison_customers as ( select * from customer_profiles where not (r = 5) )');
    expect(sql).toContain('customer_id in (select customer_id from scoped_customers)');
    expect(sql.indexOf('scoped_orders as')).toBeLessThan(sql.indexOf('scoped_lines as'));
  });

  it('compares everyone with nobody, and with a segment when asked', () => {
    expect(composeQuery('from comparison_customers', {})).toContain('where false');
    expect(composeQuery('from comparison_customers', { segment: 'a', comparison: 'b' })).toContain('where b');
  });
});
