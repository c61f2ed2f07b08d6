import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../../src/charts/layout/bars.ts';
import { layoutColumns } from '../../../src/charts/layout/columns.ts';
import { layoutDumbbells } from '../../../src/charts/layout/dumbbell.ts';
import { layoutLadder } from '../../../src/charts/layout/ladder.ts';
import { createFormats } from '../../../src/core/format/formats.ts';

const formats = createFormats('en-GB', 'GBP');

/** The value, which must be there. */
const present = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('nothing there');
  return value;
};

describe('bars', () => {
  const options = { width: 600, unit: 'count', formats } as const;

  it('grow from zero in proportion, negative ones to the left', () => {
    const { bars, zero } = layoutBars(
      [
        { key: 'a', label: 'A', value: 200 },
        { key: 'b', label: 'B', value: 100 },
        { key: 'c', label: 'C', value: -50 },
      ],
      options,
    );
    const [a, b, c] = bars;
    expect(present(a).rect.x).toBe(zero.x);
    expect(present(b).rect.width).toBeCloseTo((present(a).rect.width ?? 0) / 2, 0);
    expect(present(c).rect.width).toBeCloseTo((present(a).rect.width ?? 0) / 4, 0);
    expect((present(c).rect.x ?? 0) + (present(c).rect.width ?? 0)).toBeCloseTo(zero.x, 0);
    expect(present(c).value.anchor).toBe('end');
  });

  it('draw intervals and comparisons when known, and nothing for a missing value', () => {
    const { bars, marks } = layoutBars(
      [
        { key: 'a', label: 'A', value: 10, low: 8, high: 12, comparison: 5 },
        { key: 'b', label: 'B', value: null, note: 'n = 0' },
      ],
      { ...options, comparisonName: 'Rest' },
    );
    const [a, b] = bars;
    expect(present(present(a).whisker).x1).toBeLessThan(
      (present(a).rect.x ?? 0) + (present(a).rect.width ?? 0),
    );
    expect(present(present(a).whisker).x2).toBeGreaterThan(
      (present(a).rect.x ?? 0) + (present(a).rect.width ?? 0),
    );
    expect(present(present(a).comparison).width).toBeCloseTo((present(a).rect.width ?? 0) / 2, 0);
    expect([present(b).rect.width, present(b).whisker, present(b).value.text, present(b).value.note]).toEqual(
      [0, null, '–', 'n = 0'],
    );
    expect(marks[0]?.tip.lines.map(({ name, text }) => `${name} ${text}`)).toEqual([
      ' 10',
      'Likely between 8 and 12',
      'Rest 5',
    ]);
  });

  it('stand below their labels where it is narrow, and empty input gives an empty drawing', () => {
    const [bar] = layoutBars([{ key: 'a', label: 'A long label', value: 1 }], {
      ...options,
      width: 320,
    }).bars;
    expect(present(bar).label.y).toBeLessThan(present(bar).rect.y ?? 0);
    expect(present(bar).rect.x).toBe(0);
    expect(layoutBars([], options)).toMatchObject({ bars: [], marks: [], height: 8 });
  });
});

describe('columns', () => {
  it('show their values when they fit, else an axis', () => {
    const columns = Array.from({ length: 10 }, (_, at) => ({
      key: `${at}`,
      label: `${at + 1}`,
      value: at * 100,
    }));
    const wide = layoutColumns(columns, { width: 800, unit: 'count', formats });
    const narrow = layoutColumns(columns, { width: 240, unit: 'count', formats });
    expect([wide.ticks.length, wide.columns[9]?.value?.text]).toEqual([0, '900']);
    expect(narrow.columns[9]?.value).toBeNull();
    expect(narrow.ticks.map(({ text }) => text)).toEqual(['0', '200', '400', '600', '800']);
    expect(wide.columns[9]?.rect.height).toBe(220);
    expect(wide.zeroY).toBe(240);
  });

  it('thin out labels that would run into each other', () => {
    const columns = Array.from({ length: 30 }, (_, at) => ({
      key: `${at}`,
      label: `${at * 10} to ${at * 10 + 10}`,
      value: 1,
    }));
    const shown = layoutColumns(columns, { width: 600, unit: 'count', formats }).columns.filter(
      ({ label }) => label,
    );
    expect(shown.length).toBeLessThan(12);
    expect(shown.length).toBeGreaterThan(4);
  });
});

describe('ladder', () => {
  it('stands on the first rung and outlines rungs without data', () => {
    const { rungs, marks } = layoutLadder(
      [
        { key: 'suspect', label: 'Suspect', count: null, available: false, needs: 'contacts' },
        { key: 'client', label: 'Client', count: 100, available: true },
        { key: 'advocate', label: 'Advocate', count: 50, available: true },
      ],
      { width: 700, formats },
    );
    const [suspect, client, advocate] = rungs;
    expect(present(suspect).circle.y).toBeGreaterThan(present(advocate).circle.y ?? 0);
    expect(present(suspect).note.lines).toEqual(['Needs contacts']);
    expect(present(advocate).bar.width).toBeCloseTo((present(client).bar.width ?? 0) / 2, 0);
    expect(marks.map(({ key, pickable }) => [key, pickable])).toEqual([
      ['advocate', true],
      ['client', true],
      ['suspect', false],
    ]);
  });

  it('gives a long rule two lines rather than cutting it off', () => {
    const detail =
      'Majority customer with us for 2 usual gaps or more, and on rhythm; answers 4 or more of 5 where asked; 737 were not asked';
    const rungs = [1, 2].map((at) => ({ key: `${at}`, label: 'Loyal', count: 9, available: true, detail }));
    const geometry = layoutLadder(rungs, { width: 700, formats });
    const [lower, upper] = geometry.rungs;
    expect(present(lower).note.lines.join(' ')).toBe(detail);
    expect(present(lower).bar.y ?? 0).toBeGreaterThan(present(upper).note.y + 15);
    expect(geometry.height).toBeGreaterThan(present(lower).note.y + 15);
  });
});

describe('dumbbells', () => {
  const row = (focus: number | null, comparison: number | null) => ({
    key: 'a',
    label: 'A',
    unit: 'count' as const,
    focus,
    comparison,
  });
  const draw = (focus: number | null, comparison: number | null) =>
    layoutDumbbells([row(focus, comparison)], {
      width: 700,
      formats,
      focusName: 'Us',
      comparisonName: 'Them',
    }).rows[0];

  it('start each row at zero and set the figures outside', () => {
    const drawn = draw(10, 5);
    const span = (present(drawn).track.x2 ?? 0) - (present(drawn).track.x1 ?? 0);
    expect(present(drawn).focus).toMatchObject({ x: present(drawn).track.x2, anchor: 'start', text: '10' });
    expect(present(present(drawn).comparison).x).toBeCloseTo((present(drawn).track.x1 ?? 0) + span / 2, 0);
    expect(present(present(drawn).comparison).anchor).toBe('end');
    expect(draw(5, 10)?.focus?.anchor).toBe('end');
  });

  it('keep zero in sight with negative values and leave out a missing side', () => {
    expect(draw(10, -10)?.zeroX).toBeCloseTo(
      ((draw(10, -10)?.track.x1 ?? 0) + (draw(10, -10)?.track.x2 ?? 0)) / 2,
      0,
    );
    expect([draw(3, null)?.comparison, draw(null, 3)?.focus]).toEqual([null, null]);
  });
});
