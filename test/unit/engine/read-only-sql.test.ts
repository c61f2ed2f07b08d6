import { describe, expect, it } from 'vitest';
import { isReadOnlySql } from '../../../src/engine/service/read-only-sql.ts';

describe('isReadOnlySql', () => {
  it.each([
    'select 1',
    ' -- a note; with a semicolon\n SELECT 1 ;',
    '(select 1) union all (select 2)',
    "select ';' as a",
    'with a as (select 1) from a',
    'describe orders',
    'summarize orders',
    'show tables',
    'explain select 1',
    'from orders limit 5',
  ])('lets %j through', (sql) => expect(isReadOnlySql(sql)).toBe(true));

  it.each([
    '',
    '-- nothing',
    'select 1; select 2',
    'drop table orders',
    'insert into orders select 1',
    'set threads = 1',
    'attach ‘x’',
    'copy orders to ‘imp/x’',
    'pragma database_list',
    'call pragma_version()',
    'load json',
    'begin',
    '/* select */ delete from orders',
  ])('refuses %j', (sql) => expect(isReadOnlySql(sql)).toBe(false));
});
