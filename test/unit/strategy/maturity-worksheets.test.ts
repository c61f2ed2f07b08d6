import { describe, expect, it } from 'vitest';
import { maturityAreas, maturityItems } from '../../../src/strategy/templates/maturity-items.ts';
import { mostDisputed, spreadOf } from '../../../src/strategy/worksheets/assessed.ts';
import { fieldOfRow } from '../../../src/strategy/worksheets/field-of-row.ts';
import type { Fields } from '../../../src/strategy/worksheets/field.ts';
import { alignment } from '../../../src/strategy/worksheets/kinds/alignment.ts';
import { charter } from '../../../src/strategy/worksheets/kinds/charter.ts';
import { culture } from '../../../src/strategy/worksheets/kinds/culture.ts';
import { fiveForces, forceAhead } from '../../../src/strategy/worksheets/kinds/five-forces.ts';
import { maturity } from '../../../src/strategy/worksheets/kinds/maturity.ts';
import { orientation } from '../../../src/strategy/worksheets/kinds/orientation.ts';
import { readiness, readinessShare } from '../../../src/strategy/worksheets/kinds/readiness.ts';
import { positionWords, selfPosition } from '../../../src/strategy/worksheets/kinds/self-position.ts';
import { systemGap, systems } from '../../../src/strategy/worksheets/kinds/systems.ts';
import { vendorCriteria as criteriaSheet } from '../../../src/strategy/worksheets/kinds/vendor-criteria.ts';
import { vendors } from '../../../src/strategy/worksheets/kinds/vendors.ts';
import { vision, visionParts } from '../../../src/strategy/worksheets/kinds/vision.ts';
import {
  areaScores,
  gapOf,
  weightedGap,
  widestArea,
} from '../../../src/strategy/worksheets/maturity-scores.ts';
import { readValues } from '../../../src/strategy/worksheets/read-values.ts';
import { blankRow } from '../../../src/strategy/worksheets/rows.ts';
import { vendorScore, vendorWeights } from '../../../src/strategy/worksheets/vendor-criteria.ts';
import type { RowOf, Worksheet } from '../../../src/strategy/worksheets/worksheet.ts';

/** Rows of a worksheet that say what is given. */
const rowsFor = <F extends Fields>(
  sheet: Worksheet<F>,
  ...given: readonly Readonly<Record<string, unknown>>[]
): readonly RowOf<F>[] =>
  given.map((values, at) => ({ ...blankRow(sheet, `row${at}`), values: readValues(sheet.fields, values) }));

describe('the audit', () => {
  const rows = rowsFor(
    maturity,
    { area: 'people', item: 'Skill', now: { ada: 1, ben: 4 }, goal: 4, weight: 3 },
    { area: 'people', item: 'Rewards', now: { ada: 2 }, goal: 3, weight: 1 },
    { area: 'process', item: 'Handing over', now: { ada: 3 }, goal: 3 },
    { area: 'process', item: 'Contact' },
  );

  it('has four or five items in each of its eight areas, each with both ends described', () => {
    expect(maturityAreas).toHaveLength(8);
    for (const { value } of maturityAreas) {
      const own = maturityItems.filter(({ area }) => area === value);
      expect(own.length).toBeGreaterThanOrEqual(4);
      expect(own.length).toBeLessThanOrEqual(6);
    }
    for (const { low, high } of maturityItems) expect(low !== '' && high !== '' && low !== high).toBe(true);
    expect(new Set(maturityItems.map(({ item }) => item)).size).toBe(maturityItems.length);
  });

  it('takes the mean of an area by weight: (2.5 × 3 + 2 × 1) ÷ 4', () => {
    const areas = areaScores(rows);
    expect(areas).toMatchObject([
      { key: 'people', now: 2.375, goal: 3.75, items: 2, scored: 2 },
      { key: 'process', now: 3, goal: 3, items: 2, scored: 1 },
    ]);
    expect(widestArea(areas)).toMatchObject({ key: 'people', gap: 1.375 });
    expect(areaScores(rowsFor(maturity, { area: 'people' }))).toMatchObject([{ now: null, goal: null }]);
    expect(widestArea([])).toBeUndefined();
  });

  it('weighs what is missing, counts a weight that is not set as 2, and nothing above the goal', () => {
    expect(rows.map(({ values }) => weightedGap(values))).toEqual([4.5, 1, 0, null]);
    const values = { area: null, now: { ada: 4 }, goal: 5, weight: null };
    expect(weightedGap(values)).toBe(2);
    expect(gapOf({ now: { ada: 4 }, goal: 2 })).toBe(-2);
    expect(weightedGap({ ...values, goal: 2 })).toBe(0);
  });

  it('says which area is furthest from its goal', () => {
    expect(maturity.finding(rows)).toBe('People is furthest from its goal: 2.4 of 3.8.');
    expect(maturity.finding(rows.slice(2))).toBe('1 of 2 items are scored.');
  });

  it('shows how far people lie apart, and on what most', () => {
    expect(spreadOf({ ada: 1, ben: 4 })).toBe(3);
    expect(spreadOf({ ada: 1 })).toBeNull();
    const most = mostDisputed(rows, ({ values }) => values.now);
    expect(most).toMatchObject({ spread: 3, row: { id: 'row0' } });
    expect(mostDisputed(rows.slice(1), ({ values }) => values.now)).toBeUndefined();
  });

  it('describes the ends of a scale in the item’s own words', () => {
    const field = fieldOfRow(maturity.fields.now, { low: 'Nobody knows', high: ' ' });
    expect(field.kind === 'assessed' && [field.anchors?.[0], field.anchors?.[5]]).toEqual([
      'Nobody knows',
      'second nature',
    ]);
    expect(fieldOfRow(maturity.fields.goal, { low: 'x' })).toBe(maturity.fields.goal);
  });
});

describe('what the other worksheets amount to', () => {
  it('culture: the weakest theme, and scores that rest on nothing', () => {
    const rows = rowsFor(
      culture,
      { theme: 'Heroes', now: { ada: 2, ben: 1 } },
      { theme: 'Stories', now: { ada: 4 }, evidence: 'Told to every newcomer' },
    );
    expect(culture.finding(rows)).toBe(
      'Heroes holds the strategy back most: 1.5 of 5. 1 of 2 scores rest on nothing yet.',
    );
  });

  it('readiness: yes 1, partly a half, no 0, by weight: (3 + 1 + 0) ÷ 7', () => {
    const rows = rowsFor(
      readiness,
      { check: 'Sponsor', state: 'yes', weight: 3 },
      { check: 'Training', state: 'partly' },
      { check: 'Time', state: 'no', weight: 2 },
      { check: 'Risks' },
    );
    expect(readinessShare(rows)).toBeCloseTo(4 / 7, 12);
    expect(readinessShare([])).toBeNull();
    expect(readiness.finding(rows)).toBe('57% ready; first to see to: “Time”.');
  });

  it('position: where you stand together, and on what you differ', () => {
    const rows = rowsFor(
      selfPosition,
      { question: 'Who leads it', position: { ada: 1, ben: 4 } },
      { question: 'What comes first', position: { ada: 2, ben: 2 } },
    );
    expect(selfPosition.finding(rows)).toBe(
      'Together you see CRM as integrated technology: 2.3 of 5. You differ most on “Who leads it”: by 3.',
    );
    expect([1, 3, 4.2].map(positionWords)).toEqual([
      'a narrow technology project',
      'integrated technology',
      'a customer-centric strategy',
    ]);
  });

  it('orientation: which side, and where judgements differ', () => {
    const rows = rowsFor(orientation, { statement: 'Price', now: { ada: 4, ben: 5 } });
    expect(orientation.finding(rows)).toBe(
      'You are customer-driven: 4.5 of 5. Judgements differ most on “Price”.',
    );
    expect(orientation.finding(rowsFor(orientation, { now: { ada: 2 } }))).toBe(
      'You are product-led: 2 of 5.',
    );
  });

  it('alignment: conflicts, and those that nobody settled', () => {
    const rows = rowsFor(
      alignment,
      { business: 'Cost', fit: -2 },
      { business: 'Growth', fit: -1, settle: 'Profit first' },
      { business: 'Range', fit: 1 },
      { business: 'Reach' },
    );
    expect(alignment.finding(rows)).toBe('2 of 3 pairs work against each other, 1 not settled.');
    expect(alignment.finding(rows.slice(2))).toBe('No conflict in 1 pair.');
  });

  it('vision: what is still open', () => {
    const rows = rowsFor(vision, { vision: 'First call', forWhom: 'Bakeries', sign: 'NPS 50' });
    expect(rows.map(({ values }) => visionParts(values))).toEqual([2]);
    expect(vision.finding(rows)).toBe('“First call” leaves 3 of 5 parts open.');
  });

  it('five forces: what presses most, and a step more where it grows, within the scale', () => {
    expect([
      forceAhead(3, 'growing'),
      forceAhead(5, 'growing'),
      forceAhead(1, 'easing'),
      forceAhead(4, 'steady'),
    ]).toEqual([4, 5, 1, 4]);
    expect(forceAhead(3, null)).toBeNull();
    const rows = rowsFor(
      fiveForces,
      { force: 'buyers', strength: 4, trend: 'steady' },
      { force: 'entrants', strength: 4, trend: 'growing' },
      { force: 'suppliers', strength: 1 },
    );
    expect(fiveForces.finding(rows)).toBe('New entrants presses most: 4 of 5, and growing. Together 3 of 5.');
  });

  it('systems: need less the weaker of quality and access, never below nothing', () => {
    expect(systemGap({ need: 5, quality: 4, access: 2 })).toBe(3);
    expect(systemGap({ need: 2, quality: 4, access: 3 })).toBe(0);
    expect(systemGap({ need: 5, quality: null, access: 2 })).toBeNull();
    const rows = rowsFor(
      systems,
      { system: 'Desk', need: 5, quality: 4, access: 4 },
      { system: 'Shop', need: 4, quality: 4, access: 4, hasKey: true },
    );
    expect(systems.finding(rows)).toBe(
      'Desk lacks most: 1 step short of what is needed. 1 of 2 can’t be joined by customer.',
    );
  });

  it('vendors: mean of what is scored by weight, (5 × 5 + 2 × 3) ÷ 8', () => {
    const [first, second] = rowsFor(vendors, { vendor: 'One', fit: 5, cost: 2 }, { vendor: 'Two', fit: 3 });
    if (!first || !second) throw new Error('No vendors');
    expect(vendorScore(first.values, vendorWeights([]))).toBe(31 / 8);
    const own = vendorWeights(
      rowsFor(criteriaSheet, { criterion: 'fit', weight: 1 }, { criterion: 'cost', weight: 0 }),
    );
    expect(vendorScore(first.values, own)).toBe(5);
    expect(vendorScore(second.values, { ...own, fit: 0 })).toBeNull();
    expect(vendors.finding([second, first])).toBe('One leads by house weights: 3.9 against 3 of 5.');
    expect(
      criteriaSheet.finding(
        rowsFor(criteriaSheet, { criterion: 'fit', weight: 4 }, { criterion: 'exit', weight: 2 }),
      ),
    ).toBe('What weighs most: Fits our process.');
  });

  it('charter: what it is steered by, and who answers for it', () => {
    const rows = rowsFor(charter, { project: 'Customers first', objective: 'efficiency' });
    expect(charter.finding(rows)).toBe(
      'Customers first is steered by cost to serve and cost of winning; nobody answers for it yet.',
    );
  });
});
