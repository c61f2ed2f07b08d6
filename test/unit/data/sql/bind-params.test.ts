import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindParams, snakeCase } from '../../../../src/data/sql/bind-params.ts';
import { quoteIdentifier } from '../../../../src/data/sql/quote-identifier.ts';
import { quoteLiteral } from '../../../../src/data/sql/quote-literal.ts';
import { codeOf, scanSql } from '../../../../src/data/sql/scan-sql.ts';

describe('quoteLiteral', () => {
  it.each([
    ["O'Neill", "'O''Neill'"],
    ["'; drop table orders; --", "'''; drop table orders; --'"],
    [3, '3'],
    [-3, '(-3)'],
    [0.1, '0.1e0'],
    [-0.5, '(-0.5e0)'],
    [Number.NaN, 'null'],
    [Number.POSITIVE_INFINITY, 'null'],
    [true, 'true'],
    [null, 'null'],
    [{ day: '2024-02-29' }, "date '2024-02-29'"],
    [[1, 2.5], '[1, 2.5e0]::double[]'],
    [['a', "b'"], "['a', 'b''']"],
    [[], '[]'],
    ['a\0b', "'a\uFFFDb'"],
  ])('writes %j as %s', (value, sql) => {
    expect(quoteLiteral(value)).toBe(sql);
  });

  it('makes one quoted piece of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(scanSql(quoteLiteral(text))).toHaveLength(1);
        expect(codeOf(quoteLiteral(text))).toBe("''");
      }),
    );
  });
});

describe('quoteIdentifier', () => {
  it('keeps any header in one piece', () => {
    expect(quoteIdentifier('say "cheese"; --')).toBe('"say ""cheese""; --"');
  });
});

describe('bindParams', () => {
  it('binds whole names, repeatedly', () => {
    expect(bindParams('select $top, $top_share, $top', { top: 1, top_share: 0.5 })).toBe(
      'select 1, 0.5e0, 1',
    );
  });

  it('leaves quotes and comments alone', () => {
    const sql = `select '$top' as "$top" -- $top\n/* $top */ from t where x = $top`;
    expect(bindParams(sql, { top: 7 })).toBe(
      `select '$top' as "$top" -- $top\n/* $top */ from t where x = 7`,
    );
  });

  it('never binds inside a bound value', () => {
    expect(bindParams('select $a, $b', { a: '$b', b: 2 })).toBe("select '$b', 2");
  });

  it('throws for a parameter without value', () => {
    expect(() => bindParams('select $missing', {})).toThrow('$missing');
  });
});

describe('snakeCase', () => {
  it.each([
    ['windowDays', 'window_days'],
    ['r', 'r'],
    ['top10Share', 'top10_share'],
  ])('%s → %s', (name, sql) => {
    expect(snakeCase(name)).toBe(sql);
  });
});

describe('scanSql', () => {
  it('gives the text back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', "'", '"', '-', '/', '*', '\n', '$', ';') }),
        (sql) => {
          const pieces = scanSql(sql);
          expect(pieces.map((piece) => piece.text).join('')).toBe(sql);
        },
      ),
    );
  });
});
