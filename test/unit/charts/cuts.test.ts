import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutCutColumns } from '../../../src/charts/layout/cut-columns.ts';
import { layoutCutPlane } from '../../../src/charts/layout/cut-plane.ts';
import { placeOn, valueOn } from '../../../src/charts/layout/even-axis.ts';
import { createFormats } from '../../../src/core/format/formats.ts';

const formats = createFormats('en-GB', 'GBP');

describe('an axis of even steps', () => {
  const axis = { edges: [0, 10, 40, 1000], from: 100, to: 400 };

  it('puts edges evenly apart and what lies between them in proportion', () => {
    expect(axis.edges.map((edge) => placeOn(axis, edge))).toEqual([100, 200, 300, 400]);
    expect(placeOn(axis, 25)).toBe(250);
    expect([placeOn(axis, -5), placeOn(axis, 5_000)]).toEqual([100, 400]);
  });

  it('gives the value of a place back', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), (value) => {
        const back = valueOn(axis, placeOn(axis, value));
        expect(Math.abs(placeOn(axis, back) - placeOn(axis, value))).toBeLessThan(1);
      }),
    );
  });

  it('may fall, as upright axes do, and may have a single edge', () => {
    const upright = { edges: [0, 1], from: 300, to: 100 };
    expect(placeOn(upright, 0.25)).toBe(250);
    expect(valueOn(upright, 250)).toBe(0.25);
    const point = { edges: [7], from: 0, to: 100 };
    expect([placeOn(point, 7), valueOn(point, 50)]).toEqual([0, 7]);
  });
});

describe('a plane with cuts', () => {
  const cells = [
    { xFrom: 0, xTo: 0.1, yFrom: 0, yTo: 20, people: 30, lines: [] },
    { xFrom: 0.1, xTo: 0.5, yFrom: 20, yTo: 900, people: 5, lines: [{ name: 'Mean', text: '£1' }] },
  ];
  const options = {
    formats,
    xUnit: 'share',
    yUnit: 'money',
    xLabel: 'Cost',
    yLabel: 'Value',
    quarters: ['A', 'B', 'C', 'D'],
  } as const;

  it.each([320, 640])('keeps cells, ticks and quarters within %d px', (width) => {
    const plane = layoutCutPlane(cells, { ...options, width });
    for (const { rect } of plane.cells) {
      expect(rect.x).toBeGreaterThanOrEqual(plane.x.from);
      expect(rect.x + rect.width).toBeLessThanOrEqual(width);
      expect(rect.y).toBeGreaterThanOrEqual(0);
    }
    expect(plane.quarters.every(({ x, y }) => x > 0 && x < width && y < plane.height)).toBe(true);
  });

  it('tells of each cell how many are in it, between what, and what else is known', () => {
    const { marks } = layoutCutPlane(cells, { ...options, width: 640 });
    expect(marks[1]).toMatchObject({ people: 5, pickable: false });
    expect(marks[1]?.tip).toEqual({
      title: '5 customers',
      lines: [
        { name: 'Value', text: '£20 to £900' },
        { name: 'Cost', text: '10% to 50%' },
        { name: 'Mean', text: '£1' },
      ],
    });
  });

  it('has nothing to show without customers', () => {
    expect(layoutCutPlane([], { ...options, width: 640 })).toMatchObject({
      cells: [],
      marks: [],
      xTicks: [],
    });
  });
});

describe('columns with a cut', () => {
  it('stand on the base, as high as their value, each over its stretch', () => {
    const columns = [
      { from: 0, to: 0.5, value: 10, people: 10 },
      { from: 0.5, to: 1, value: 20, people: 20 },
    ];
    const drawn = layoutCutColumns(columns, {
      width: 500,
      formats,
      xUnit: 'share',
      yUnit: 'count',
      xLabel: 'Chance',
      yLabel: 'Customers',
    });
    const [low, high] = drawn.columns;
    expect(high?.rect.height).toBeCloseTo(2 * (low?.rect.height ?? 0), 0);
    expect(low && low.rect.y + low.rect.height).toBe(drawn.baseY);
    expect(drawn.marks[0]?.tip.title).toBe('Chance: 0% to 50%');
  });
});
