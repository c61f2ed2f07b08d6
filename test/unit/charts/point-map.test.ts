import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from '../../../src/charts/layout/geometry.ts';
import { layoutPointMap } from '../../../src/charts/layout/point-map.ts';
import { textWidth } from '../../../src/charts/layout/text.ts';
import { mapFinding } from '../../../src/screens/opportunities/map-words.ts';

const x = { label: 'Price', low: 1, high: 10 };
const y = { label: 'Product', low: 1, high: 10 };
const points = [
  { key: 'a', label: 'Northwind', x: 1, y: 1 },
  { key: 'us', label: 'Us', x: 10, y: 10, isUs: true },
];

describe('a map of points', () => {
  it('spans its frame from the lowest to the highest score, us first', () => {
    const { points: drawn, frame, marks, middle } = layoutPointMap(points, { width: 600, x, y });
    expect(drawn.map(({ key, cx, cy }) => ({ key, cx, cy }))).toEqual([
      { key: 'us', cx: frame.x + frame.width - 16, cy: frame.y + 16 },
      { key: 'a', cx: frame.x + 16, cy: frame.y + frame.height - 16 },
    ]);
    expect(middle).toEqual({ x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 });
    expect(marks[0]?.tip.lines[0]).toMatchObject({ name: 'Price', text: '10 of 10', tone: 'focus' });
  });

  it('sets points of one place side by side', () => {
    const same = ['a', 'b'].map((key) => ({ key, label: key, x: 5, y: 5 }));
    const [first, second] = layoutPointMap(same, { width: 600, x, y }).points;
    expect((second?.cx ?? 0) - (first?.cx ?? 0)).toBe(15);
    expect(second?.cy).toBe(first?.cy);
  });

  it('never sets a label on another or outside of the frame', () => {
    const point = fc.record({
      label: fc.string({ minLength: 1, maxLength: 30 }),
      x: fc.integer({ min: 1, max: 10 }),
      y: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 14 }), fc.integer({ min: 320, max: 1200 }), (some, width) => {
        const keyed = some.map((one, at) => ({ ...one, key: String(at) }));
        const { points: drawn, frame } = layoutPointMap(keyed, { width, x, y });
        const boxes = drawn.flatMap(({ label }) =>
          label
            ? [{ x: label.x, y: label.y - 12.8, width: textWidth(label.text, { size: 13 }), height: 17 }]
            : [],
        );
        for (const [at, box] of boxes.entries()) {
          expect(box.x).toBeGreaterThanOrEqual(frame.x - 0.1);
          expect(box.x + box.width).toBeLessThanOrEqual(frame.x + frame.width + 0.1);
          for (const other of boxes.slice(at + 1))
            expect(
              overlap(
                { ...box, x: box.x + 0.1, width: box.width - 0.2, y: box.y + 0.1, height: 16.8 },
                other,
              ),
            ).toBe(false);
        }
      }),
    );
  });
});

describe('what a map says', () => {
  it('names who is ahead on both, else who stands nearest', () => {
    const us = { key: 'us', label: 'Us', x: 5, y: 5, isUs: true };
    const near = { key: 'n', label: 'Near', x: 6, y: 4 };
    const ahead = { key: 'b', label: 'Better', x: 5, y: 9 };
    expect(mapFinding([us, near, ahead], 'Price', 'Product', true)).toBe(
      'Better is ahead of us on price and product',
    );
    expect(mapFinding([us, near], 'Price', 'Product', true)).toBe(
      'Nobody is ahead of us on both price and product; Near stands nearest',
    );
    expect(mapFinding([us, ahead], 'Price level', 'Product', false)).toBe(
      'On price level and product, Better stands nearest to us',
    );
    expect(mapFinding([], 'Price', 'Product', true)).toBe('Nobody is scored on price and product yet');
  });
});
