import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from '../../../src/charts/layout/geometry.ts';
import { placeLabel, spread } from '../../../src/charts/layout/labels.ts';
import { fitText, textWidth, wrapText } from '../../../src/charts/layout/text.ts';

const type = { size: 12 };

describe('words in charts', () => {
  it('measures in proportion to the size', () => {
    expect(textWidth('', type)).toBe(0);
    expect(textWidth('Orders', { size: 24 })).toBeCloseTo(2 * textWidth('Orders', type), 6);
    expect(textWidth('1111', type)).toBeCloseTo(textWidth('8888', type), 6);
  });

  it('wraps at words, keeps the per cent sign with its number and cuts what is too long', () => {
    expect(wrapText('per customer and year, 6 % above', 110, type)).toEqual([
      'per customer and',
      'year, 6\u00a0% above',
    ]);
    expect(wrapText('per customer and year', 60, type, 1)).toEqual(['per cust…']);
    expect(wrapText('', 60, type)).toEqual([]);
    expect(fitText('Customers', 5, type)).toBe('');
  });

  it('never gives a line wider than asked, nor more lines than asked', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const lines = wrapText(text, width, type, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(textWidth(line, type)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe('labels that must not overlap', () => {
  it('stay where they want to be when there is room', () => {
    expect(
      spread(
        [
          { y: 20, height: 10 },
          { y: 80, height: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([20, 80]);
  });

  it('move apart, in their order, within the frame', () => {
    expect(
      spread(
        [
          { y: 98, height: 10 },
          { y: 96, height: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([95, 85]);
    fc.assert(
      fc.property(fc.array(fc.float({ min: 0, max: 300, noNaN: true }), { maxLength: 10 }), (ys) => {
        const centres = [
          ...spread(
            ys.map((y) => ({ y, height: 30 })),
            0,
            300,
          ),
        ].sort((a, b) => a - b);
        for (const [at, centre] of centres.entries()) {
          expect(centre).toBeGreaterThanOrEqual(14.99);
          expect(centre).toBeLessThanOrEqual(285.01);
          if (at > 0) expect(centre - (centres[at - 1] ?? 0)).toBeGreaterThanOrEqual(29.99);
        }
      }),
    );
  });

  it('take the first free place, else the least crowded, never one over other words', () => {
    const frame = { x: 0, y: 0, width: 100, height: 100 };
    const a = { x: 0, y: 0, width: 20, height: 10 };
    const b = { x: 50, y: 50, width: 20, height: 10 };
    const outside = { x: 90, y: 0, width: 20, height: 10 };
    expect(placeLabel([outside, a, b], [], [], frame)).toBe(a);
    expect(placeLabel([a, b], [a], [], frame)).toBe(b);
    expect(placeLabel([a, b], [a, a, b], [], frame)).toBe(b);
    expect(placeLabel([a], [], [a], frame)).toBeUndefined();
    expect(overlap(a, b)).toBe(false);
  });
});
