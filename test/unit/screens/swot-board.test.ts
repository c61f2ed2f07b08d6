import { describe, expect, it } from 'vitest';
import { verdictSummary } from '../../../src/screens/swot/board-verdicts.ts';
import { cardLabel, cardMoves } from '../../../src/screens/swot/card-moves.ts';
import { claimWithOperator, fromEntry, toEntry } from '../../../src/screens/swot/claim-entry.ts';
import { evidenceOf } from '../../../src/screens/swot/pinned-number.ts';
import { pairsLostByMove, pairsOfField, towsFields } from '../../../src/screens/swot/tows-fields.ts';
import { evaluateClaim } from '../../../src/strategy/claims.ts';
import type { Card, Quadrant, SwotBoard } from '../../../src/strategy/records/swot.ts';

const card = (id: string, quadrant: Quadrant): Card => ({
  id,
  quadrant,
  text: id,
  themeId: null,
  segmentId: null,
  evidenceIds: [],
});
const cards = [card('s1', 'strengths'), card('o1', 'opportunities'), card('s2', 'strengths')];
const board: SwotBoard = {
  id: 'b',
  level: 'company',
  name: 'B',
  cards,
  pairs: [{ id: 'p', internalCardId: 's1', externalCardId: 'o1', text: 'Do it' }],
};

describe('moving cards without dragging', () => {
  it('offers up and down only where there is room, and the end of every other quadrant', () => {
    expect(cardMoves(card('s1', 'strengths'), cards).map(({ label }) => label)).toEqual([
      'Move down',
      'Move to Weaknesses',
      'Move to Opportunities',
      'Move to Threats',
    ]);
    expect(cardMoves(card('s2', 'strengths'), cards)[0]).toEqual({
      label: 'Move up',
      quadrant: 'strengths',
      index: 0,
    });
    expect(cardMoves(card('s1', 'strengths'), cards).at(2)).toMatchObject({
      quadrant: 'opportunities',
      index: 1,
    });
  });

  it('counts the pairs that changing sides would lose', () => {
    expect(pairsLostByMove(board, card('s1', 'strengths'), 'weaknesses')).toBe(0);
    expect(pairsLostByMove(board, card('s1', 'strengths'), 'threats')).toBe(1);
  });

  it('labels a card by its first line of plain words', () => {
    expect(cardLabel('\n## **Fast** delivery\nmore')).toBe('Fast delivery');
    expect(cardLabel('- see [the list](https://example.org)')).toBe('see the list');
    expect(cardLabel('  ')).toBe('Empty card');
    expect(cardLabel('x'.repeat(80))).toHaveLength(60);
  });
});

describe('TOWS', () => {
  it('puts every pair into the field of its two quadrants', () => {
    const found = towsFields.map((field) => [field.key, pairsOfField(board, field).length]);
    expect(found).toEqual([
      ['SO', 1],
      ['WO', 0],
      ['ST', 0],
      ['WT', 0],
    ]);
  });
});

describe('claims', () => {
  it('enters shares in per cent and keeps the number’s own unit', () => {
    expect(toEntry(0.2337, 'share')).toBe(23.4);
    expect(fromEntry(25, 'share')).toBe(0.25);
    expect(toEntry(12.345, 'ratio')).toBe(12.35);
    expect(fromEntry(30, 'days')).toBe(30);
  });

  it('starts a claim at the number of today and keeps it under the next operator', () => {
    const claim = claimWithOperator(null, 'at-least', 0.4, 'share');
    expect(claim).toEqual({ operator: 'at-least', value: 0.4 });
    expect(claim && evaluateClaim(claim, 0.4)).toBe('holds');
    expect(claimWithOperator(claim, 'between', 0.4, 'share')).toEqual({
      operator: 'between',
      value: 0.4,
      upTo: 0.4,
    });
    expect(claimWithOperator(claim, 'none', 0.4, 'share')).toBeNull();
  });

  it('rounds a new claim to the side on which it holds', () => {
    for (const value of [0.6096, 0.6104, 0.07, 1 / 3])
      for (const operator of ['at-least', 'at-most', 'between'] as const) {
        const claim = claimWithOperator(null, operator, value, 'share');
        expect(claim && evaluateClaim(claim, value), `${operator} ${value}`).toBe('holds');
      }
  });

  it('sums the verdicts up in a sentence', () => {
    expect(verdictSummary([])).toBeUndefined();
    expect(verdictSummary(['holds'])).toBe('The one claim holds.');
    expect(verdictSummary(['holds', 'no-longer-holds', 'holds', undefined])).toBe(
      'Of 4 claims 2 hold, 1 no longer holds, 1 can’t be told.',
    );
  });

  it('pins a number with where it came from', () => {
    const evidence = evidenceOf(
      {
        analysisId: 'overview',
        analysisTitle: 'Overview',
        params: { interval: 'month' },
        headline: { key: 'one-time', label: 'One-time buyers', value: 0.4, unit: 'share' },
      },
      {
        id: 'e',
        segment: undefined,
        context: { asOf: '2024-05-01', currency: 'GBP', seed: 1, returns: 'net' },
        fingerprint: 'f',
        claim: null,
      },
    );
    expect(evidence).toMatchObject({
      segmentId: null,
      segmentName: 'All customers',
      predicate: null,
      headlineKey: 'one-time',
      value: 0.4,
      asOf: '2024-05-01',
    });
  });

  it('keeps what a number was compared with, so that it is looked up against the same', () => {
    const headline = { key: 'revenue-difference', label: 'Difference', value: 3, unit: 'money' } as const;
    const predicate = { kind: 'compare', field: 'country', operator: 'is', value: 'FR' } as const;
    const evidence = evidenceOf(
      { analysisId: 'segment-profile', analysisTitle: 'Profile', params: {}, headline },
      {
        id: 'e',
        segment: undefined,
        comparison: { id: 's', name: 'France', note: '', predicate },
        context: { asOf: '2024-05-01', currency: 'GBP', seed: 1, returns: 'net' },
        fingerprint: 'f',
        claim: null,
      },
    );
    expect(evidence.comparison).toEqual(predicate);
  });
});
