import { describe, expect, it } from 'vitest';
import { removeEnabler } from '../../../src/strategy/commands/enablers.ts';
import { addPlanLine, duplicatePlanLine } from '../../../src/strategy/commands/plan-lines.ts';
import { addRows } from '../../../src/strategy/commands/worksheets.ts';
import { addAssessor } from '../../../src/strategy/commands/assessors.ts';
import { parseWorkbook } from '../../../src/strategy/parse-workbook.ts';
import { conditionsOf, gatedLines, gateWords } from '../../../src/strategy/plan/plan-gates.ts';
import { blankPlanLine } from '../../../src/strategy/templates/empty-plan.ts';
import { conditionState } from '../../../src/strategy/worksheets/condition-state.ts';
import { enablingConditions } from '../../../src/strategy/worksheets/kinds/enabling-conditions.ts';
import { missingConditions } from '../../../src/strategy/worksheets/missing-conditions.ts';
import { readValues } from '../../../src/strategy/worksheets/read-values.ts';
import { blankRow } from '../../../src/strategy/worksheets/rows.ts';
import { after, newWorkbook } from './arbitrary-workbook.ts';

describe('conditions of the chain', () => {
  const blank = blankPlanLine({ id: 'line', stage: 'retention', start: '2026-01', end: '2026-02' });
  const line = { ...blank, needs: ['people', 'technology', 'process'] };
  const workbook = after(
    newWorkbook(),
    addAssessor('ada', 'Ada'),
    addAssessor('ben', 'Ben'),
    addRows('enabling-conditions', [
      blankRow(enablingConditions, 'a', { condition: 'people', now: { ada: 1, ben: 3 }, least: 3 }),
      blankRow(enablingConditions, 'b', { condition: 'technology', now: { ada: 3 } }),
    ]),
    addPlanLine('A', line),
  );
  const lineOf = (of: typeof workbook) => of.plan.scenarios.A.lines[0];

  it('are met from their threshold on, 3 until somebody says', () => {
    expect(conditionState({ now: {}, least: 3 })).toBe('unknown');
    expect(conditionState({ now: { ada: 3 }, least: null })).toBe('met');
    expect(conditionState({ now: { ada: 3, ben: 2 }, least: null })).toBe('below');
  });

  it('hold a line back with the reason in words; one that nobody scored does not', () => {
    const conditions = conditionsOf(workbook);
    expect(gateWords(line, conditions)).toEqual(['Needs people: 2 of 5, at least 3']);
    expect(gatedLines([line, blank], conditions)).toBe(1);
    expect(conditions.find(({ id }) => id === 'process')).toMatchObject({ state: 'unknown', score: null });
    const rows = [{ now: { a: 1 } }, { now: {} }].map((values) => ({
      ...blankRow(enablingConditions, 'row'),
      values: readValues(enablingConditions.fields, values),
    }));
    expect(enablingConditions.finding(rows)).toBe('1 of 2 is too weak for what needs it; 1 not scored yet.');
  });

  it('of two rows about one, the weaker counts', () => {
    const second = blankRow(enablingConditions, 'c', { condition: 'technology', now: { ada: 2 } });
    const conditions = conditionsOf(after(workbook, addRows('enabling-conditions', [second])));
    expect(gateWords({ needs: ['technology'] }, conditions)).toEqual([
      'Needs technology: 2 of 5, at least 3',
    ]);
  });

  it('leave the lines and rows that name them when they go', () => {
    const without = after(workbook, removeEnabler('people'));
    expect(lineOf(without)?.needs).toEqual(['technology', 'process']);
    expect(without.worksheets['enabling-conditions']?.map(({ values }) => values['condition'])).toEqual([
      null,
      'technology',
    ]);
  });

  it('go along with a copy, and are read as they were written', () => {
    const copied = after(workbook, duplicatePlanLine('A', 'line', 'copy'));
    expect(copied.plan.scenarios.A.lines[1]?.needs).toEqual(line.needs);
    const read = parseWorkbook(JSON.parse(JSON.stringify(workbook)));
    expect(read.ok && read.value).toEqual(workbook);
  });

  it('a line of a workbook that knew of none needs none', () => {
    const { worksheets: _, assessors: __, ...document } = after(newWorkbook(), addPlanLine('A', blank));
    const read = parseWorkbook({ ...document, version: 2 });
    expect(read.ok && read.value.plan.scenarios.A.lines[0]).toEqual(blank);
  });

  it('are brought in where they have no row yet', () => {
    expect(missingConditions(workbook).map(({ condition }) => condition)).toEqual([
      'data-and-analytics',
      'process',
      'leadership-and-culture',
    ]);
  });
});
