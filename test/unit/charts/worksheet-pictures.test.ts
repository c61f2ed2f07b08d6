import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../src/core/format/formats.ts';
import type { Day } from '../../../src/core/day.ts';
import { layoutCoverage } from '../../../src/charts/layout/coverage.ts';
import { overlap } from '../../../src/charts/layout/geometry.ts';
import { layoutNetworkMap, type NetworkNode } from '../../../src/charts/layout/network-map.ts';
import { layoutTwoLanes } from '../../../src/charts/layout/two-lanes.ts';
import { layoutYearStrip, type StripItem } from '../../../src/charts/layout/year-strip.ts';

const formats = createFormats('en-GB', 'GBP');

describe('network map', () => {
  const sectors = ['supplier', 'partner', 'owner', 'employee'].map((key) => ({ key, label: key }));
  const node = (key: string, sector: string, strength: number | null): NetworkNode => ({
    key,
    label: `Relation ${key}`,
    sector,
    strength,
    isAtRisk: false,
    details: [],
  });
  const nodes = [node('a', 'supplier', 1), node('b', 'supplier', 5), node('c', 'partner', 3)];
  const map = layoutNetworkMap(sectors, nodes, 1000);

  it('puts us in the middle, kinds to both sides, and the strong near with a wide link', () => {
    expect(map.us.x).toBe(500);
    const [strong, weak, partner] = map.nodes;
    expect([strong?.key, weak?.key, partner?.key]).toEqual(['b', 'a', 'c']);
    expect(strong?.at.x).toBe(430);
    expect(weak?.at.x).toBe(430 - 4 * 30);
    expect(partner?.at.x).toBe(570 + 2 * 30);
    expect(strong?.weight).toBe(5);
    expect(weak?.weight).toBe(1.4);
  });

  it('says where nobody is named, and shows what nobody has judged', () => {
    expect(map.headings.map(({ empty }) => empty)).toEqual(['', '', 'Nobody named', 'Nobody named']);
    const unknown = layoutNetworkMap(sectors, [node('a', 'owner', null)], 1000).nodes[0];
    expect(unknown).toMatchObject({ isKnown: false, weight: 1 });
  });

  it('keeps all words apart and inside, at any width (law)', () => {
    const some = fc.array(
      fc.record({
        sector: fc.constantFrom(...sectors.map(({ key }) => key)),
        strength: fc.option(fc.integer({ min: 1, max: 5 })),
        label: fc.string({ maxLength: 60 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 300, max: 1400 }), (given, width) => {
        const all = given.map((one, at) => ({
          ...node(String(at), one.sector, one.strength),
          label: one.label,
        }));
        const { marks, height } = layoutNetworkMap(sectors, all, width);
        expect(marks).toHaveLength(all.length);
        for (const [at, { hit }] of marks.entries()) {
          expect(hit.x).toBeGreaterThanOrEqual(-1);
          expect(hit.x + hit.width).toBeLessThanOrEqual(width + 1);
          expect(hit.y + hit.height).toBeLessThanOrEqual(height);
          for (const other of marks.slice(at + 1)) expect(overlap(hit, other.hit)).toBe(false);
        }
      }),
    );
  });
});

describe('coverage grid', () => {
  const levels = [
    { key: 'none', label: 'Nothing', short: '–', step: null },
    { key: 'buy', label: 'Buy', short: 'B', step: 4 },
  ] as const;
  const rows = [
    { key: 'r1', label: 'Retention' },
    { key: 'r2', label: 'Advocacy' },
  ];
  const columns = [
    { key: 'c1', label: 'Outlets' },
    { key: 'c2', label: 'Direct marketing' },
  ];
  const cells = [
    { row: 'r1', column: 'c1', level: 'none' },
    { row: 'r2', column: 'c2', level: 'buy' },
  ];

  it('has a mark for every cell; gaps, levels and what nobody judged differ', () => {
    const grid = layoutCoverage(rows, columns, levels, cells, 600);
    expect(grid.marks.map(({ key }) => key)).toEqual(['r1/c1', 'r1/c2', 'r2/c1', 'r2/c2']);
    expect(grid.cells.map(({ isGap, step, text }) => [isGap, step, text])).toEqual([
      [true, null, 'Nothing'],
      [false, null, ''],
      [false, null, ''],
      [false, 4, 'Buy'],
    ]);
    expect(grid.marks[1]?.tip).toEqual({
      title: 'Retention · Direct marketing',
      lines: [{ name: '', text: 'Not judged yet' }],
    });
  });

  it('says it in a letter where there is no room for a word', () => {
    const many = Array.from({ length: 6 }, (_, at) => ({ key: `c${at + 1}`, label: 'Outlets' }));
    const grid = layoutCoverage(rows, many, levels, cells, 320);
    expect(grid.cells.map(({ text }) => text).filter(Boolean)).toEqual(['–', 'B']);
  });
});

describe('two lanes', () => {
  const names = { left: 'They', right: 'We', noLeft: 'Notice nothing', noRight: 'Nothing of ours' };
  const steps = [
    { key: 'a', label: 'Search', left: 'Look for solutions', right: '' },
    { key: 'b', label: 'First use', left: 'Try it', right: 'Onboard' },
  ];

  it('sets both sides beside each other, and says where one is missing', () => {
    const lanes = layoutTwoLanes(steps, names, 1000);
    expect(lanes.steps.map(({ boxes }) => boxes.map(({ isMissing }) => isMissing))).toEqual([
      [false, true],
      [false, false],
    ]);
    expect(lanes.steps[0]?.boxes[1].lines).toEqual(['Nothing of ours']);
    expect(lanes.marks[0]?.tip.lines[1]).toEqual({ name: 'We', text: 'Nothing of ours' });
  });

  it('fits a phone: names above their boxes, nothing beside the drawing', () => {
    const lanes = layoutTwoLanes(steps, names, 320);
    const [step] = lanes.steps;
    expect(step?.label.y).toBeLessThan(step?.boxes[0].rect.y ?? 0);
    expect((step?.boxes[1].rect.x ?? 0) + (step?.boxes[1].rect.width ?? 0)).toBeLessThanOrEqual(320);
  });
});

describe('year strip', () => {
  const item = (key: string, from: Day, to: Day, isQuiet = true): StripItem => ({
    key,
    label: key,
    from,
    to,
    isQuiet,
    clashes: [],
    details: [],
  });

  it('draws days to scale, cuts what reaches beyond the year, and leaves other years away', () => {
    const strip = layoutYearStrip(
      [
        item('first half', '2025-01-01', '2025-06-30'),
        item('turn', '2025-12-18', '2026-01-06'),
        item('other', '2024-03-01', '2024-03-09'),
      ],
      2025,
      { width: 730, formats },
    );
    expect(strip.rows.map(({ key, bar }) => [key, bar.x, bar.width])).toEqual([
      ['first half', 0, 362],
      ['turn', 702, 28],
    ]);
    expect(strip.bands).toHaveLength(2);
    expect(strip.months.map(({ text }) => text).slice(0, 3)).toEqual(['Jan', 'Feb', 'Mar']);
  });

  it('marks the days that break the quiet', () => {
    const plan = {
      ...item('plan', '2025-07-01', '2025-07-31', false),
      clashes: [{ from: '2025-07-20', to: '2025-07-31' } as const],
    };
    const [row] = layoutYearStrip([plan], 2025, { width: 730, formats }).rows;
    expect(row?.clashes).toEqual([{ x: 400, y: 48, width: 24, height: 12 }]);
    expect(row?.isQuiet).toBe(false);
  });
});
