import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../src/core/format/formats.ts';
import { describeClaim, describeVerdict, evaluateClaim } from '../../../src/strategy/claims.ts';
import type { Claim } from '../../../src/strategy/records/evidence.ts';

const formats = createFormats('en-GB', 'GBP');
const verdict = (operator: Claim['operator'], limit: number, value: number | null, upTo?: number): string =>
  evaluateClaim({ operator, value: limit, upTo }, value);

describe('evaluateClaim', () => {
  it('compares, with equality on the right side of each operator', () => {
    expect(verdict('at-least', 0.3, 0.3)).toBe('holds');
    expect(verdict('at-least', 0.3, 0.29)).toBe('no-longer-holds');
    expect(verdict('at-most', 0.3, 0.3)).toBe('holds');
    expect(verdict('at-most', 0.3, 0.31)).toBe('no-longer-holds');
    expect(verdict('more-than', 0.3, 0.3)).toBe('no-longer-holds');
    expect(verdict('more-than', 0.3, 0.31)).toBe('holds');
    expect(verdict('less-than', 0.3, 0.3)).toBe('no-longer-holds');
    expect(verdict('between', 10, 10, 20)).toBe('holds');
    expect(verdict('between', 10, 20, 20)).toBe('holds');
    expect(verdict('between', 20, 15, 10)).toBe('holds');
    expect(verdict('between', 10, 20.1, 20)).toBe('no-longer-holds');
  });

  it('takes rounding in the last digits for equality and nothing more', () => {
    expect(verdict('at-least', 0.3, 0.1 + 0.2)).toBe('holds');
    expect(verdict('more-than', 0.3, 0.1 + 0.2)).toBe('no-longer-holds');
    expect(verdict('at-least', 1_000_000, 999_999.9)).toBe('no-longer-holds');
    expect(verdict('at-most', 0, 1e-12)).toBe('no-longer-holds');
  });

  it('can’t tell without a number or without both ends', () => {
    for (const value of [null, NaN, Infinity]) expect(verdict('at-least', 1, value)).toBe('cannot-tell');
    expect(verdict('between', 1, 2)).toBe('cannot-tell');
    expect(verdict('at-least', NaN, 2)).toBe('cannot-tell');
  });

  it('at-least and less-than never agree; nor do at-most and more-than', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, number, (limit, value) => {
        expect(verdict('at-least', limit, value)).not.toBe(verdict('less-than', limit, value));
        expect(verdict('at-most', limit, value)).not.toBe(verdict('more-than', limit, value));
      }),
    );
  });
});

describe('words', () => {
  it('say the claim in the number’s unit', () => {
    expect(describeClaim({ operator: 'at-least', value: 0.25 }, 'share', formats)).toBe('at least 25%');
    expect(describeClaim({ operator: 'between', value: 10, upTo: 20 }, 'days', formats)).toBe(
      'between 10 days and 20 days',
    );
    expect(describeClaim({ operator: 'less-than', value: 1200 }, 'money', formats)).toBe('less than £1,200');
  });

  it('say the verdict with its numbers, also where rounding hides the difference', () => {
    const claim: Claim = { operator: 'at-most', value: 0.25 };
    expect(describeVerdict(claim, 0.2, 'share', formats)).toBe('Holds: 20% now, claimed at most 25%.');
    expect(describeVerdict(claim, 0.31, 'share', formats)).toBe(
      'No longer holds: 31% now, claimed at most 25%.',
    );
    expect(describeVerdict(claim, 0.2501, 'share', formats)).toBe(
      'No longer holds: 25% now, claimed at most 25%; before rounding it is just beyond the claim.',
    );
    expect(describeVerdict(claim, null, 'share', formats)).toBe(
      'We can’t tell: the data give no figure; claimed at most 25%.',
    );
  });
});
