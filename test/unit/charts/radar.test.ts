import { describe, expect, it } from 'vitest';
import { layoutRadar, type RadarAxis } from '../../../src/charts/layout/radar.ts';
import { createFormats } from '../../../src/core/format/formats.ts';

const options = {
  width: 600,
  low: 0,
  high: 5,
  formats: createFormats('en-GB', 'GBP'),
  nowName: 'Now',
  goalName: 'Goal',
};
const axis = (key: string, now: number | null, goal: number | null = 5): RadarAxis => ({
  key,
  label: key,
  now,
  goal,
});

describe('a radar', () => {
  const four = [axis('north', 5), axis('east', 2.5), axis('south', 0, null), axis('west', 1)];
  const { centre, axes, rings, marks, now, goal, width, height } = layoutRadar(four, options);

  it('puts the first axis upwards and the others clockwise, each value on its spoke', () => {
    const [north, east, south, west] = axes.map((one) => one.now);
    const radius = centre.y - (north?.y ?? 0);
    expect(north?.x).toBe(centre.x);
    expect(east).toEqual({ x: centre.x + radius / 2, y: centre.y });
    expect(south).toEqual(centre);
    expect(west).toEqual({ x: centre.x - radius / 5, y: centre.y });
    expect(axes[0]?.spoke).toEqual(north);
  });

  it('has a ring for every step, and a mark with its words for every axis', () => {
    expect(rings.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
    expect(marks).toHaveLength(4);
    expect(marks[1]?.tip.lines.map(({ text }) => text)).toEqual(['2.5', '5']);
    expect(axes.map(({ figure }) => figure.text)).toEqual(['5 of 5', '2.5 of 5', '0', '1 of 5']);
  });

  it('closes an outline that is known all round, and opens it where a point is missing', () => {
    expect(now.endsWith('Z')).toBe(true);
    expect(goal.endsWith('Z')).toBe(false);
    expect(goal.match(/M/g)).toHaveLength(1);
    expect(goal.match(/L/g)).toHaveLength(2);
    expect(layoutRadar([axis('a', 1), axis('b', null), axis('c', null)], options).now).toBe('');
  });

  it.each([320, 390, 600, 1000])('keeps its words inside at %i px', (wide) => {
    const names = [
      'Analysis and planning',
      'Proposition',
      'Activity',
      'People',
      'Information and technology',
      'Process',
    ];
    const drawn = layoutRadar(
      names.map((name) => axis(name, 3)),
      { ...options, width: wide },
    );
    for (const { label, figure } of drawn.axes) {
      const reach = Math.max(...label.lines.map((line) => line.length * 7.5));
      const left =
        label.anchor === 'end' ? label.x - reach : label.anchor === 'middle' ? label.x - reach / 2 : label.x;
      expect(left).toBeGreaterThanOrEqual(-2);
      expect(left + reach).toBeLessThanOrEqual(wide + 2);
      expect(label.y).toBeGreaterThanOrEqual(10);
      expect(figure.y).toBeLessThanOrEqual(drawn.height);
    }
  });

  it('draws nothing of nothing', () => {
    expect(layoutRadar([], options)).toMatchObject({ axes: [], marks: [], now: '', goal: '' });
    expect([width, height].every(Number.isFinite)).toBe(true);
  });
});
