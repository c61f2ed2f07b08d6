import { describe, expect, it } from 'vitest';
import { layoutFlows, type Flow } from '../../../src/charts/layout/flows.ts';
import { createFormats } from '../../../src/core/format/formats.ts';

const options = (width: number) => ({
  width,
  unit: 'count' as const,
  formats: createFormats('en-GB', 'EUR'),
  leftTitle: 'Then',
  rightTitle: 'Now',
});
const groups = ['Champions', 'At Risk', 'Lapsed', 'Nobody'].map((label) => ({ key: label, label }));
const flows: readonly Flow[] = [
  { from: 'Champions', to: 'Champions', value: 60, tone: 'same' },
  { from: 'Champions', to: 'Lapsed', value: 20, tone: 'worse' },
  { from: 'Lapsed', to: 'Champions', value: 15, tone: 'better' },
  { from: 'At Risk', to: 'Lapsed', value: 5, tone: 'same' },
  { from: 'At Risk', to: 'Champions', value: 0, tone: 'better' },
];

describe('flows', () => {
  const geometry = layoutFlows(groups, groups, flows, options(800));
  const node = (key: string) => geometry.nodes.find((one) => one.key === key);

  it('are as high as they are much, on both sides alike; groups without any are left out', () => {
    const heightOf = (side: string): number =>
      geometry.nodes
        .filter(({ key }) => key.startsWith(side))
        .reduce((sum, { rect }) => sum + rect.height, 0);
    expect(heightOf('left')).toBeCloseTo(heightOf('right'), 0);
    expect((node('left-Champions')?.rect.height ?? 0) / (node('left-Lapsed')?.rect.height ?? 1)).toBeCloseTo(
      80 / 15,
      1,
    );
    expect(node('left-Nobody')).toBeUndefined();
    expect(geometry.flows.map(({ key }) => key)).not.toContain('At Risk→Champions');
  });

  it('keep their labels apart and inside, at any width', () => {
    for (const width of [320, 480, 1200]) {
      const { nodes, height } = layoutFlows(groups, groups, flows, options(width));
      for (const side of ['left', 'right']) {
        const ys = nodes.filter(({ key }) => key.startsWith(side)).map(({ label }) => label.y);
        ys.slice(1).forEach((y, at) => expect(y - (ys[at] ?? 0)).toBeGreaterThanOrEqual(15.9));
      }
      for (const { rect, label } of nodes) {
        expect(rect.x).toBeGreaterThanOrEqual(0);
        expect(rect.x + rect.width).toBeLessThanOrEqual(width);
        expect(label.y).toBeLessThanOrEqual(height);
      }
    }
  });

  it('tell where most went and came from; only groups on the right can be picked', () => {
    const mark = geometry.marks.find(({ key }) => key === 'left-Champions');
    expect(mark?.tip.lines).toEqual([
      { name: 'to Champions', text: '60' },
      { name: 'to Lapsed', text: '20' },
    ]);
    expect(mark?.pickable).toBe(false);
    expect(geometry.marks.find(({ key }) => key === 'right-Lapsed')?.pickable).toBe(true);
    expect(layoutFlows([], [], [], options(400)).marks).toEqual([]);
  });
});
