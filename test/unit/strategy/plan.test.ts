import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCard } from '../../../src/strategy/commands/cards.ts';
import { pinEvidence } from '../../../src/strategy/commands/evidence.ts';
import {
  addPlanLine,
  duplicatePlanLine,
  editPlanLine,
  keepPlanLine,
  pinPlanEvidence,
  removePlanLine,
  unpinPlanEvidence,
} from '../../../src/strategy/commands/plan-lines.ts';
import { copyScenario, editGate, openScenario } from '../../../src/strategy/commands/plan-scenarios.ts';
import { addSegment, removeSegment } from '../../../src/strategy/commands/segments.ts';
import { execute, startHistory, undo } from '../../../src/strategy/history.ts';
import { parseWorkbook } from '../../../src/strategy/parse-workbook.ts';
import {
  budgetByChannel,
  budgetByMonth,
  budgetBySegment,
  budgetByStage,
  lineBudget,
} from '../../../src/strategy/plan/plan-budget.ts';
import { planTotals } from '../../../src/strategy/plan/plan-totals.ts';
import { signingChecks, type SigningFacts } from '../../../src/strategy/plan/signing-checks.ts';
import type { PlanLine, Scenario } from '../../../src/strategy/records/plan.ts';
import { blankPlanLine, emptyPlan } from '../../../src/strategy/templates/empty-plan.ts';
import type { Workbook } from '../../../src/strategy/workbook.ts';
import { evidenceOf } from './arbitrary-parts.ts';
import { after, arbitraryPlanLine, countingIds, newWorkbook } from './arbitrary-workbook.ts';

const line = (id: string, change: Partial<PlanLine> = {}): PlanLine =>
  blankPlanLine({ id, stage: 'retention', start: '2026-01', end: '2026-03', ...change });
const linesOf = (workbook: Workbook, key: 'A' | 'B' = 'A'): readonly PlanLine[] =>
  workbook.plan.scenarios[key].lines;
const loyal = { id: 'loyal', name: 'Loyal', note: '', predicate: { kind: 'all' as const, of: [] } };

describe('the record', () => {
  it('opens workbooks of version 1, which had no plan, with an empty one', () => {
    const { plan, ...older } = newWorkbook();
    expect(plan).toEqual(emptyPlan());
    expect(parseWorkbook({ ...older, version: 1 })).toEqual({ ok: true, value: newWorkbook() });
  });

  it.each([
    ['a month that is none', { start: '2026-13' }, /start: Expected a month/],
    ['a budget below 0', { monthly: -1 }, /monthly/],
    ['a stage of another model', { stage: 'awareness' }, /stage/],
    ['a fourth phase', { phase: 4 }, /phase/],
  ])('refuses %s, by its path', (_, change, reason) => {
    const workbook = after(newWorkbook(), addPlanLine('A', line('a')));
    const json = structuredClone(workbook);
    Object.assign(json.plan.scenarios.A.lines[0] ?? {}, change);
    const result = parseWorkbook(json);
    expect(result.ok ? '' : 'reason' in result.error && result.error.reason).toMatch(
      new RegExp(`plan.scenarios.A.lines.0.${reason.source}`),
    );
  });

  it('drops links that lead nowhere', () => {
    const json = structuredClone(after(newWorkbook(), addPlanLine('B', line('a'))));
    Object.assign(json.plan.scenarios.B.lines[0] ?? {}, {
      segmentId: 'gone',
      evidenceIds: ['gone'],
      assumptions: [{ id: 'x', text: 'They stay', evidenceId: 'gone' }],
    });
    const result = parseWorkbook(json);
    expect(result.ok && linesOf(result.value, 'B')[0]).toMatchObject({
      segmentId: null,
      evidenceIds: [],
      assumptions: [{ evidenceId: null }],
    });
  });
});

describe('commands', () => {
  const start = after(newWorkbook(), addSegment(loyal), addPlanLine('A', line('a', { segmentId: 'loyal' })));

  it('edits a line; a month that passes the other takes it along', () => {
    const later = after(start, editPlanLine('A', 'a', { start: '2026-06' }));
    expect(linesOf(later)[0]).toMatchObject({ start: '2026-06', end: '2026-06' });
    const earlier = after(start, editPlanLine('A', 'a', { end: '2025-12' }));
    expect(linesOf(earlier)[0]).toMatchObject({ start: '2025-12', end: '2025-12' });
  });

  it('puts a copy below its line and takes it back', () => {
    const history = execute(
      startHistory(after(start, addPlanLine('A', line('z')))),
      duplicatePlanLine('A', 'a', 'b'),
    );
    expect(linesOf(history.present).map(({ id }) => id)).toEqual(['a', 'b', 'z']);
    expect(linesOf(undo(history).present).map(({ id }) => id)).toEqual(['a', 'z']);
  });

  it('forgets evidence when neither a line nor a card cites it any more', () => {
    const pinned = after(
      start,
      addCard('board1', { id: 'c', quadrant: 'strengths', text: 'S' }),
      pinEvidence('board1', 'c', evidenceOf('both')),
      pinPlanEvidence('A', 'a', evidenceOf('both')),
      pinPlanEvidence('A', 'a', evidenceOf('mine')),
    );
    expect(after(pinned, removePlanLine('A', 'a')).evidence.map(({ id }) => id)).toEqual(['both']);
    const assumed = after(
      pinned,
      editPlanLine('A', 'a', { assumptions: [{ id: 'x', text: 'So', evidenceId: 'mine' }] }),
      unpinPlanEvidence('A', 'a', 'mine'),
    );
    expect(linesOf(assumed)[0]?.assumptions[0]?.evidenceId).toBeNull();
    expect(assumed.evidence.map(({ id }) => id)).toEqual(['both']);
  });

  it('a removed segment leaves its lines', () => {
    expect(linesOf(after(start, removeSegment('loyal')))[0]?.segmentId).toBeNull();
  });

  it('keeps what was tried with its segment and its number, as one change', () => {
    const history = execute(
      startHistory(newWorkbook()),
      keepPlanLine('A', {
        line: line('kept', { segmentId: 'loyal', evidenceIds: ['e'] }),
        segment: loyal,
        evidence: evidenceOf('e'),
      }),
    );
    expect(linesOf(history.present)[0]).toMatchObject({ segmentId: 'loyal', evidenceIds: ['e'] });
    expect(history.present.segments).toHaveLength(1);
    expect(undo(history).present).toEqual(newWorkbook());
  });

  it('copies a scenario with its gates, under new ids, and opens it', () => {
    const copied = after(
      start,
      addPlanLine('B', line('old')),
      editGate('A', 1, { criterion: 'Half trained', day: '2026-02-01' }),
      copyScenario('A', countingIds('copy')),
    );
    expect(copied.plan.scenario).toBe('B');
    expect(linesOf(copied, 'B')).toEqual([{ ...line('copy1'), segmentId: 'loyal' }]);
    expect(copied.plan.scenarios.B.gates).toEqual(copied.plan.scenarios.A.gates);
    expect(after(copied, openScenario('A')).plan.scenario).toBe('A');
  });
});

describe('figures', () => {
  const lines = [
    line('a', { oneOff: 500, monthly: 100, channel: 'telephony', segmentId: 's' }),
    line('b', { stage: 'acquisition', monthly: 50, start: '2026-03', end: '2026-05' }),
    line('c', { stage: 'acquisition', oneOff: 10, start: '2026-09', end: '2026-09' }),
  ];
  const pairs = (parts: ReturnType<typeof budgetByStage>) => parts.map(({ key, budget }) => [key, budget]);

  it('counts what is spent once and what is spent every month', () => {
    expect(lines.map(lineBudget)).toEqual([800, 150, 10]);
    expect(lineBudget(line('x', { monthly: 7, start: '2026-05', end: '2026-01' }))).toBe(7);
  });

  it('rolls up in the order of the model, and by month without gaps', () => {
    expect(pairs(budgetByStage(lines))).toEqual([
      ['acquisition', 160],
      ['retention', 800],
    ]);
    expect(pairs(budgetByChannel(lines))).toEqual([
      ['telephony', 800],
      ['', 160],
    ]);
    expect(pairs(budgetBySegment(lines))).toEqual([
      ['s', 800],
      ['', 160],
    ]);
    expect(budgetByMonth(lines).map(({ budget }) => budget)).toEqual([600, 100, 150, 50, 50, 0, 0, 0, 10]);
    expect(budgetByMonth([])).toEqual([]);
  });

  it('every roll-up adds up to the budget of the plan, and every line is in one part', () => {
    fc.assert(
      fc.property(fc.array(arbitraryPlanLine, { maxLength: 12 }), (any) => {
        const { budget } = planTotals(any);
        for (const parts of [
          budgetByStage(any),
          budgetByChannel(any),
          budgetBySegment(any),
          budgetByMonth(any),
        ])
          expect(parts.reduce((sum, part) => sum + part.budget, 0)).toBe(budget);
        for (const parts of [budgetByStage(any), budgetByChannel(any), budgetBySegment(any)])
          expect(parts.reduce((sum, part) => sum + part.lines, 0)).toBe(any.length);
      }),
    );
  });

  it('adds ranges up end by end; an end that nobody said is the likely figure', () => {
    const totals = planTotals([
      line('a', { oneOff: 100, profit: { low: 50, likely: 200, high: 300, source: '' } }),
      line('b', { oneOff: 100, profit: { low: null, likely: 100, high: null, source: '' } }),
      line('c'),
    ]);
    expect(totals).toEqual({
      lines: 3,
      budget: 200,
      estimated: 2,
      profit: { low: 150, likely: 300, high: 400 },
      net: { low: -50, likely: 100, high: 200 },
      roi: { low: -0.25, likely: 0.5, high: 1 },
    });
    expect(planTotals([line('c')])).toMatchObject({ budget: 0, profit: null, net: null, roi: null });
  });

  it('a range is in order and holds its likely figure', () => {
    fc.assert(
      fc.property(fc.array(arbitraryPlanLine, { minLength: 1, maxLength: 8 }), (any) => {
        const { profit } = planTotals(any);
        if (!profit) return;
        expect(profit.low).toBeLessThanOrEqual(profit.likely);
        expect(profit.high).toBeGreaterThanOrEqual(profit.likely);
      }),
    );
  });
});

describe('before signing', () => {
  const facts: SigningFacts = { verdictOf: () => undefined, isGated: () => false };
  const complete: PlanLine = {
    ...blankPlanLine({ id: 'done', stage: 'retention', start: '2026-03', end: '2026-04' }),
    title: 'Call the silent',
    segmentId: 'loyal',
    owner: 'Ada',
    channel: 'telephony',
    monthly: 100,
    phase: 2,
    kpi: { name: 'Called', target: 100, unit: 'count' },
    profit: { low: null, likely: 500, high: null, source: '' },
    evidenceIds: ['number'],
    assumptions: [{ id: 'a', text: 'Half of them answer', evidenceId: null }],
  };
  const scenario = (lines: PlanLine[], day: string | null = '2026-02-15'): Scenario => ({
    lines,
    gates: [
      { day, criterion: '', isMet: false },
      { day: null, criterion: '', isMet: false },
    ],
  });
  const openKeys = (of: Scenario, known = facts): readonly string[] =>
    signingChecks(of, known)
      .filter(({ lines }) => lines.length > 0)
      .map(({ key }) => key);

  it('nothing is open in a line that says everything', () => {
    expect(openKeys(scenario([complete]))).toEqual([]);
  });

  it('everything that a blank line lacks is named', () => {
    const blank = blankPlanLine({ id: 'x', stage: 'advocacy', start: '2026-01', end: '2026-01' });
    expect(openKeys(scenario([{ ...blank, phase: 1 }]))).toEqual([
      'segment',
      'owner',
      'channel',
      'budget',
      'profit',
      'kpi',
      'evidence',
      'assumptions',
    ]);
  });

  it('a claim that fails, a weak condition and a gate that is late or has no day are open', () => {
    expect(
      openKeys(scenario([complete]), { verdictOf: () => 'no-longer-holds', isGated: () => true }),
    ).toEqual(['claims', 'conditions']);
    expect(openKeys(scenario([complete], '2026-04-01'))).toEqual(['gates']);
    expect(openKeys(scenario([complete], null))).toEqual(['gates']);
  });
});
