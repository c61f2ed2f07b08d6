import { describe, expect, it } from 'vitest';
import {
  liftWords,
  sizeFinding,
  tellingFinding,
  tellingNote,
  tellingValues,
  valueMark,
} from '../../../src/analyses/segment-profile/findings.ts';
import type { SegmentProfile, Verdict } from '../../../src/analyses/segment-profile/result.ts';
import { createFormats } from '../../../src/core/format/formats.ts';

const formats = createFormats('en-GB', 'GBP');

const group = {
  customers: 50,
  share: 0.25,
  buyers: 40,
  orders: 80,
  revenue: 4_000,
  revenueShare: 0.4,
  margin: null,
};

const one = (value: string | boolean, residual: number, verdict: Verdict) => ({
  value,
  focusShare: 0.6,
  comparisonShare: 0.2,
  lift: 3,
  residual,
  qValue: 0.01,
  verdict,
});

const profile: SegmentProfile = {
  focus: group,
  comparison: { ...group, customers: 150 },
  overlap: 0,
  measures: [],
  numbers: [],
  attributes: [
    {
      field: 'country',
      label: 'country',
      strength: 1,
      qValue: 0,
      hiddenValues: 0,
      values: [one('Germany', 14, 'higher')],
    },
    {
      field: 'attr_plan',
      label: 'plan',
      strength: 0.3,
      qValue: 0.01,
      hiddenValues: 0,
      values: [one('gold', 4, 'higher'), one('tin', -5, 'lower'), one('iron', 1, 'no-clear-difference')],
    },
    {
      field: 'consent',
      label: 'consent',
      strength: 0.1,
      qValue: 0.9,
      hiddenValues: 0,
      values: [one(true, 0.1, 'no-clear-difference')],
    },
  ],
};

describe('what a profile’s pictures say', () => {
  it('names size and share of revenue', () => {
    expect(sizeFinding(profile, 'Germany', formats)).toBe('Germany: 50 customers (25%) bring 40% of revenue');
    expect(sizeFinding({ ...profile, comparison: null }, 'Everyone', formats)).toBe(
      'Everyone: 50 customers brought £4k',
    );
  });

  it('ranks values that are more than chance and leaves out what defines the segment', () => {
    const values = tellingValues(profile, 10);
    expect(values.map(({ label }) => label)).toEqual(['Plan: tin', 'Plan: gold']);
    expect(tellingValues(profile, 1)).toHaveLength(1);
    expect(tellingFinding(values, profile, formats)).toBe('“Plan: tin” holds for 60% here against 20%');
    expect(tellingNote(profile, 2)).toMatch(/^Pick a bar.*Left out.*country\.$/);
    expect(tellingFinding([], profile, formats)).toBe(
      'Beyond country, no attribute tells the two groups apart by more than chance',
    );
  });

  it('makes a segment of a value, in its type', () => {
    expect(valueMark({ field: 'consent', value: true, label: 'Consent: yes' })).toEqual({
      label: 'Consent: yes',
      predicate: { kind: 'compare', field: 'consent', operator: 'is', value: true },
    });
  });

  it('says how many times as frequent, unless it hardly occurs', () => {
    expect(liftWords(3.14, formats)).toBe('× 3.14');
    expect(liftWords(0.001, formats)).toBe('');
    expect(liftWords(null, formats)).toBe('');
  });
});
