import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competitors, leadsAndLags, meanOfAxes } from '../../../src/strategy/worksheets/kinds/competitors.ts';
import {
  marketShare,
  marketSizing,
  marketValue,
} from '../../../src/strategy/worksheets/kinds/market-sizing.ts';
import { needs } from '../../../src/strategy/worksheets/kinds/needs.ts';
import { opportunities, opportunityScore } from '../../../src/strategy/worksheets/kinds/opportunities.ts';
import {
  opportunityOfCompetitor,
  opportunityOfNeed,
  widestLead,
} from '../../../src/strategy/worksheets/opportunity-drafts.ts';
import type { Fields, ValuesOf } from '../../../src/strategy/worksheets/field.ts';
import { readValues } from '../../../src/strategy/worksheets/read-values.ts';
import { blankRow } from '../../../src/strategy/worksheets/rows.ts';
import type { RowOf, Worksheet } from '../../../src/strategy/worksheets/worksheet.ts';

const row = <F extends Fields>(
  worksheet: Worksheet<F>,
  id: string,
  values: Partial<ValuesOf<F>>,
): RowOf<F> => ({ ...blankRow(worksheet, id), values: readValues(worksheet.fields, values) });

describe('opportunities', () => {
  it('score impact × confidence × ease (4 × 3 × 5 = 60), once all three are said', () => {
    expect(opportunityScore(4, 3, 5)).toBe(60);
    expect(opportunityScore(4, null, 5)).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (one, other) => {
        expect(opportunityScore(one, other, 5)).toBe(opportunityScore(other, one, 5));
        expect(opportunityScore(one, other, 5)).toBeLessThanOrEqual(125);
      }),
    );
  });

  it('say which comes first over all levels', () => {
    const scored = [
      row(opportunities, 'a', { title: 'Wholesale', level: 'market', impact: 5, confidence: 1, ease: 2 }),
      row(opportunities, 'b', { title: 'Call Ada', level: 'customer', impact: 2, confidence: 4, ease: 5 }),
      row(opportunities, 'c', { title: 'Later' }),
    ];
    expect(opportunities.finding(scored)).toBe(
      '“Call Ada” comes first of 3 with 40 of 125 points; 1 is not scored yet.',
    );
    expect(opportunities.finding(scored.slice(2))).toBe('No opportunity is scored yet.');
  });
});

describe('the size of a market', () => {
  it('is buyers × purchases × price (2,000 × 4 × 25 = 200,000)', () => {
    expect(marketValue(2000, 4, 25)).toBe(200_000);
    expect(marketValue(2000, null, 25)).toBeNull();
  });

  it('is shared by our revenue; a market worth nothing has no share', () => {
    expect(marketShare(200_000, 5_000)).toBe(0.025);
    expect(marketShare(0, 5_000)).toBeNull();
    expect(marketShare(200_000, null)).toBeNull();
  });

  it('adds up over markets whose share is known: 15,000 of 300,000', () => {
    const sized = [
      row(marketSizing, 'a', { buyers: 2000, purchases: 4, price: 25, revenue: 5_000 }),
      row(marketSizing, 'b', { buyers: 100, purchases: 10, price: 100, revenue: 10_000 }),
      row(marketSizing, 'c', { buyers: 1, purchases: 1, price: 1 }),
    ];
    expect(marketSizing.finding(sized)).toBe('We hold 5% of the 2 markets that are sized.');
    expect(marketSizing.derived?.map((figure) => figure.of(sized[0]?.values as never))).toEqual([
      200_000, 0.025, 195_000,
    ]);
  });
});

const axes = { product: 6, process: 5, price: 8, service: 4, location: 7 } as const;
const us = row(competitors, 'us', { name: 'Us', isUs: true, ...axes });
const them = row(competitors, 'them', { name: 'Northwind', product: 7, price: 8, service: 9, location: 3 });

describe('competitors', () => {
  it('are averaged over what is scored: (7 + 8 + 9 + 3) ÷ 4', () => {
    expect(meanOfAxes(them.values)).toBe(6.75);
    expect(meanOfAxes(row(competitors, 'x', {}).values)).toBeNull();
  });

  it('lead and lag only where both are scored', () => {
    expect(leadsAndLags(us.values, [them.values])).toEqual({
      leads: ['location'],
      lags: ['product', 'service'],
    });
    expect(competitors.finding([us, them])).toBe(
      'We are ahead of everyone on 1 of 8 axes and behind somebody on 2.',
    );
    expect(competitors.finding([them])).toContain('which of them is us');
    expect(competitors.finding([us])).toContain('Add a competitor');
  });
});

describe('what becomes an opportunity', () => {
  it('a need brings its scores and numbers along', () => {
    const need = {
      ...row(needs, 'n', { need: 'Be fast', importance: 9, satisfaction: 3 }),
      evidenceIds: ['e'],
    };
    expect(opportunityOfNeed(need)).toMatchObject({
      values: { title: 'Be fast', level: 'market', problem: 'Importance 9 of 10, satisfaction 3 of 10.' },
      evidenceIds: ['e'],
    });
  });

  it('a competitor brings the axis on which they are furthest ahead', () => {
    expect(widestLead(them.values, us.values)).toEqual({ axis: 'service', by: 5 });
    expect(widestLead(us.values, us.values)).toBeUndefined();
    expect(opportunityOfCompetitor(them, us)?.values).toMatchObject({
      title: 'Catch up with Northwind on service',
      gain: 'experience',
      problem: 'Northwind 9 of 10, we 4 of 10.',
    });
    expect(opportunityOfCompetitor(them, undefined)).toBeUndefined();
  });
});
