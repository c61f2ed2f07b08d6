import {
  isInternal,
  quadrants,
  type Card,
  type Comparison,
  type Crossing,
  type SwotBoard,
} from '../records/swot.ts';

const isQuadrant = (id: string): boolean => quadrants.some((quadrant) => quadrant === id);

const sameQuadrant = (cards: ReadonlyMap<string, Card>, { firstId, secondId }: Comparison): boolean => {
  if (firstId === secondId) return false;
  if (isQuadrant(firstId) || isQuadrant(secondId)) return isQuadrant(firstId) && isQuadrant(secondId);
  const first = cards.get(firstId);
  return first !== undefined && first.quadrant === cards.get(secondId)?.quadrant;
};

const twoSides = (
  cards: ReadonlyMap<string, Card>,
  { internalCardId, externalCardId }: Pick<Crossing, 'internalCardId' | 'externalCardId'>,
): boolean => {
  const [internal, external] = [cards.get(internalCardId), cards.get(externalCardId)];
  return Boolean(internal && external && isInternal(internal.quadrant) && !isInternal(external.quadrant));
};

/**
 * A board whose answers, judgements and ratings join cards that are there and belong together: answers and ratings an internal with an
 * external card, judgements two of one quadrant. What no longer does is left out. Settling twice is the same as once.
 */
export const settleBoard = (board: SwotBoard): SwotBoard => {
  const cards = new Map(board.cards.map((card) => [card.id, card]));
  const { comparisons, crossings, ...rest } = board;
  const judged = comparisons?.filter((one) => sameQuadrant(cards, one)) ?? [];
  const rated = crossings?.filter((one) => twoSides(cards, one)) ?? [];
  return {
    ...rest,
    pairs: board.pairs.filter((pair) => twoSides(cards, pair)),
    ...(judged.length > 0 ? { comparisons: judged } : {}),
    ...(rated.length > 0 ? { crossings: rated } : {}),
  };
};
