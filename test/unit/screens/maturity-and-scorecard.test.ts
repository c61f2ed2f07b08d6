import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../src/core/format/formats.ts';
import { disputes, disputeTitle } from '../../../src/screens/maturity/disputes.ts';
import { gapBars, gapTitle, radarTitle } from '../../../src/screens/maturity/maturity-words.ts';
import { rankVendors, vendorTitle, weightNote } from '../../../src/screens/maturity/rank-vendors.ts';
import { mapOf, mapTitle } from '../../../src/screens/scorecard/strategy-map-words.ts';
import { scorecard } from '../../../src/strategy/worksheets/kinds/scorecard.ts';
import { readValues } from '../../../src/strategy/worksheets/read-values.ts';
import { blankRow } from '../../../src/strategy/worksheets/rows.ts';

const formats = createFormats('en-GB', 'GBP');

describe('pictures of maturity', () => {
  const item = (id: string, score: number, goal: number, weight: number) => ({
    id,
    values: { area: null, item: id, now: { ada: score }, goal, weight },
  });

  it('rank the gaps by weight and leave out what has none', () => {
    const bars = gapBars([item('small', 2, 3, 1), item('large', 2, 4, 3), item('none', 4, 3, 3)]);
    expect(bars.map(({ key, value, note }) => [key, value, note])).toEqual([
      ['large', 6, '2 of 4'],
      ['small', 1, '2 of 3'],
    ]);
    expect(gapTitle(bars)).toBe('“large” is the gap that weighs most');
  });

  it('say how far the audit is before they say what it found', () => {
    const widest = { key: 'people' as const, label: 'People', now: 2, goal: 4, items: 2, scored: 2, gap: 2 };
    expect(radarTitle(widest, 3, 8)).toBe('3 of 8 areas are scored so far');
    expect(radarTitle(widest, 8, 8)).toBe('People is furthest from its goal, by 2');
    expect(radarTitle(undefined, 8, 8)).toBe('No area is below its goal');
  });

  it('show where people lie furthest apart', () => {
    const rows: readonly { readonly id: string; readonly scores: Readonly<Record<string, number>> }[] = [
      { id: 'agreed', scores: { ada: 3, ben: 3 } },
      { id: 'near', scores: { ada: 3, ben: 4 } },
      { id: 'far', scores: { ada: 0, ben: 5, cy: 4 } },
    ];
    const shown = disputes(
      rows,
      ({ id }) => id,
      ({ scores }) => scores,
    );
    expect(shown).toEqual([
      { key: 'far', label: 'far', value: 3, low: 0, high: 5 },
      { key: 'near', label: 'near', value: 3.5, low: 3, high: 4 },
    ]);
    expect(disputeTitle(shown)).toBe('You differ most on “far”: from 0 to 5');
  });

  it('rank vendors by the weights in force, and call near scores level', () => {
    const none = { fit: null, joins: null, ease: null, safety: null, cost: null, service: null, exit: null };
    const one = { id: 'one', values: { ...none, vendor: 'One', fit: 3, exit: 5 } };
    const two = { id: 'two', values: { ...none, vendor: 'Two', fit: 4, exit: 1 } };
    const own = [{ values: { criterion: 'fit' as const, weight: 2 } }];
    expect(rankVendors([one, two], []).map(({ label, value }) => [label, value])).toEqual([
      ['One', 25 / 7],
      ['Two', 22 / 7],
    ]);
    expect(rankVendors([one, two], own).map(({ value }) => value)).toEqual([4, 2.5]);
    expect(vendorTitle(rankVendors([one, two], []))).toBe('One leads on what is scored so far');
    const bar = { key: 'a', label: 'One', value: 3.52, note: '' };
    expect(vendorTitle([bar, { ...bar, label: 'Two', value: 3.5 }])).toBe('One and Two are level');
    expect(vendorTitle([bar, { ...bar, label: 'Two', value: 3 }])).toBe('One suits you best');
    expect(weightNote(own)).toContain('fits our process 2, joins our data 5');
  });
});

describe('the strategy map', () => {
  const row = (id: string, values: Readonly<Record<string, unknown>>) => ({
    ...blankRow(scorecard, id),
    values: readValues(scorecard.fields, { perspective: 'customers', unit: 'share', ...values }),
  });
  const rows = [
    row('a', { measure: 'Stay', target: 0.8, leadsTo: 'b', alsoLeadsTo: 'b' }),
    row('b', { measure: 'Profit', target: 0.1, byHand: 0.2 }),
    row('c', { perspective: null }),
  ];
  const map = mapOf(
    rows,
    ({ id }) => (id === 'a' ? { now: 0.5, pinned: 0.5, unit: 'share' } : undefined),
    formats,
  );

  it('holds the measures that have a perspective, each as it stands', () => {
    expect(map.nodes.map(({ key, figure, state, tone }) => [key, figure, state, tone])).toEqual([
      ['a', '50%, target 80%', 'behind', 'bad'],
      ['b', '20%, target 10%', 'on target', 'good'],
    ]);
    expect(map.links).toEqual([{ from: 'a', to: 'b' }]);
  });

  it('says what is behind, else how much can be told', () => {
    const node = (tone: 'good' | 'near' | 'bad' | 'open') => ({
      key: tone,
      band: '',
      label: tone,
      figure: '',
      tone,
      state: '',
    });
    expect(mapTitle(map)).toBe('“Stay” is behind');
    expect(mapTitle({ nodes: [node('bad'), node('bad'), node('open')] })).toBe(
      '2 of 2 measures are behind; 1 can’t be told yet',
    );
    expect(mapTitle({ nodes: [node('good'), node('near')] })).toBe('None is behind, 1 of 2 only near');
    expect(mapTitle({ nodes: [node('good')] })).toBe('All 1 that can be told are on target');
    expect(mapTitle({ nodes: [node('open')] })).toBe('1 measure: set targets and pin numbers');
  });
});
