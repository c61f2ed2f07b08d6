import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../../../src/core/numeric/at.ts';
import { createRandom } from '../../../../src/core/numeric/random.ts';
import { rememberLast } from '../../../../src/core/numeric/remember-last.ts';
import { chooseModel } from '../../../../src/models/buy-till-you-die/choose-model.ts';
import { groupHistories } from '../../../../src/models/buy-till-you-die/group-histories.ts';
import type { PurchaseHistories } from '../../../../src/models/buy-till-you-die/purchase-histories.ts';
import { isSameHistories, sortHistories } from '../../../../src/models/buy-till-you-die/sort-histories.ts';
import { valueOf } from '../../../support/value-of.ts';

type Histories = PurchaseHistories<'week'>;

const inOrder = (histories: Histories, order: readonly number[]): Histories => ({
  unit: 'week',
  repeatCount: order.map((row) => at(histories.repeatCount, row)),
  lastRepeatAge: order.map((row) => at(histories.lastRepeatAge, row)),
  observationAge: order.map((row) => at(histories.observationAge, row)),
});

const history = fc
  .record({ x: fc.integer({ min: 0, max: 4 }), age: fc.integer({ min: 1, max: 6 }) })
  .chain(({ x, age }) =>
    fc.record({ x: fc.constant(x), age: fc.constant(age), last: fc.nat(x > 0 ? age : 0) }),
  );

describe('histories in order', () => {
  it('are the same however customers are listed, and only then', () => {
    fc.assert(
      fc.property(
        fc.array(history, { minLength: 2, maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        (rows, keys) => {
          const histories: Histories = {
            unit: 'week',
            repeatCount: rows.map(({ x }) => x),
            lastRepeatAge: rows.map(({ last }) => last),
            observationAge: rows.map(({ age }) => age),
          };
          const places = rows.map((_, row) => row);
          const drawn = places.map(() => keys.next().value ?? 0);
          const order = places.toSorted((one, other) => at(drawn, one) - at(drawn, other));
          const sorted = sortHistories(valueOf(groupHistories(histories)));
          const shuffled = sortHistories(valueOf(groupHistories(inOrder(histories, order))));
          expect(isSameHistories(sorted, shuffled)).toBe(true);
          expect(sorted.counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
          const fewer = sortHistories(valueOf(groupHistories(inOrder(histories, order.slice(1)))));
          expect(isSameHistories(sorted, fewer)).toBe(false);
        },
      ),
    );
  });
});

describe('the choice of a model', () => {
  it('is one fit for the same customers, in whatever order they come', () => {
    const random = createRandom(3);
    const rows = Array.from({ length: 400 }, () => {
      const [age, x] = [random.whole(10, 50), random.whole(0, 6)];
      return { x, age, last: x > 0 ? random.whole(1, age) : 0 };
    });
    const histories: Histories = {
      unit: 'week',
      repeatCount: rows.map(({ x }) => x),
      lastRepeatAge: rows.map(({ last }) => last),
      observationAge: rows.map(({ age }) => age),
    };
    const backwards = rows.map((_, row) => rows.length - 1 - row);
    const first = chooseModel(valueOf(groupHistories(histories)), 'auto');
    const again = chooseModel(valueOf(groupHistories(inOrder(histories, backwards))), 'auto');
    expect(first.fit).not.toBeNull();
    expect(again.fit).toBe(first.fit);
    expect(chooseModel(valueOf(groupHistories(histories)), 'bg-nbd').fit?.model).toBe('bg-nbd');
  });
});

describe('a function that keeps its last answers', () => {
  it('works out what it has not kept', () => {
    const asked: number[] = [];
    const double = rememberLast<number, number>(
      2,
      (one, other) => one === other,
      (question) => {
        asked.push(question);
        return 2 * question;
      },
    );
    expect([1, 2, 1, 3, 1, 2].map(double)).toEqual([2, 4, 2, 6, 2, 4]);
    expect(asked).toEqual([1, 2, 3, 2]);
  });
});
