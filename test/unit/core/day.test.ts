import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromMilliseconds, daysBetween, isDay, type Day } from '../../../src/core/day.ts';

describe('days', () => {
  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-02-30', false],
    ['0001-01-01', true],
    ['1969-12-31', true],
    ['9999-12-31', true],
    ['2025-1-1', false],
    ['', false],
    ['2025-01-01T00:00', false],
  ])('%j is a day: %s', (text, expected) => expect(isDay(text)).toBe(expected));

  it('come from moments of four-digit years and from nothing else', () => {
    expect(dayFromMilliseconds(-1)).toBe('1969-12-31');
    expect(dayFromMilliseconds(253_402_300_799_999)).toBe('9999-12-31');
    for (const moment of [NaN, Infinity, -Infinity, 253_402_300_800_000, 1e20, -1e20])
      expect(dayFromMilliseconds(moment)).toBeUndefined();
  });

  it('count alike in both directions', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50_000, max: 80_000 }),
        fc.integer({ min: -3_000, max: 3_000 }),
        (at, count) => {
          const day = dayFromMilliseconds(at * 86_400_000) as Day;
          expect(daysBetween(day, addDays(day, count))).toBe(count);
          expect(addDays(addDays(day, count), -count)).toBe(day);
        },
      ),
    );
  });
});
