import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../src/core/format/formats.ts';
import { parseAmount } from '../../../src/screens/cells/parse-amount.ts';
import { planTable } from '../../../src/screens/plan/plan-export.ts';
import {
  gateWarning,
  monthFinding,
  rollUpFinding,
  scenarioFinding,
  timelineFinding,
} from '../../../src/screens/plan/plan-findings.ts';
import { partName } from '../../../src/screens/plan/roll-ups.ts';
import { writeCsv } from '../../../src/storage/export/csv.ts';
import { budgetByMonth, budgetByStage } from '../../../src/strategy/plan/plan-budget.ts';
import { planTotals } from '../../../src/strategy/plan/plan-totals.ts';
import type { Gate, PlanLine } from '../../../src/strategy/records/plan.ts';
import { blankPlanLine } from '../../../src/strategy/templates/empty-plan.ts';
import { evidenceOf } from '../strategy/arbitrary-parts.ts';

const formats = createFormats('en-GB', 'GBP');
const line = (id: string, change: Partial<PlanLine> = {}): PlanLine =>
  blankPlanLine({ id, stage: 'retention', start: '2026-01', end: '2026-03', ...change });
const gates: readonly Gate[] = [
  { day: null, criterion: '', isMet: false },
  { day: '2026-02-10', criterion: '', isMet: false },
];

describe('amounts as people type them', () => {
  it.each([
    ['1200', 1200],
    ['1,200', 1200],
    ['1.200', 1200],
    ['1,200.50', 1200.5],
    ['1.200,50', 1200.5],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['£1 200', 1200],
    ['12k', 12_000],
    ['1.5m', 1_500_000],
    ['−40', -40],
    ['40 %', 40],
    ['1,234,567', 1_234_567],
    ['', null],
    ['  ', null],
  ])('%j is %j', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each(['abc', '12 apples', '1-2', '-', 'k', '1e9999x'])('%j is none', (text) => {
    expect(parseAmount(text)).toBeUndefined();
  });
});

describe('findings', () => {
  it('a line that starts in a month before its gate is early; without a day there is no gate', () => {
    expect(gateWarning(line('a'), gates)).toBe('before gate 2');
    expect(gateWarning(line('a', { start: '2026-02' }), gates)).toBeUndefined();
    expect(gateWarning(line('a', { phase: 2 }), gates)).toBeUndefined();
    expect(gateWarning(line('a', { phase: 1 }), gates)).toBeUndefined();
  });

  it('says early lines first, else the time of the plan', () => {
    expect(timelineFinding([line('a')], gates, formats)).toBe('One line starts before the gate of its phase');
    expect(timelineFinding([line('a'), line('b')], gates, formats)).toMatch(/^2 lines start/);
    expect(timelineFinding([line('a', { phase: 1 })], gates, formats)).toBe('Jan 2026 to Mar 2026');
    expect(timelineFinding([line('a', { phase: 1, end: '2026-01' })], gates, formats)).toBe(
      'Everything happens in Jan 2026',
    );
    expect(timelineFinding([], gates, formats)).toBe('Nothing is planned yet');
  });

  it('says what takes most, and when', () => {
    const lines = [
      line('a', { oneOff: 300 }),
      line('b', { stage: 'advocacy', monthly: 50, start: '2026-02' }),
    ];
    expect(rollUpFinding(budgetByStage(lines), 400, (key) => key, formats)).toBe(
      'retention: 75% of the budget',
    );
    expect(monthFinding(budgetByMonth(lines), formats)).toBe('Most is spent in Jan 2026: £300');
    expect(rollUpFinding([], 0, String, formats)).toBe('No budget yet');
  });

  it('compares scenarios by what they leave, and says when ranges overlap', () => {
    const profit = (low: number, likely: number, high: number) =>
      planTotals([line('a', { oneOff: 10, profit: { low, likely, high, source: '' } })]);
    expect(scenarioFinding(profit(90, 100, 110), profit(240, 250, 260), formats)).toBe(
      'B is likely to leave £150 more',
    );
    expect(scenarioFinding(profit(0, 100, 300), profit(40, 50, 260), formats)).toBe(
      'A is likely to leave £50 more; their ranges overlap',
    );
    expect(scenarioFinding(profit(1, 2, 3), planTotals([]), formats)).toMatch(/one scenario so far/);
  });
});

describe('the table that is taken away', () => {
  it('names stage, segment, channel and phase, and holds numbers as numbers', () => {
    const table = planTable(
      [
        line('a', {
          title: 'Review',
          segmentId: 's',
          channel: 'sales-force',
          monthly: 100,
          profit: { low: 1, likely: 2, high: null, source: 'Guess' },
          evidenceIds: ['number'],
          assumptions: [
            { id: '1', text: 'They have time', evidenceId: null },
            { id: '2', text: ' ', evidenceId: null },
          ],
        }),
      ],
      {
        segments: [{ id: 's', name: 'Segment s', note: '', predicate: { kind: 'all', of: [] } }],
        evidence: [evidenceOf('number')],
      },
    );
    const [header, row] = writeCsv(table, { bom: false }).split('\r\n');
    expect(header?.split(',').slice(0, 4)).toEqual(['Stage', 'What we do', 'Objective', 'Segment']);
    expect(row).toBe(
      'Retention,Review,,Segment s,,,Sales force,,,3 Implementation,2026-01,2026-03,0,100,300,1,2,,Guess,,,,They have time,"Repeat rate, All customers: 0.31",,',
    );
  });

  it('parts have names, also those that name nothing', () => {
    const others = { segment: (id: string) => `S ${id}`, month: (month: string) => `M ${month}` };
    expect(partName('stage', 'advocacy', others)).toBe('Advocacy');
    expect(partName('channel', 'm-commerce', others)).toBe('M-commerce');
    expect(partName('channel', '', others)).toBe('No channel');
    expect(partName('segment', '', others)).toBe('No segment');
    expect(partName('segment', 's', others)).toBe('S s');
    expect(partName('month', '2026-01', others)).toBe('M 2026-01');
  });
});
