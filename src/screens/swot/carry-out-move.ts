import type { App } from '../../state/app.svelte.ts';
import { moveCard } from '../../strategy/commands/cards.ts';
import type { Card, SwotBoard } from '../../strategy/records/swot.ts';
import { sayWithUndo } from '../../state/say-with-undo.ts';
import type { CardMove } from './card-moves.ts';
import { quadrantWords } from './quadrant-words.ts';
import { pairsLostByMove } from './tows-fields.ts';

/** Moves a card, and says so when that costs it its TOWS pairs. Moves with the same `mergeKey` in a row undo together. */
export const carryOutMove = (
  app: App,
  board: SwotBoard,
  card: Card,
  to: Pick<CardMove, 'quadrant' | 'index'>,
  mergeKey?: string,
): void => {
  const lost = pairsLostByMove(board, card, to.quadrant);
  app.workbook.execute(moveCard(board.id, card.id, to.quadrant, to.index), mergeKey);
  if (lost > 0)
    sayWithUndo(
      app,
      `Moved to ${quadrantWords[to.quadrant].title}. ${lost === 1 ? 'One TOWS answer' : `${lost} TOWS answers`} no longer joined an inside with an outside and went.`,
    );
};
