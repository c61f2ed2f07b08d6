import type { Quadrant, SwotBoard } from '../../strategy/records/swot.ts';
import { cardLabel } from './card-moves.ts';
import { quadrantWords } from './quadrant-words.ts';

/** Where a number is to be pinned: a card that is there, or one to be written with it. */
export type ChosenCard =
  | { readonly kind: 'existing'; readonly boardId: string; readonly cardId: string }
  | { readonly kind: 'new'; readonly boardId: string; readonly quadrant: Quadrant; readonly text: string };

/** The key by which a new card is chosen in the list of {@link cardOptions}. */
export const newCardKey = 'new';

/** The cards of a board to choose from, a new one first. */
export const cardOptions = (
  board: SwotBoard,
): readonly { readonly value: string; readonly label: string }[] => [
  { value: newCardKey, label: 'A new card' },
  ...board.cards.map((card) => ({
    value: card.id,
    label: `${quadrantWords[card.quadrant].title}: ${cardLabel(card.text)}`,
  })),
];
