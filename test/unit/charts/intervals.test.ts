import { describe, expect, it } from 'vitest';
import { layoutIntervals } from '../../../src/charts/layout/intervals.ts';
import type { IntervalRow } from '../../../src/charts/layout/intervals.ts';
import { createFormats } from '../../../src/core/format/formats.ts';

const formats = createFormats('en-GB', 'GBP');
const options = {
  width: 700,
  formats,
  unit: 'ratio',
  scale: 'log',
  threshold: 1,
  below: 'less',
  above: 'more',
} as const;
const row = (key: string, value: number, low: number, high: number): IntervalRow => ({
  key,
  label: key,
  value,
  low,
  high,
});

describe('intervals', () => {
  it('a ratio and its inverse lie as far from 1 on either side of a log axis', () => {
    const { rows, thresholds } = layoutIntervals([row('a', 2, 1, 4), row('b', 0.5, 0.25, 1)], options, false);
    const [line = NaN] = thresholds;
    expect((rows[0]?.x ?? NaN) - line).toBeCloseTo(line - (rows[1]?.x ?? NaN), 0);
    expect(rows[0]?.whisker?.x1).toBeCloseTo(line, 0);
  });

  it('cuts wild intervals at the edge and says so', () => {
    const { rows, right } = layoutIntervals([row('a', 4, 0.7, 4_000)], options, false);
    expect(rows[0]?.whisker).toMatchObject({ x2: right, cutLow: false, cutHigh: true });
  });

  it('keeps figures inside from 320 px up, and apart from the threshold', () => {
    for (const width of [320, 480, 700, 1100]) {
      const { rows, thresholds, height } = layoutIntervals(
        [row('A driver with quite a long name', 0.8, 0.7, 0.95), row('b', 3, 1.2, 9)],
        { ...options, width },
        false,
      );
      for (const { text } of rows) {
        expect(text.x).toBeLessThan(width);
        expect(
          thresholds.some((line) => text.anchor === 'start' && line > text.x && line < text.x + 20),
        ).toBe(false);
      }
      expect(height).toBeGreaterThan(80);
    }
  });

  it('shades what is claimed: beyond the threshold, or between two', () => {
    const linear = { ...options, unit: 'share', scale: 'linear', threshold: 0.2 } as const;
    const one = row('', 0.05, 0.04, 0.06);
    const above = layoutIntervals([one], linear, true);
    expect(above.claimed?.x).toBeCloseTo(above.thresholds[0] ?? NaN, 1);
    expect((above.claimed?.x ?? NaN) + (above.claimed?.width ?? NaN)).toBeCloseTo(above.right, 0);
    const between = layoutIntervals([one], { ...linear, upTo: 1.25 }, true);
    expect((between.claimed?.x ?? NaN) + (between.claimed?.width ?? NaN)).toBeCloseTo(
      between.thresholds[1] ?? NaN,
      0,
    );
    expect(layoutIntervals([one], linear, false).claimed).toBeNull();
  });

  it('draws an effect without an interval as a point, and nothing for an unknown one', () => {
    const { rows, marks } = layoutIntervals(
      [
        { key: 'a', label: 'A', value: 3, low: null, high: null },
        { key: 'b', label: 'B', value: null, low: null, high: null },
      ],
      options,
      false,
    );
    expect(rows.map(({ x, whisker }) => [x === null, whisker])).toEqual([
      [false, null],
      [true, null],
    ]);
    expect(marks).toHaveLength(2);
  });
});
