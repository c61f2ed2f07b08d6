import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bondBreakEven, bondNet, bonds } from '../../../src/strategy/worksheets/kinds/bonds.ts';
import {
  checkCounts,
  schemeChecks,
  weighSides,
} from '../../../src/strategy/worksheets/kinds/scheme-checks.ts';
import { figureOf, rowsFrom } from './worksheet-rows.ts';

describe('checks of a loyalty scheme', () => {
  const rows = rowsFrom(schemeChecks, [
    { check: 'Sales', side: 'for', weight: 4, truth: 3 },
    { check: 'Data', side: 'for', weight: 2, truth: 5 },
    { check: 'Too complicated', side: 'against', weight: 5, truth: 4, left: 1 },
    { check: 'Cost', side: 'against', weight: 3, truth: 2 },
    { check: 'Not judged', side: 'against', weight: 3 },
  ]);

  it('count weight times truth (12 + 10 for, 20 + 6 against; 5 + 6 once done)', () => {
    expect(figureOf(schemeChecks, rows, 'now')).toEqual([12, 10, -20, -6, null]);
    expect(figureOf(schemeChecks, rows, 'after')).toEqual([12, 10, -5, -6, null]);
    const checks = rows.map(({ values }) => values);
    expect(weighSides(checks, 'now')).toEqual({ for: 22, against: 26 });
    expect(weighSides(checks, 'after')).toEqual({ for: 22, against: 11 });
    expect(checkCounts({ side: null, weight: 3 }, 3)).toBeNull();
  });

  it('say which side outweighs', () => {
    expect(schemeChecks.finding(rows)).toBe(
      'The reasons for a scheme do not outweigh those against, 22 to 26 points; once your changes are made, 22 to 11. “Cost” weighs most against it. 4 of 5 are judged.',
    );
    expect(schemeChecks.finding(rows.slice(0, 2))).toBe(
      'The reasons for a scheme outweigh those against, 22 to 0 points.',
    );
    expect(schemeChecks.finding(rows.slice(4))).toBe('');
  });

  it('are fourteen, seven for and seven against', () => {
    const sides = (schemeChecks.starters?.rows ?? []).map(({ side }) => side);
    expect([sides.length, sides.filter((side) => side === 'for').length]).toEqual([14, 7]);
  });
});

describe('bonds', () => {
  const given = { customers: 1_000, effect: 0.02, value: 200, cost: 3_000 };

  it('leave what those who stay are worth, less their cost (1,000 × 2% × 200 − 3,000 = 1,000)', () => {
    expect(bondNet(given)).toBe(1_000);
    expect(bondNet({ ...given, effect: null })).toBeNull();
    expect(bondBreakEven(given)).toBe(0.015);
    expect(bondBreakEven({ ...given, customers: 0 })).toBeNull();
  });

  it('leave nothing at the share that must stay (law)', () => {
    const amount = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(amount, amount, amount, (customers, value, cost) => {
        const effect = bondBreakEven({ customers, value, cost });
        expect(bondNet({ customers, value, cost, effect }) ?? NaN).toBeCloseTo(0, 6);
      }),
    );
  });

  it('say which leaves most, and how many don’t pay', () => {
    const rows = rowsFrom(bonds, [
      { strategy: 'Points', bond: 'financial', ...given, cost: 5_000 },
      { strategy: 'Club', bond: 'social', ...given },
    ]);
    expect(bonds.finding(rows)).toBe('“Club” leaves most; 1 of 2 cost more than they keep.');
    expect(bonds.finding(rows.slice(0, 1))).toBe('“Points” loses least; 1 of 1 cost more than they keep.');
    expect(bonds.finding(rowsFrom(bonds, bonds.starters?.rows ?? []))).toContain(
      '3 of 12 bonds are financial',
    );
  });
});
