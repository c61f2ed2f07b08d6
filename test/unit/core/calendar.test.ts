import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPeriods, endOfPeriod, startOfPeriod } from '../../../src/core/calendar.ts';
import { addDays, dayFromMilliseconds } from '../../../src/core/day.ts';
import type { Day } from '../../../src/core/day.ts';

const days = fc
  .integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((milliseconds) => dayFromMilliseconds(milliseconds) as Day);
const periods = fc.constantFrom('month' as const, 'quarter' as const);

describe('calendar periods', () => {
  it('knows leap days and year ends', () => {
    expect(startOfPeriod('2024-02-29', 'month')).toBe('2024-02-01');
    expect(endOfPeriod('2024-02-01', 'month')).toBe('2024-02-29');
    expect(startOfPeriod('2024-12-31', 'quarter')).toBe('2024-10-01');
    expect(endOfPeriod('2024-12-31', 'quarter')).toBe('2024-12-31');
    expect(addPeriods('2024-11-15', 2, 'month')).toBe('2025-01-01');
    expect(addPeriods('2024-01-15', -1, 'quarter')).toBe('2023-10-01');
  });

  it('puts every day inside its own period, and the next day after its end into the next', () => {
    fc.assert(
      fc.property(days, periods, (day, period) => {
        const start = startOfPeriod(day, period);
        const end = endOfPeriod(day, period);
        expect(start <= day && day <= end).toBe(true);
        expect(startOfPeriod(addDays(end, 1), period)).toBe(addPeriods(day, 1, period));
        expect(addPeriods(addPeriods(day, 7, period), -7, period)).toBe(start);
      }),
    );
  });
});
