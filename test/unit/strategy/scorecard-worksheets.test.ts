import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRows } from '../../../src/strategy/commands/worksheets.ts';
import { fieldOfRow } from '../../../src/strategy/worksheets/field-of-row.ts';
import { scorecard } from '../../../src/strategy/worksheets/kinds/scorecard.ts';
import { findWorksheet } from '../../../src/strategy/worksheets/registry.ts';
import { blankRow, rowsOf } from '../../../src/strategy/worksheets/rows.ts';
import {
  actualOf,
  lightOf,
  trendOf,
  type MeasureTarget,
} from '../../../src/strategy/worksheets/scorecard-light.ts';
import { starterRows } from '../../../src/strategy/worksheets/starter-rows.ts';
import { after, newWorkbook } from './arbitrary-workbook.ts';

const measure: MeasureTarget = { unit: 'share', target: 0.8, direction: 'more', band: null, byHand: null };
const bound = (now: number | null, unit: 'share' | 'days' = 'share') => ({ now, pinned: 0.5, unit });

describe('the light of a measure', () => {
  it('is on target, near within a tenth of it, else behind', () => {
    expect([0.8, 0.79, 0.72, 0.719].map((now) => lightOf(measure, bound(now)))).toEqual([
      'on-target',
      'near',
      'near',
      'behind',
    ]);
  });

  it('turns round where less is better, and takes the band that was set', () => {
    const less: MeasureTarget = { ...measure, unit: 'days', target: 10, direction: 'less', band: 0.2 };
    expect([10, 12, 12.1].map((now) => lightOf(less, bound(now, 'days')))).toEqual([
      'on-target',
      'near',
      'behind',
    ]);
    expect(lightOf({ ...less, band: 0 }, bound(10.5, 'days'))).toBe('behind');
  });

  it('needs a number and a target in the same unit', () => {
    expect(lightOf(measure, undefined)).toBe('no-number');
    expect(lightOf(measure, bound(null))).toBe('no-number');
    expect(lightOf({ ...measure, target: null }, bound(1))).toBe('no-target');
    expect(lightOf(measure, bound(9, 'days'))).toBe('other-unit');
    expect(lightOf({ ...measure, unit: null }, bound(9, 'days'))).toBe('on-target');
  });

  it('takes what was typed where nothing is pinned, and the pinned number where one is', () => {
    expect(actualOf({ byHand: 0.9 }, undefined)).toBe(0.9);
    expect(actualOf({ byHand: 0.9 }, bound(0.4))).toBe(0.4);
    expect(lightOf({ ...measure, byHand: 0.9 }, undefined)).toBe('on-target');
  });

  it('never falls when the number gets better', () => {
    const order = ['behind', 'near', 'on-target'];
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        number,
        number,
        number,
        fc.constantFrom('more' as const, 'less' as const),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (target, one, other, direction, band) => {
          const light = (now: number) =>
            order.indexOf(lightOf({ ...measure, target, direction, band }, bound(now)));
          const [worse, better] = (direction === 'more') === one < other ? [one, other] : [other, one];
          expect(light(better)).toBeGreaterThanOrEqual(light(worse));
        },
      ),
    );
  });
});

describe('the trend of a measure', () => {
  it('is better or worse by its direction, and none within one in a hundred', () => {
    expect(trendOf('more', { now: 0.55, pinned: 0.5 })).toBe('better');
    expect(trendOf('less', { now: 0.55, pinned: 0.5 })).toBe('worse');
    expect(trendOf(null, { now: 0.4, pinned: 0.5 })).toBe('worse');
    expect(trendOf('more', { now: 0.502, pinned: 0.5 })).toBe('same');
    expect(trendOf('more', { now: 0, pinned: 0 })).toBe('same');
    expect(trendOf('more', { now: null, pinned: 0.5 })).toBeNull();
  });
});

describe('the card', () => {
  const sheet = findWorksheet('scorecard');
  if (!sheet) throw new Error('No scorecard');

  it('says in words what a number means for its measure', () => {
    const { values } = { ...blankRow(scorecard, 'row', { target: 0.4, unit: 'share', direction: 'more' }) };
    expect(sheet.judge?.(values as never, { now: 0.6, pinned: 0.5, unit: 'share' })).toEqual({
      tone: 'good',
      words: 'on target',
      byHand: null,
      trend: 'better than when pinned',
    });
    expect(sheet.judge?.({ ...values, byHand: 0.1 } as never, undefined)).toEqual({
      tone: 'bad',
      words: 'behind',
      byHand: 0.1,
      trend: '',
    });
  });

  it('comes with measures of all four perspectives that lead to each other', () => {
    let next = 0;
    const rows = starterRows(sheet, () => `row${(next += 1)}`);
    const workbook = after(newWorkbook(), addRows('scorecard', rows));
    const held = rowsOf(workbook, scorecard);
    expect(new Set(held.map(({ values }) => values.perspective)).size).toBe(4);
    const ids = new Set(held.map(({ id }) => id));
    const links = held
      .flatMap(({ values }) => [values.leadsTo, values.alsoLeadsTo])
      .filter((id) => id !== null);
    expect(links).toHaveLength(11);
    expect(links.every((id) => ids.has(id))).toBe(true);
    expect(held.filter(({ values }) => values.leadsTo === null)).toHaveLength(1);
    expect(scorecard.finding(held)).toBe('10 measures, 7 of them early; 10 without a target.');
  });

  it('writes a target in the unit of its row', () => {
    expect(fieldOfRow(scorecard.fields.target, { unit: 'days' })).toMatchObject({ unit: 'days' });
    expect(fieldOfRow(scorecard.fields.target, { unit: null })).toMatchObject({ unit: 'ratio' });
  });
});
