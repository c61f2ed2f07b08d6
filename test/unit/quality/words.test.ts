import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../src/core/format/formats.ts';
import { points } from '../../../src/data/quality/duplicates/pairs-sql.ts';
import type { Finding } from '../../../src/data/quality/finding.ts';
import { reasonWords } from '../../../src/screens/quality/pair-words.ts';
import {
  countOf,
  exampleText,
  maskId,
  reportStatement,
  revenueWords,
  tableTitle,
} from '../../../src/screens/quality/quality-words.ts';
import { countWords, effectWords } from '../../../src/state/treatment-words.ts';

const formats = createFormats('en-GB', 'GBP');
const finding = (change: Partial<Finding> & { readonly revenue?: number | null } = {}): Finding => ({
  id: 'orders/tests',
  severity: 'warning',
  title: 'Test orders',
  table: 'orders',
  count: 3,
  population: 100,
  share: 0.03,
  unit: 'orders',
  explanation: '',
  examples: [],
  treatments: [],
  ...change,
  effect: {
    revenue: change.revenue ?? null,
    revenueShare: change.revenue === undefined || change.revenue === null ? null : change.revenue / 1000,
    customers: null,
    analyses: [],
    how: '',
  },
});
const report = (...findings: readonly Finding[]) => ({
  findings,
  revenue: 1000,
  ms: 1,
  traceability: {
    revenue: { total: 0, traced: 0, share: null },
    cost: { total: 0, traced: 0, share: null },
    costs: [],
    revenueWithCost: null,
  },
});

describe('words of the gate', () => {
  it('give a count its unit, population and share', () => {
    expect(countOf(finding(), formats)).toBe('3 of 100 orders, 3%');
    expect(countOf(finding({ count: 1, population: 9_999_999, share: 1e-7 }), formats)).toBe(
      '1 of 9,999,999 orders, under 0.1%',
    );
    expect(countOf(finding({ count: 1, population: 1, share: 1 }), formats)).toBe('1 of 1 order, 100%');
  });

  it('say what revenue hangs on it, or nothing', () => {
    expect(revenueWords(finding({ revenue: 149 }), formats)).toBe('£149, 14.9% of revenue');
    expect(revenueWords(finding({ revenue: -50 }), formats)).toBe('-£50, 5% of revenue');
    expect(revenueWords(finding({ revenue: 0.2 }), formats)).toBe('£0.20, <0.1% of revenue');
    expect(revenueWords(finding({ revenue: 0 }), formats)).toBeUndefined();
    expect(revenueWords(finding(), formats)).toBeUndefined();
  });

  it('state what matters most', () => {
    expect(reportStatement(report(), formats)).toBe('Nothing to treat');
    expect(reportStatement(report(finding({ severity: 'info' })), formats)).toBe(
      'Nothing that changes your figures',
    );
    expect(reportStatement(report(finding({ revenue: 149 })), formats)).toBe(
      'One finding changes your figures: test orders, 14.9% of revenue',
    );
    expect(reportStatement(report(finding(), finding()), formats)).toBe(
      '2 findings change your figures, above all test orders',
    );
  });

  it('mask identifiers and write examples as the rest of the app does', () => {
    expect([maskId('17850'), maskId('a'), maskId('ann@x.co')]).toEqual(['••••50', '••••', '••••co']);
    expect(exampleText('-1234.50 on 2024-01-31, 80995 × Mug', formats)).toBe(
      '-£1,235 on 31 January 2024, 80995 × Mug',
    );
    expect(exampleText('1.5 × Mug, 2024-99-99', formats)).toBe('1.5 × Mug, 2024-99-99');
    expect([tableTitle('lines'), tableTitle('customer_attributes'), tableTitle('other')]).toEqual([
      'Order lines',
      'Customer attributes',
      'other',
    ]);
  });

  it('tell what a treatment did', () => {
    const done = {
      treatment: { kind: 'exclude-test-orders' },
      concerned: 1,
      unit: 'orders',
      ordersRemoved: 1,
      customersRemoved: 0,
      revenueChange: -10,
    } as const;
    expect(effectWords(done, formats)).toBe('1 order, −\u2060£10.00 revenue');
    expect(effectWords({ ...done, concerned: 2, revenueChange: 0 }, formats)).toBe(
      '2 orders, revenue unchanged',
    );
    expect(effectWords({ ...done, concerned: 0 }, formats)).toBe('Nothing to do in these data');
    expect(countWords(1, 'surveys', formats)).toBe('1 survey');
    expect(countWords(1, 'deliveries', formats)).toBe('1 delivery');
  });

  it('have one for every reason', () => {
    expect(Object.keys(reasonWords).sort()).toEqual(Object.keys(points).sort());
  });
});
