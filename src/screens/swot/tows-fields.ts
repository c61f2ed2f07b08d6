import { isInternal, type Card, type Pair, type SwotBoard } from '../../strategy/records/swot.ts';

/** One field of the TOWS matrix: which internal cards it joins with which external ones, and to what end. */
export interface TowsField {
  readonly key: 'SO' | 'WO' | 'ST' | 'WT';
  readonly title: string;
  readonly question: string;
  readonly internal: 'strengths' | 'weaknesses';
  readonly external: 'opportunities' | 'threats';
}

/** The four fields in reading order (Weihrich 1982). */
export const towsFields: readonly TowsField[] = [
  {
    key: 'SO',
    title: 'Strengths × opportunities',
    question: 'Which strength lets us take this opportunity?',
    internal: 'strengths',
    external: 'opportunities',
  },
  {
    key: 'WO',
    title: 'Weaknesses × opportunities',
    question: 'Which weakness must we mend to take this opportunity?',
    internal: 'weaknesses',
    external: 'opportunities',
  },
  {
    key: 'ST',
    title: 'Strengths × threats',
    question: 'Which strength takes the edge off this threat?',
    internal: 'strengths',
    external: 'threats',
  },
  {
    key: 'WT',
    title: 'Weaknesses × threats',
    question: 'Where would this threat hit us most, and what do we stop or protect?',
    internal: 'weaknesses',
    external: 'threats',
  },
];

/** A pair with the two cards it joins. */
export interface JoinedPair {
  readonly pair: Pair;
  readonly internal: Card;
  readonly external: Card;
}

/** The pairs of a board that belong to a field, in the order in which they were made. */
export const pairsOfField = (board: SwotBoard, field: TowsField): readonly JoinedPair[] =>
  board.pairs.flatMap((pair) => {
    const internal = board.cards.find((card) => card.id === pair.internalCardId);
    const external = board.cards.find((card) => card.id === pair.externalCardId);
    return internal?.quadrant === field.internal && external?.quadrant === field.external
      ? [{ pair, internal, external }]
      : [];
  });

/** How many pairs a card would lose by moving to a quadrant: all of them when it changes sides. */
export const pairsLostByMove = (board: SwotBoard, card: Card, quadrant: Card['quadrant']): number =>
  isInternal(card.quadrant) === isInternal(quadrant)
    ? 0
    : board.pairs.filter((pair) => pair.internalCardId === card.id || pair.externalCardId === card.id).length;
