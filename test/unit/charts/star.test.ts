import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutStar, scoreAt, type DrawnRay, type StarOutline } from '../../../src/charts/layout/star.ts';
import { textWidth } from '../../../src/charts/layout/text.ts';
import { createFormats } from '../../../src/core/format/formats.ts';
import { gapFinding, starFinding } from '../../../src/screens/offers/star-words.ts';
import { overlapFinding } from '../../../src/screens/offers/overlap-words.ts';
import { valueStar } from '../../../src/strategy/worksheets/kinds/value-star.ts';
import { readValues } from '../../../src/strategy/worksheets/read-values.ts';
import { blankRow } from '../../../src/strategy/worksheets/rows.ts';

const formats = createFormats('en-GB', 'GBP');
const rays = ['North', 'East', 'South', 'West'].map((label) => ({ key: label, label }));
const us: StarOutline = { key: 'us', label: 'Us', tone: 'focus', scores: [10, 5, null, 10] };
const star = (outlines: readonly StarOutline[], width = 600) =>
  layoutStar(rays, outlines, { width, formats, low: 1, high: 10 });

describe('a star', () => {
  it('points its first ray up and goes on clockwise; 10 is at the end of a ray', () => {
    const { centre, rays: drawn, outlines } = star([us]);
    expect(drawn[0]?.to).toEqual({ x: centre.x, y: centre.y - 190 });
    expect(drawn[1]?.to).toEqual({ x: centre.x + 190, y: centre.y });
    expect(outlines[0]?.dots[0]).toEqual(drawn[0]?.to);
    // Nothing is at 16 % of 190 = 30.4 px, so 5 of 10 is at 30.4 + 159.6 ÷ 2 = 110.2 px.
    expect(outlines[0]?.dots[1]).toEqual({ x: centre.x + 110.2, y: centre.y });
  });

  it('leaves an outline open where a ray is not scored', () => {
    const { outlines } = star([us, { ...us, key: 'all', scores: [1, 2, 3, 4] }]);
    expect(outlines[0]).toMatchObject({ isClosed: false, dots: [{}, {}, null, {}] });
    expect(outlines[0]?.path.match(/M/g)).toHaveLength(2);
    expect(outlines[1]?.isClosed).toBe(true);
  });

  it('tells every score of a ray, missing ones as missing', () => {
    expect(star([us]).marks[2]?.tip).toMatchObject({ title: 'South', lines: [{ name: 'Us', text: '–' }] });
  });

  it('keeps everything inside of its width on a phone', () => {
    const { rays: drawn, width } = layoutStar(
      [...rays.slice(0, 3), { key: 'c', label: 'Communication' }],
      [],
      {
        width: 320,
        formats,
        low: 1,
        high: 10,
      },
    );
    for (const { label } of drawn) {
      const wide = textWidth(label.text, { size: 13 });
      const from = label.x - { start: 0, middle: wide / 2, end: wide }[label.anchor];
      expect(from).toBeGreaterThanOrEqual(-0.1);
      expect(from + wide).toBeLessThanOrEqual(width + 0.1);
    }
  });

  it('finds the score where a point was let go, whatever lies beside the ray', () => {
    const { rays: drawn, outlines } = star([{ ...us, scores: [7, 7, 7, 7] }]);
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: -40, max: 40 }),
        (at, score, aside) => {
          const ray = drawn[at] as DrawnRay;
          const part = score / 10;
          const [dx, dy] = [ray.to.x - ray.from.x, ray.to.y - ray.from.y];
          const length = Math.hypot(dx, dy);
          const point = {
            x: ray.from.x + dx * part - (dy / length) * aside,
            y: ray.from.y + dy * part + (dx / length) * aside,
          };
          expect(scoreAt(ray, point, 1, 10)).toBe(score);
        },
      ),
    );
    expect(scoreAt(drawn[0] as DrawnRay, outlines[0]?.dots[0] ?? { x: 0, y: 0 }, 1, 10)).toBe(7);
    expect(scoreAt(drawn[0] as DrawnRay, { x: 300, y: 1000 }, 1, 10)).toBe(1);
  });
});

describe('what a star says', () => {
  const row = (id: string, given: Record<string, unknown>) => ({
    ...blankRow(valueStar, id),
    values: readValues(valueStar.fields, given),
  });

  it('counts where we are ahead and behind, of what is scored for both', () => {
    const rows = new Map([
      ['product', row('a', { us: 8, competitor: 6 })],
      ['price', row('b', { us: 5, competitor: 8 })],
      ['people', row('c', { us: 5 })],
    ] as const);
    expect(starFinding('Loyal', rows)).toBe(
      'We are ahead of the best other on 1 (product) of 2 axes, behind on 1',
    );
    expect(starFinding('Loyal', new Map())).toBe('The value star of Loyal');
  });

  it('names the gap that gains most for its cost', () => {
    const wide = { label: 'Logistics', gap: 36, gain: 1.125 };
    expect(gapFinding([wide, { label: 'Process', gap: 5, gain: 2.5 }])).toBe(
      'Logistics is the widest gap; a step on process gains most for its cost',
    );
    expect(gapFinding([wide])).toContain('a step there gains most');
    expect(gapFinding([{ ...wide, gain: null }])).toContain('say what a step costs');
    expect(gapFinding([{ ...wide, gap: 0 }])).toBe('No gap on the axes that are scored');
  });

  it('counts pairs of offers that collide', () => {
    expect(overlapFinding(0, [])).toBe('No two offers collide');
    expect(overlapFinding(1, [])).toBe('One pair of offers collides');
    expect(overlapFinding(2, [12, 1240])).toBe('2 pairs of offers collide, the largest on 1,240 customers');
  });
});
