import { describe, expect, it } from 'vitest';
import { findAnalysis } from '../../../src/analyses/registry.ts';
import { fillExample, holdsExample, type LookedUpNumber } from '../../../src/strategy/commands/examples.ts';
import { addSegment } from '../../../src/strategy/commands/segments.ts';
import { createWorkbook } from '../../../src/strategy/create-workbook.ts';
import { execute, startHistory, undo } from '../../../src/strategy/history.ts';
import { parseWorkbook } from '../../../src/strategy/parse-workbook.ts';
import { conditionsOf, gateWords } from '../../../src/strategy/plan/plan-gates.ts';
import { planTotals } from '../../../src/strategy/plan/plan-totals.ts';
import { signingChecks } from '../../../src/strategy/plan/signing-checks.ts';
import { repairReferences } from '../../../src/strategy/references.ts';
import { retailerExample } from '../../../src/strategy/templates/examples/retailer.ts';
import { supplierExample } from '../../../src/strategy/templates/examples/supplier.ts';
import type { StrategyExample } from '../../../src/strategy/templates/examples/example.ts';
import { blankPlanLine } from '../../../src/strategy/templates/empty-plan.ts';
import { addPlanLine } from '../../../src/strategy/commands/plan-lines.ts';
import { isUsedUnasked } from '../../../src/strategy/worksheets/kinds/references.ts';
import { readValues } from '../../../src/strategy/worksheets/read-values.ts';
import { findWorksheet } from '../../../src/strategy/worksheets/registry.ts';
import type { Workbook } from '../../../src/strategy/workbook.ts';

const counter = (): (() => string) => {
  let count = 0;
  return () => `id${(count += 1)}`;
};
const blank = (): Workbook => createWorkbook('book', 'Mine', counter());
/** Ids that differ from those of the blank workbook. */
const fresh = (): (() => string) => {
  const next = counter();
  return () => `new-${next()}`;
};
/** A value of a row apart from the ids that it was given: a link as whether it is there, scores as a list. */
const withoutIds = (kind: string | undefined, value: unknown): unknown => {
  if (kind === 'segment' || kind === 'row') return typeof value === 'string';
  return kind === 'assessed' ? Object.values(value ?? {}) : value;
};
const looked = (example: StrategyExample): ReadonlyMap<string, LookedUpNumber> =>
  new Map(
    Object.entries(example.numbers).map(([key, { claim }]) => [
      key,
      { params: {}, label: key, unit: 'count', value: claim.value, asOf: '2026-01-01', fingerprint: 'f' },
    ]),
  );
const fill = (example: StrategyExample, workbook = blank(), numbers = looked(example)): Workbook =>
  execute(startHistory(workbook), fillExample(example, fresh(), numbers)).present;
const checksOf = (workbook: Workbook): Readonly<Record<string, readonly string[]>> => {
  const conditions = conditionsOf(workbook);
  return Object.fromEntries(
    signingChecks(workbook.plan.scenarios.A, {
      verdictOf: () => 'holds',
      isGated: (line) => gateWords(line, conditions).length > 0,
    }).map(({ key, lines }) => [key, lines.map(({ title }) => title)]),
  );
};

describe.each([retailerExample, supplierExample])('the worked example of the $id', (example) => {
  const workbook = fill(example);
  const { lines, gates } = workbook.plan.scenarios.A;

  it('is a valid workbook whose every link leads somewhere', () => {
    expect(repairReferences(workbook)).toEqual(workbook);
    const parsed = parseWorkbook(JSON.parse(JSON.stringify(workbook)));
    expect(parsed).toEqual({ ok: true, value: workbook });
  });

  it('fills every worksheet with what its fields hold, and loses nothing of what is written', () => {
    for (const [id, rows] of Object.entries(example.worksheets)) {
      const worksheet = findWorksheet(id);
      if (!worksheet) throw new Error(`no worksheet ${id}`);
      const filled = workbook.worksheets[id] ?? [];
      expect(filled).toHaveLength(rows.length);
      rows.forEach(({ values, numbers = [] }, at) => {
        const row = filled[at];
        expect(readValues(worksheet.fields, row?.values ?? {})).toEqual(row?.values);
        for (const [key, value] of Object.entries(values)) {
          const kind = worksheet.fields[key]?.kind;
          const held = row?.values[key];
          expect(withoutIds(kind, held), `${id} ${key}`).toEqual(withoutIds(kind, value));
        }
        expect(row?.evidenceIds).toHaveLength(numbers.length);
      });
    }
  });

  it('says everything that the newcomer is to see', () => {
    expect(workbook.segments).toHaveLength(4);
    expect(workbook.boards[0]?.cards.every(({ impact }) => impact !== undefined)).toBe(true);
    expect(new Set(workbook.boards[0]?.cards.map(({ quadrant }) => quadrant)).size).toBe(4);
    expect(workbook.boards[0]?.crossings).toHaveLength(example.crossings.length);
    expect(workbook.boards[0]?.pairs).toHaveLength(3);
    expect(workbook.worksheets['value-star']?.map(({ values }) => values['axis'])).toHaveLength(8);
    expect(workbook.worksheets['propositions']).toHaveLength(2);
    expect(workbook.worksheets['enabling-conditions']).toHaveLength(workbook.enablers.length);
    const kinds = workbook.worksheets['offers']?.map(({ values }) => values['kind']);
    expect(kinds?.toSorted()).toEqual(['non-product', 'product', 'product', 'silence']);
    expect(lines).toHaveLength(6);
    expect([1, 2, 3].map((phase) => lines.filter((line) => line.phase === phase).length)).toEqual([2, 2, 2]);
    expect(gates.every(({ day, criterion }) => day !== null && criterion !== '')).toBe(true);
  });

  it('leaves no check before signing open; without numbers only that each line rests on one', () => {
    expect(Object.entries(checksOf(workbook)).filter(([, open]) => open.length > 0)).toEqual([]);
    const bare = checksOf(fill(example, blank(), new Map()));
    expect(Object.keys(bare).filter((key) => bare[key]?.length)).toEqual(['evidence']);
  });

  it('has a plan that pays when it comes out as likely, and ranges in their order', () => {
    expect(planTotals(lines).net?.likely).toBeGreaterThan(0);
    for (const { profit } of lines) {
      expect(profit.low).toBeLessThanOrEqual(profit.likely ?? 0);
      expect(profit.high).toBeGreaterThanOrEqual(profit.likely ?? 0);
    }
  });

  it('names only numbers that analyses have, uses each, and names a number of the line in an assumption', () => {
    const cited = new Set([
      ...workbook.boards.flatMap(({ cards }) => cards.flatMap(({ evidenceIds }) => evidenceIds)),
      ...Object.values(workbook.worksheets).flatMap((rows) => rows.flatMap((row) => row.evidenceIds)),
      ...lines.flatMap(({ evidenceIds }) => evidenceIds),
    ]);
    expect(workbook.evidence.filter(({ id }) => !cited.has(id)).map(({ label }) => label)).toEqual([]);
    expect(workbook.evidence).toHaveLength(Object.keys(example.numbers).length);
    for (const { analysisId } of Object.values(example.numbers))
      expect(findAnalysis(analysisId)).toBeDefined();
    for (const { numbers, assumptions } of example.lines)
      for (const { number } of assumptions) if (number !== undefined) expect(numbers).toContain(number);
  });

  it('adds to what is there, changes none of it, and goes with one undo', () => {
    const start = [
      addSegment({
        id: 'own',
        name: example.segments[0]?.name ?? '',
        note: 'mine',
        predicate: { kind: 'all', of: [] },
      }),
      addPlanLine('A', blankPlanLine({ id: 'mine', stage: 'retention', start: '2026-02', end: '2026-02' })),
    ].reduce((book, command) => execute(startHistory(book), command).present, blank());
    const gate = { day: '2026-03-01', criterion: 'Mine', isMet: true };
    const own: Workbook = {
      ...start,
      plan: {
        ...start.plan,
        scenarios: {
          ...start.plan.scenarios,
          A: { ...start.plan.scenarios.A, gates: [gate, start.plan.scenarios.A.gates[1]] },
        },
      },
    };
    const history = execute(startHistory(own), fillExample(example, fresh(), looked(example)));
    const after = history.present;
    expect(after.segments[0]).toEqual(own.segments[0]);
    expect(after.segments[1]?.name).toBe(`${example.segments[0]?.name} 2`);
    expect(after.plan.scenarios.A.lines[0]).toEqual(own.plan.scenarios.A.lines[0]);
    expect(after.plan.scenarios.A.gates).toEqual([gate, example.gates[1]]);
    expect(undo(history).present).toEqual(own);
  });

  it('is recognised where it is, and comes once by one command', () => {
    expect(holdsExample(blank(), example)).toBe(false);
    expect(holdsExample(workbook, example)).toBe(true);
    const command = fillExample(example, fresh());
    const once = execute(startHistory(blank()), command);
    expect(execute(once, command).present).toEqual(once.present);
  });

  it('adds a board for the company where there is none', () => {
    const without = fill(example, { ...blank(), boards: [], themes: [], enablers: [] });
    expect(without.boards).toHaveLength(1);
    expect(without.boards[0]?.cards[0]?.themeId).toBeNull();
    expect(repairReferences(without)).toEqual(without);
  });
});

describe('what the examples teach', () => {
  it('names nobody as a reference who has not consented', () => {
    for (const { values } of supplierExample.worksheets['references'] ?? [])
      expect(isUsedUnasked(values['isNamed'] === true, values['status'] as string)).not.toBe(1);
  });
});
