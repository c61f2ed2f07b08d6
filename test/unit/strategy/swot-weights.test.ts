import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAssessor, removeAssessor } from '../../../src/strategy/commands/assessors.ts';
import { addCard, editCardText, moveCard, removeCard } from '../../../src/strategy/commands/cards.ts';
import {
  judgePair,
  rateCrossing,
  setCardImpact,
  voteForCard,
} from '../../../src/strategy/commands/weighing.ts';
import type { Comparison, SwotBoard } from '../../../src/strategy/records/swot.ts';
import { analyticHierarchy } from '../../../src/strategy/swot/analytic-hierarchy.ts';
import { cardWeights } from '../../../src/strategy/swot/card-weights.ts';
import { cardPriority, evidenceStrength } from '../../../src/strategy/swot/evidence-strength.ts';
import { groupJudgement } from '../../../src/strategy/swot/group-judgement.ts';
import { after, newWorkbook } from './arbitrary-workbook.ts';

/** A reciprocal matrix from its upper triangle, row by row. */
const reciprocal = (upper: readonly number[], count: number): number[][] => {
  const matrix = Array.from({ length: count }, () => Array.from({ length: count }, () => 1));
  let at = 0;
  for (let row = 0; row < count; row += 1)
    for (let column = row + 1; column < count; column += 1) {
      const value = upper[at++] as number;
      (matrix[row] as number[])[column] = value;
      (matrix[column] as number[])[row] = 1 / value;
    }
  return matrix;
};

describe('analytic hierarchy', () => {
  it('reproduces the published weights of drinks in the United States (Saaty 2008, table 2: CR 0.022)', () => {
    const drinks = reciprocal(
      [
        ...[9, 5, 2, 1, 1, 1 / 2],
        ...[1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
        ...[1 / 3, 1 / 4, 1 / 3, 1 / 9],
        ...[1 / 2, 1, 1 / 3],
        ...[2, 1 / 2],
        1 / 3,
      ],
      7,
    );
    const { weights, consistencyRatio } = analyticHierarchy(drinks);
    const published = [0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327];
    published.forEach((weight, at) =>
      expect(Math.abs((weights[at] as number) - weight)).toBeLessThan(0.0005),
    );
    expect(Math.abs(consistencyRatio - 0.022)).toBeLessThan(0.0005);
  });

  it('gives back the weights of judgements that agree with each other, with no inconsistency', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 9 }), (given) => {
        const sum = given.reduce((total, value) => total + value, 0);
        const { weights, eigenvalue, consistencyRatio } = analyticHierarchy(
          given.map((first) => given.map((second) => first / second)),
        );
        weights.forEach((weight, at) => expect(weight).toBeCloseTo((given[at] as number) / sum, 10));
        expect(eigenvalue).toBeCloseTo(given.length, 8);
        expect(consistencyRatio).toBeCloseTo(0, 8);
      }),
    );
  });

  it('weights add up to 1 whatever is judged, and λ is never below the count', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 6 }).chain((count) =>
          fc
            .array(fc.constantFrom(1 / 9, 1 / 5, 1 / 2, 1, 3, 7, 9), {
              minLength: (count * (count - 1)) / 2,
              maxLength: (count * (count - 1)) / 2,
            })
            .map((upper) => reciprocal(upper, count)),
        ),
        (matrix) => {
          const { weights, eigenvalue } = analyticHierarchy(matrix);
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
          expect(eigenvalue).toBeGreaterThanOrEqual(matrix.length - 1e-9);
        },
      ),
    );
  });
});

describe('judgements of a group', () => {
  const say = (assessorId: string, firstId: string, secondId: string, ratio: number): Comparison => ({
    assessorId,
    firstId,
    secondId,
    ratio,
  });

  it('are put together by their geometric mean, whichever way round they were given', () => {
    const { hierarchy } = groupJudgement(['a', 'b'], [say('ada', 'a', 'b', 9), say('ben', 'b', 'a', 1)]);
    expect(hierarchy?.weights[0]).toBeCloseTo(0.75, 12);
  });

  it('give no weights until every pair is judged', () => {
    const judgement = groupJudgement(['a', 'b', 'c'], [say('ada', 'a', 'b', 3)]);
    expect(judgement).toMatchObject({ judged: 1, pairs: 3, hierarchy: null });
  });
});

describe('a board', () => {
  const board = (workbook: ReturnType<typeof after>): SwotBoard => workbook.boards[0] as SwotBoard;
  const started = after(
    newWorkbook(),
    addAssessor('ada', 'Ada'),
    addAssessor('ben', 'Ben'),
    addCard('board1', { id: 's1', quadrant: 'strengths', text: 'Fast', wordedOn: '2026-01-01' }),
    addCard('board1', { id: 's2', quadrant: 'strengths', text: 'Known' }),
    addCard('board1', { id: 'o1', quadrant: 'opportunities', text: 'Spain' }),
    voteForCard('board1', 's1', 'ada', 2),
    voteForCard('board1', 's1', 'ben', 1),
    voteForCard('board1', 's2', 'ben', 1),
    judgePair('board1', { assessorId: 'ada', firstId: 's1', secondId: 's2' }, 3),
    rateCrossing('board1', { internalCardId: 's1', externalCardId: 'o1' }, 2),
    setCardImpact('board1', 's1', 4),
  );

  it('weighs cards by dots: each quadrant adds up to 1, and so does the whole', () => {
    const { local, global } = cardWeights(board(started), 'votes');
    expect([local.get('s1'), local.get('s2'), local.get('o1')]).toEqual([0.75, 0.25, 1]);
    expect(global.get('s1')).toBeCloseTo(0.375, 12);
    expect([...global.values()].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('weighs cards by pairs', () => {
    const { local } = cardWeights(board(started), 'pairs');
    expect(local.get('s1')).toBeCloseTo(0.75, 12);
  });

  it('weighs quadrants by pairs when all of them are judged', () => {
    const all = ['strengths', 'weaknesses', 'opportunities', 'threats'];
    const judged = after(
      started,
      ...all.flatMap((firstId, at) =>
        all
          .slice(at + 1)
          .map((secondId) =>
            judgePair(
              'board1',
              { assessorId: 'ada', firstId, secondId },
              firstId === 'strengths' ? 3 : secondId === 'strengths' ? 1 / 3 : 1,
            ),
          ),
      ),
    );
    const { global } = cardWeights(board(judged), 'pairs');
    expect(global.get('o1')).toBeCloseTo(0.25, 9);
    expect(global.get('s1')).toBeCloseTo(0.75 * 0.75, 9);
  });

  it('loses judgements and ratings with the card that they are about', () => {
    const without = board(after(started, removeCard('board1', 's1')));
    expect(without.comparisons).toBeUndefined();
    expect(without.crossings).toBeUndefined();
  });

  it('loses the ratings of a card that changes sides', () => {
    const moved = board(after(started, moveCard('board1', 's1', 'threats', 0)));
    expect(moved.crossings).toBeUndefined();
    expect(moved.cards.find(({ id }) => id === 's1')?.impact).toBe(4);
  });

  it('forgets the dots and judgements of somebody who is removed', () => {
    const left = board(after(started, removeAssessor('ada')));
    expect(left.cards.find(({ id }) => id === 's1')?.votes).toEqual({ ben: 1 });
    expect(left.comparisons).toBeUndefined();
  });

  it('takes a judgement back, and refuses one on things that don’t belong together', () => {
    const pair = { assessorId: 'ada', firstId: 's1', secondId: 's2' };
    expect(board(after(started, judgePair('board1', pair, null))).comparisons).toBeUndefined();
    const odd = judgePair('board1', { ...pair, secondId: 'o1' }, 5);
    expect(board(after(started, odd)).comparisons).toEqual(board(started).comparisons);
  });

  it('keeps what a card said at the end of an earlier day, and not every letter', () => {
    const edited = after(
      started,
      editCardText('board1', 's1', 'Fast delivery', '2026-01-01'),
      editCardText('board1', 's1', 'F', '2026-02-01'),
      editCardText('board1', 's1', 'Fastest delivery', '2026-02-01'),
    );
    expect(board(edited).cards[0]).toMatchObject({
      text: 'Fastest delivery',
      history: [{ day: '2026-01-01', text: 'Fast delivery' }],
    });
  });
});

describe('what supports a card', () => {
  it.each([
    [[], 1],
    [[undefined], 3],
    [['cannot-tell'], 2],
    [['holds', undefined], 5],
    [['holds', 'no-longer-holds'], 1],
  ] as const)('%j is worth %i', (verdicts, strength) => {
    expect(evidenceStrength(verdicts)).toBe(strength);
  });

  it('times its impact is its priority; not known until the impact is', () => {
    expect(cardPriority(4, 5)).toBe(20);
    expect(cardPriority(undefined, 5)).toBeNull();
  });
});
