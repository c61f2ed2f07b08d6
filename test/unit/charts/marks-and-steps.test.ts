import { describe, expect, it } from 'vitest';
import { nextMark, sentence, type Mark } from '../../../src/charts/layout/marks.ts';
import { divergingSteps, sequentialSteps } from '../../../src/charts/layout/steps.ts';

const mark = (x: number, y: number): Mark => ({
  key: `${x},${y}`,
  hit: { x, y, width: 1, height: 1 },
  anchor: { x, y },
  at: { x, y },
  tip: { title: 'Champions', lines: [] },
});

describe('arrow keys', () => {
  const list = [mark(0, 0), mark(0, 1), mark(0, 2)];
  const grid = [mark(0, 0), mark(1, 0), mark(2, 0), mark(0, 1), mark(1, 1), mark(0, 2)];

  it('walk a list along and across its direction, and stop at its ends', () => {
    expect(nextMark(list, 0, 'ArrowDown')).toBe(1);
    expect(nextMark(list, 1, 'ArrowRight')).toBe(2);
    expect(nextMark(list, 1, 'ArrowLeft')).toBe(0);
    expect(nextMark(list, 2, 'ArrowDown')).toBe(2);
    expect(nextMark(list, 0, 'ArrowUp')).toBe(0);
  });

  it('stay in the row or column of a grid, and at its edge', () => {
    expect(nextMark(grid, 0, 'ArrowRight')).toBe(1);
    expect(nextMark(grid, 1, 'ArrowDown')).toBe(4);
    expect(nextMark(grid, 4, 'ArrowLeft')).toBe(3);
    expect(nextMark(grid, 5, 'ArrowDown')).toBe(5);
  });

  it('jump with Home and End and leave other keys alone', () => {
    expect(nextMark(grid, 3, 'Home')).toBe(0);
    expect(nextMark(grid, 3, 'End')).toBe(5);
    expect(nextMark(grid, 3, 'Tab')).toBeUndefined();
    expect(nextMark([], 0, 'ArrowDown')).toBeUndefined();
  });
});

it('a mark is read out as one sentence', () => {
  expect(
    sentence({
      title: 'Champions',
      lines: [
        { name: '2024', text: '£412' },
        { name: '', text: 'n = 38' },
      ],
    }),
  ).toBe('Champions, 2024 £412, n = 38');
});

describe('colour steps', () => {
  it('cut the range into seven equal parts', () => {
    const step = sequentialSteps([0, 70, null]);
    expect([0, 9.9, 10, 35, 69, 70, 80, null, Number.NaN].map(step)).toEqual([
      1,
      1,
      2,
      4,
      7,
      7,
      7,
      null,
      null,
    ]);
    expect(sequentialSteps([5, 5])(5)).toBe(4);
  });

  it('are even on both sides of the middle', () => {
    const step = divergingSteps([0.5, 2.4], 1);
    expect([1, -0.4, 2.4, 0.5, 1.5].map(step)).toEqual([4, 1, 7, 3, 5]);
    expect(divergingSteps([1], 1)(1)).toBe(4);
  });
});
