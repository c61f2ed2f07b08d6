import type { Card, Crossing, SwotBoard } from '../../strategy/records/swot.ts';
import { cardLabel } from './card-moves.ts';

/** What a rated pair asks for. */
export interface CrossingAction {
  readonly internal: Card;
  readonly external: Card;
  readonly rating: number;
  /** The answer that is proposed. */
  readonly text: string;
  /** There is an answer that joins the two already. */
  readonly isAnswered: boolean;
}

/** What a card says, for the middle of a sentence. */
const named = (card: Card): string => cardLabel(card.text, 400).replace(/[.!?]+$/, '');

const propose = (internal: Card, external: Card, rating: number): string => {
  const [own, outer] = [named(internal), named(external)];
  if (internal.quadrant === 'strengths')
    return external.quadrant === 'opportunities'
      ? rating > 0
        ? `Use “${own}” to take “${outer}”.`
        : `See that “${own}” doesn’t keep us from “${outer}”.`
      : rating > 0
        ? `Use “${own}” against “${outer}”.`
        : `Protect “${own}” from “${outer}”.`;
  return external.quadrant === 'opportunities'
    ? rating < 0
      ? `Mend “${own}” before we go for “${outer}”.`
      : `Let “${outer}” help us out of “${own}”.`
    : rating < 0
      ? `Mend “${own}” first: “${outer}” hits us there.`
      : `“${own}” shelters us from “${outer}”: leave it.`;
};

/** What the ratings of a board ask for, the strongest first; a rating of 0 asks for nothing. */
export const crossingActions = (board: SwotBoard): readonly CrossingAction[] =>
  (board.crossings ?? [])
    .flatMap(({ internalCardId, externalCardId, rating }: Crossing) => {
      const internal = board.cards.find(({ id }) => id === internalCardId);
      const external = board.cards.find(({ id }) => id === externalCardId);
      if (!internal || !external || rating === 0) return [];
      const isAnswered = board.pairs.some(
        (pair) => pair.internalCardId === internalCardId && pair.externalCardId === externalCardId,
      );
      return [{ internal, external, rating, text: propose(internal, external, rating), isAnswered }];
    })
    .sort((first, second) => Math.abs(second.rating) - Math.abs(first.rating));

/** Sum of the ratings of a card, from −2 × to +2 × the cards of the other side; null while it has none. */
export const crossingSum = (board: SwotBoard, cardId: string): number | null => {
  const own = (board.crossings ?? []).filter(
    ({ internalCardId, externalCardId }) => internalCardId === cardId || externalCardId === cardId,
  );
  return own.length === 0 ? null : own.reduce((sum, { rating }) => sum + rating, 0);
};
