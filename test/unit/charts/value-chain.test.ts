import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth, type Face } from '../../../src/charts/layout/text.ts';
import type { ValueChain, Words } from '../../../src/charts/layout/value-chain-model.ts';
import { layoutValueChain } from '../../../src/charts/layout/value-chain.ts';
import { chain, emptyChain } from '../../../src/screens/gallery/sample-charts.ts';

const faces: Record<Words['role'], Face> = { name: 'serif', figure: 'strong', label: 'sans' };
const right = ({ x, text, size, role }: Words, anchor: 'start' | 'middle'): number =>
  x + textWidth(text, { size, face: faces[role] }) / (anchor === 'middle' ? 2 : 1);

describe('the value chain', () => {
  it('stands across the page where there is room and upright where there is not', () => {
    expect(layoutValueChain(chain, 1200).isVertical).toBe(false);
    expect(layoutValueChain(chain, 390).isVertical).toBe(true);
  });

  it('groups five stages under three phases in order', () => {
    const { phases, stages } = layoutValueChain(chain, 1200);
    expect(phases.map(({ phase }) => phase)).toEqual(['analysis', 'resources', 'implementation']);
    expect(phases.map(({ x1 }) => x1)).toEqual([...phases.map(({ x1 }) => x1)].sort((a, b) => a - b));
    expect(stages).toHaveLength(5);
    expect(stages[0]?.path).toMatch(/^M0,34L/);
  });

  it('sets the figures of all stages on one line', () => {
    const { stages } = layoutValueChain(chain, 1200);
    const baselines = stages.flatMap(({ words }) => words.find(({ role }) => role === 'figure')?.y ?? []);
    expect(new Set(baselines).size).toBe(1);
  });

  it.each([chain, emptyChain] as ValueChain[])('keeps every word inside at any width', (picture) => {
    fc.assert(
      fc.property(fc.integer({ min: 320, max: 1400 }), (width) => {
        const geometry = layoutValueChain(picture, width);
        for (const { words } of geometry.stages) {
          for (const each of words) expect(right(each, 'start')).toBeLessThanOrEqual(width);
          expect(words.map(({ text }) => text).join(' ')).not.toContain('…');
        }
        for (const each of geometry.arrowhead.words) {
          expect(right(each, geometry.arrowhead.anchor)).toBeLessThanOrEqual(width);
          expect(each.y).toBeLessThan(geometry.height);
        }
        for (const { words } of geometry.enablers) {
          for (const each of words) expect(right(each, 'middle')).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 60 },
    );
  });
});
