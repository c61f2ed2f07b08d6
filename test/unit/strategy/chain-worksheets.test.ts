import { describe, expect, it } from 'vitest';
import { criteriaMet, processTest } from '../../../src/strategy/worksheets/kinds/process-test.ts';
import { effort, effortSum } from '../../../src/strategy/worksheets/kinds/effort.ts';
import { knowTargetSellService } from '../../../src/strategy/worksheets/kinds/know-target-sell-service.ts';
import { segmentChoice } from '../../../src/strategy/worksheets/kinds/segment-choice.ts';
import { netValue, valueExchange } from '../../../src/strategy/worksheets/kinds/value-exchange.ts';
import type { Fields } from '../../../src/strategy/worksheets/field.ts';
import { readValues } from '../../../src/strategy/worksheets/read-values.ts';
import { blankRow } from '../../../src/strategy/worksheets/rows.ts';
import type { RowOf, Worksheet } from '../../../src/strategy/worksheets/worksheet.ts';

const rowsOf = <F extends Fields>(
  worksheet: Worksheet<F>,
  ...given: readonly Readonly<Record<string, unknown>>[]
): readonly RowOf<F>[] =>
  given.map((values, at) => ({
    ...blankRow(worksheet, `row${at}`),
    values: readValues(worksheet.fields, values),
  }));

describe('a process', () => {
  const all = {
    small: true,
    critical: true,
    valuable: true,
    strategic: true,
    interrelated: true,
    crossFunctional: true,
    logical: true,
  };

  it('is one of its own when it meets all seven criteria', () => {
    expect(criteriaMet(all)).toBe(7);
    const rows = rowsOf(processTest, { process: 'Welcome', ...all }, { process: 'Filing', small: true });
    expect(processTest.finding(rows)).toBe('1 of 2 candidates deserve to be a process of its own.');
  });
});

describe('effort', () => {
  it('adds up over the levels, and says where it does not', () => {
    expect(effortSum({ market: 0.5, segment: 0.4, cluster: 0.1, customer: null })).toBeCloseTo(1, 12);
    expect(effort.finding(rowsOf(effort, { stage: 'Retention', market: 0.5, cluster: 0.6 }))).toBe(
      'The shares of Retention don’t add up to 100 %.',
    );
  });

  it('begins with shares that add up', () => {
    for (const values of effort.starters?.rows ?? [])
      expect(effortSum(readValues(effort.fields, values))).toBeCloseTo(1, 12);
    expect(effort.finding(rowsOf(effort, ...(effort.starters?.rows ?? [])))).toBe(
      '4 of 5 stages work mostly with clusters and single customers.',
    );
  });
});

it('a segment that gets no more than it costs is named', () => {
  expect(netValue(3, 5)).toBe(-2);
  expect(valueExchange.finding(rowsOf(valueExchange, { who: 'Traders', benefit: 5, cost: 5 }))).toBe(
    'Traders gets no more from us than it costs.',
  );
  expect(valueExchange.finding(rowsOf(valueExchange, { who: 'Traders', benefit: 8, cost: 5 }))).toBe(
    'Every segment that is scored gets more from us than it costs.',
  );
});

it('the weakest of four abilities is named', () => {
  const rows = rowsOf(
    knowTargetSellService,
    { panel: 'know', score: { ada: 4, ben: 5 } },
    { panel: 'sell', score: { ada: 2, ben: 1 } },
  );
  expect(knowTargetSellService.finding(rows)).toBe('Weakest: Sell, from reacting to acting first, 1.5 of 5.');
});

it('finer treatment that costs more than it adds is counted', () => {
  const rows = rowsOf(
    segmentChoice,
    { who: 'A', decision: 'choose', lift: 100, cost: 150 },
    { who: 'B', decision: 'avoid' },
    { who: 'C', decision: 'part' },
  );
  expect(segmentChoice.finding(rows)).toBe(
    '1 chosen, 2 avoided or parted with; finer treatment doesn’t pay for 1.',
  );
});
