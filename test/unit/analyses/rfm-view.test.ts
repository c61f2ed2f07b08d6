import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveCut, paramsWithCut, scoreRange } from '../../../src/analyses/rfm/cuts.ts';
import { championsFinding, leftOutWords, missedFinding } from '../../../src/analyses/rfm/findings.ts';
import type { Rfm } from '../../../src/analyses/rfm/result.ts';
import { createFormats } from '../../../src/core/format/formats.ts';

const formats = createFormats('en-GB', 'GBP');

const segment = (name: string, customers: number, revenue: number): Rfm['segments'][number] => ({
  name,
  customers,
  share: customers / 100,
  revenue,
  revenueShare: revenue / 1_000,
  medianRecencyDays: 1,
  medianFrequency: 1,
  medianMonetary: 1,
  highSpenders: 0,
});

const value = (segments: Rfm['segments']): Rfm => ({
  customers: 110,
  scored: 100,
  withoutOrder: 10,
  neverBought: 4,
  scoredBase: 100,
  windowDays: 365,
  usualGapDays: null,
  revenue: 1_000,
  highSpenders: 0,
  cuts: { recency: [10, 20, 30, 40], frequency: [2, 3, 4, 6], monetary: [1, 2, 3, 4] },
  spread: { recency: [], frequency: [], monetary: [] },
  naturalCuts: { recency: [], frequency: [], monetary: [] },
  scores: [],
  cells: [],
  segments,
  otherMap: null,
});

describe('cut points', () => {
  it('keep rising, whichever is moved wherever', () => {
    const cuts = fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 })
      .map((drawn) => drawn.toSorted((left, right) => left - right));
    fc.assert(
      fc.property(cuts, fc.nat(3), fc.integer({ min: 0, max: 100 }), (before, at, to) => {
        const after = moveCut(before, at, to);
        expect(after[at]).toBe(to);
        expect(after).toEqual(after.toSorted((left, right) => left - right));
      }),
    );
  });

  it('become the user’s own, all twelve, when one is moved', () => {
    expect(paramsWithCut(value([]), 'recency', 1, 35)).toEqual({
      scoring: 'cuts',
      recencyCuts: [10, 35, 35, 40],
      frequencyCuts: [2, 3, 4, 6],
      monetaryCuts: [1, 2, 3, 4],
    });
  });

  it('say which whole numbers a score means', () => {
    const cuts = [2, 3, 3, 6];
    expect([1, 2, 3, 4, 5].map((place) => scoreRange(cuts, place, 1))).toEqual(['1', '2', '', '3–5', '6+']);
    expect(scoreRange([115, 181, 297.4, 482], 3, 0)).toBe('181–297');
    expect(scoreRange([115, 181, 297.4, 482], 4, 0)).toBe('298–481');
    expect(scoreRange([], 1, 0)).toBe('');
  });
});

describe('findings', () => {
  it('say what champions bring and whom you would miss', () => {
    const found = value([
      segment('Champions', 12, 600),
      segment('At Risk', 5, 100),
      segment("Can't Lose Them", 1, 50),
    ]);
    expect(championsFinding(found, formats)).toBe('12 champions (12% of customers) bring 60% of revenue');
    expect(missedFinding(found, formats)).toBe(
      '6 customers you would miss have gone quiet; they brought £150',
    );
    expect(leftOutWords(found, formats)).toBe(
      'Not scored: 10 customers without a purchase in the window, 4 of whom never bought.',
    );
  });

  it('say so when there is nobody', () => {
    const nobody = value([segment('Champions', 0, 0), segment('At Risk', 0, 0)]);
    expect(championsFinding(nobody, formats)).toMatch(/^No customer/);
    expect(missedFinding(nobody, formats)).toMatch(/^Nobody/);
    expect(leftOutWords({ ...nobody, withoutOrder: 0 }, formats)).toBe('');
    expect(championsFinding(value([segment('Champions', 1, 10)]), formats)).toBe(
      '1 champion (1% of customers) brings 1% of revenue',
    );
  });
});
