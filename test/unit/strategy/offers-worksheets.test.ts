import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/strategy/records/segment.ts';
import type { Fields, ValuesOf } from '../../../src/strategy/worksheets/field.ts';
import { offers, priceAfterDiscount } from '../../../src/strategy/worksheets/kinds/offers.ts';
import { failuresAMonth, processes } from '../../../src/strategy/worksheets/kinds/processes.ts';
import {
  claimGap,
  effectivePrice,
  promisedSaving,
  promotions,
  realSaving,
} from '../../../src/strategy/worksheets/kinds/promotions.ts';
import { propositions } from '../../../src/strategy/worksheets/kinds/propositions.ts';
import { servicePhases } from '../../../src/strategy/worksheets/kinds/service-phases.ts';
import { gainPerThousand, starGap, valueStar } from '../../../src/strategy/worksheets/kinds/value-star.ts';
import { opportunityOfGap } from '../../../src/strategy/worksheets/opportunity-drafts.ts';
import { overlappingOffers } from '../../../src/strategy/worksheets/overlapping-offers.ts';
import { propositionStatement } from '../../../src/strategy/worksheets/proposition-statement.ts';
import { readValues } from '../../../src/strategy/worksheets/read-values.ts';
import { blankRow } from '../../../src/strategy/worksheets/rows.ts';
import type { RowOf, Worksheet } from '../../../src/strategy/worksheets/worksheet.ts';

const row = <F extends Fields>(
  worksheet: Worksheet<F>,
  id: string,
  values: Partial<ValuesOf<F>>,
): RowOf<F> => ({ ...blankRow(worksheet, id), values: readValues(worksheet.fields, values) });

const figures = <F extends Fields>(worksheet: Worksheet<F>, one: RowOf<F>) =>
  worksheet.derived?.map((figure) => figure.of(one.values));

describe('the value star', () => {
  const axis = (
    importance: number | null,
    us: number | null,
    competitor: number | null,
    stepCost: number | null,
  ) => ({
    importance,
    us,
    competitor,
    stepCost,
  });

  it('has a gap of importance × what is short of the better of expectation and the best other', () => {
    expect(starGap(axis(9, 5, 8, null))).toBe(36);
    expect(starGap(axis(3, 4, 6, null))).toBe(6);
    expect(starGap(axis(6, 8, 4, null))).toBe(0);
    expect(starGap(axis(6, 4, null, null))).toBe(12);
    expect(starGap(axis(6, null, 4, null))).toBeNull();
  });

  it('gains importance per 1,000 of the cost of a step, nothing where there is no gap', () => {
    expect(gainPerThousand(axis(9, 5, 8, 8000))).toBe(1.125);
    expect(gainPerThousand(axis(6, 8, 4, 8000))).toBe(0);
    expect(gainPerThousand(axis(9, 5, 8, 0))).toBeNull();
    expect(gainPerThousand(axis(9, 5, 8, null))).toBeNull();
  });

  it('never widens a gap by doing better', () => {
    const score = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(score, score, score, (importance, us, competitor) => {
        const gap = starGap(axis(importance, us, competitor, null)) ?? NaN;
        expect(gap).toBeGreaterThanOrEqual(0);
        expect(gap).toBeLessThanOrEqual(90);
        expect(starGap(axis(importance, Math.min(10, us + 1), competitor, null))).toBeLessThanOrEqual(gap);
      }),
    );
  });

  it('says which gap is widest, and makes an opportunity of it', () => {
    const logistics = row(valueStar, 'l', {
      axis: 'logistics',
      importance: 9,
      us: 5,
      competitor: 8,
      stepCost: 8000,
    });
    const people = row(valueStar, 'p', { axis: 'people', importance: 6, us: 8 });
    expect(valueStar.finding([people, logistics])).toBe(
      'Logistics is the widest gap, 36 of 90; we fall short on 1 of 2 axes.',
    );
    expect(valueStar.finding([people])).toBe('We fall short on no axis that is scored, of 1.');
    expect(valueStar.finding([row(valueStar, 'x', {})])).toContain('Score what matters');
    expect(figures(valueStar, logistics)).toEqual([36, 1.125]);
    expect(opportunityOfGap(logistics)?.values).toMatchObject({
      title: 'Close the gap on logistics',
      gain: 'effective',
      level: 'market',
      problem: 'Importance 9 of 10, we 5 of 10.',
    });
    expect(opportunityOfGap(people)).toBeUndefined();
  });
});

describe('propositions', () => {
  const promise = row(propositions, 'a', {
    problem: 'run out on Fridays.',
    promise: 'it is there the next morning',
    unlike: 'others',
    because: 'we hold stock',
  });

  it('read as one statement; what isn’t said is left out', () => {
    expect(propositionStatement(promise.values, 'Loyal', undefined)).toBe(
      'For Loyal, who run out on Fridays: it is there the next morning, unlike others, because we hold stock.',
    );
    const short = row(propositions, 'b', { promise: 'it is there' });
    expect(propositionStatement(short.values, undefined, 'Be fast')).toBe(
      'For our customers, who need: Be fast: it is there.',
    );
  });

  it('are counted by what the data say', () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => row(propositions, id, {}));
    const verdicts = { a: 'holds', b: 'no-longer-holds', c: 'cannot-tell' } as const;
    expect(propositions.finding(rows, { verdictOf: ({ id }) => verdicts[id as keyof typeof verdicts] })).toBe(
      'Of 4 promises: 1 kept, 1 broken, 1 can’t be told, 1 without a claim.',
    );
    expect(propositions.finding(rows)).toBe('No promise has a number with a claim yet, of 4.');
  });
});

describe('promotions', () => {
  const flight = { usual: 60, items: null, headline: 10, surcharges: 47 };
  const four = { usual: 10, items: 4, headline: 30, surcharges: 6 };

  it('cost what is paid in the end: (30 + 6) ÷ 4 = 9', () => {
    expect(effectivePrice(four)).toBe(9);
    expect(effectivePrice(flight)).toBe(57);
    expect(effectivePrice({ ...four, headline: null })).toBeNull();
  });

  it('keep less of their claim by what comes on top: 25 % promised, 10 % real', () => {
    expect(promisedSaving(four)).toBeCloseTo(0.25, 12);
    expect(realSaving(four)).toBeCloseTo(0.1, 12);
    expect(claimGap(four)).toBeCloseTo(0.15, 12);
    expect(claimGap({ ...four, surcharges: null })).toBe(0);
    expect(claimGap({ ...four, usual: null })).toBeNull();
  });

  it('say which breaks its claim most', () => {
    const rows = [
      row(promotions, 'a', { name: 'Four', ...four }),
      row(promotions, 'b', { name: 'Flight', ...flight }),
    ];
    expect(promotions.finding(rows)).toBe(
      '“Flight” promises 83% off and gives 5%; 2 of 2 keep less than they promise.',
    );
    expect(promotions.finding([row(promotions, 'c', { ...four, surcharges: 0 })])).toBe(
      'The promotion keeps what its headline promises.',
    );
  });
});

describe('processes and service', () => {
  it('fail so many customers a month: 400 × 12 %', () => {
    expect(failuresAMonth(400, 0.12)).toBe(48);
    expect(failuresAMonth(null, 0.12)).toBeNull();
    const reply = row(processes, 'a', {
      name: 'First reply',
      cycle: 2.5,
      promised: 1,
      times: 400,
      failures: 0.12,
      isFirstContact: true,
    });
    const quote = row(processes, 'b', { name: 'Quote', isFirstContact: true });
    expect(figures(processes, reply)).toEqual([48, 1.5]);
    expect(processes.finding([quote, reply])).toBe(
      '“First reply” fails most customers, 48 a month; 1 of 2 first contacts has no measure.',
    );
    expect(processes.finding([row(processes, 'c', {})])).toBe('No first contact is written down.');
  });

  it('say in which phase nothing is done', () => {
    const call = { ...row(servicePhases, 'a', { phase: 'after' }), evidenceIds: ['e'] };
    expect(servicePhases.finding([call, row(servicePhases, 'b', { phase: 'before' })])).toBe(
      '1 of 2 services bound to a number; nothing is done during the purchase.',
    );
  });
});

describe('offers', () => {
  it('cost the price less the discount', () => {
    expect(priceAfterDiscount(50, 0.1)).toBe(45);
    expect(priceAfterDiscount(50, null)).toBe(50);
    expect(priceAfterDiscount(null, 0.1)).toBeNull();
  });

  it('are counted by kind, silences without a reason apart', () => {
    const rows = [
      row(offers, 'a', { kind: 'product' }),
      row(offers, 'b', { kind: 'silence' }),
      row(offers, 'c', { kind: 'silence', reason: 'Open complaints' }),
    ];
    expect(offers.finding(rows)).toBe(
      '3 offers: 1 with a product, 0 without, 2 silences (1 without a reason).',
    );
  });
});

describe('offers that collide', () => {
  const rule = (field: string) => ({ kind: 'compare', field, operator: 'at-least', value: 1 }) as const;
  const segments: readonly Segment[] = ['loyal', 'new'].map((id) => ({
    id,
    name: id,
    note: '',
    predicate: rule(id),
  }));
  const offer = (id: string, values: Partial<ValuesOf<typeof offers.fields>>) =>
    row(offers, id, { segment: 'loyal', kind: 'product', start: '2024-03-01', end: '2024-03-31', ...values });
  const pairs = (...rows: readonly ReturnType<typeof offer>[]) =>
    overlappingOffers(rows, segments).map(({ key, why, from, until }) => ({ key, why, from, until }));

  it('go to one segment on shared days, the last of one and the first of the other included', () => {
    const first = offer('a', {});
    expect(pairs(first, offer('b', { start: '2024-03-31', end: null }))).toEqual([
      { key: 'a+b', why: 'same', from: '2024-03-31', until: '2024-03-31' },
    ]);
    expect(pairs(first, offer('b', { start: '2024-04-01', end: null }))).toEqual([]);
    expect(pairs(first, offer('b', { start: null, end: null }))).toEqual([]);
  });

  it('stand alone or say nothing beside another segment’s', () => {
    const first = offer('a', {});
    expect(pairs(first, offer('b', { segment: 'new' }))).toEqual([]);
    expect(pairs(first, offer('b', { segment: 'new', isExclusive: true }))).toMatchObject([
      { why: 'exclusive' },
    ]);
    expect(pairs(first, offer('b', { segment: 'new', kind: 'silence' }))).toMatchObject([{ why: 'silence' }]);
    expect(pairs(offer('a', { kind: 'silence' }), offer('b', { kind: 'silence' }))).toEqual([]);
  });

  it('share the customers of both rules, of one where the other is everyone, else everyone', () => {
    const sharedOf = (one: string | null, other: string | null) =>
      overlappingOffers(
        [offer('a', { segment: one, isExclusive: true }), offer('b', { segment: other })],
        segments,
      )[0]?.shared;
    expect(sharedOf('loyal', 'new')).toEqual({ kind: 'all', of: [rule('loyal'), rule('new')] });
    expect(sharedOf('loyal', 'loyal')).toEqual(rule('loyal'));
    expect(sharedOf('loyal', null)).toEqual(rule('loyal'));
    expect(sharedOf(null, null)).toEqual({ kind: 'all', of: [] });
  });
});
