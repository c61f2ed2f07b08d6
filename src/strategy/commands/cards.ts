import { isInternal, type Card, type Quadrant, type SwotBoard } from '../records/swot.ts';
import type { Workbook } from '../workbook.ts';
import type { Command } from './command.ts';
import { dropUncitedEvidence, findBoard, findById, findCard, removeById } from './find.ts';

const change = (
  label: string,
  boardId: string,
  cardId: string,
  edit: (card: Card, draft: Workbook) => void,
): Command => ({
  label,
  apply: (draft) => {
    const card = findCard(draft, boardId, cardId);
    if (card) edit(card, draft);
  },
});

/** Puts a card at a position among the cards of its quadrant; past the end it becomes the last. */
const insertCard = (board: SwotBoard, card: Card, index: number): void => {
  const peers = board.cards.filter((one) => one.quadrant === card.quadrant);
  const next = peers[Math.max(0, Math.trunc(index))];
  board.cards.splice(next ? board.cards.indexOf(next) : board.cards.length, 0, card);
};

/** Adds a card without links to a quadrant, at a position among its cards (default: last). */
export const addCard = (
  boardId: string,
  card: Pick<Card, 'id' | 'quadrant' | 'text'>,
  index = Number.MAX_SAFE_INTEGER,
): Command => ({
  label: 'Add card',
  apply: (draft) => {
    const board = findBoard(draft, boardId);
    if (!board || findById(board.cards, card.id)) return;
    insertCard(board, { ...card, themeId: null, segmentId: null, evidenceIds: [] }, index);
  },
});

/** Writes the text of a card (Markdown, kept exactly as typed; it is sanitised where it is drawn). */
export const editCardText = (boardId: string, cardId: string, text: string): Command =>
  change('Edit card', boardId, cardId, (card) => {
    card.text = text;
  });

/**
 * Moves a card to a position (0 first) of a quadrant, its own or another. A card that changes sides, from internal
 * (strengths, weaknesses) to external (opportunities, threats) or back, loses its TOWS pairs: they would join two of a side.
 */
export const moveCard = (boardId: string, cardId: string, quadrant: Quadrant, index: number): Command => ({
  label: 'Move card',
  apply: (draft) => {
    const board = findBoard(draft, boardId);
    const card = board && findById(board.cards, cardId);
    if (!board || !card) return;
    const peers = board.cards.filter((one) => one.quadrant === quadrant && one.id !== cardId);
    const target = Math.max(0, Math.min(peers.length, Math.trunc(index)));
    const at = board.cards.filter((one) => one.quadrant === quadrant).findIndex((one) => one.id === cardId);
    if (at === target) return;
    if (isInternal(card.quadrant) !== isInternal(quadrant))
      board.pairs = board.pairs.filter(
        (pair) => pair.internalCardId !== cardId && pair.externalCardId !== cardId,
      );
    removeById(board.cards, cardId);
    insertCard(board, { ...card, quadrant }, target);
  },
});

/** Removes a card, its TOWS pairs and the evidence that only it cited. */
export const removeCard = (boardId: string, cardId: string): Command => ({
  label: 'Remove card',
  apply: (draft) => {
    const board = findBoard(draft, boardId);
    const card = board && findById(board.cards, cardId);
    if (!board || !card) return;
    const cited = [...card.evidenceIds];
    removeById(board.cards, cardId);
    board.pairs = board.pairs.filter(
      (pair) => pair.internalCardId !== cardId && pair.externalCardId !== cardId,
    );
    dropUncitedEvidence(draft, cited);
  },
});

/** Gives a card a theme; null for none. */
export const setCardTheme = (boardId: string, cardId: string, themeId: string | null): Command =>
  change('Set theme', boardId, cardId, (card, draft) => {
    if (themeId === null || findById(draft.themes, themeId)) card.themeId = themeId;
  });

/** Links a card to a segment; null for none. */
export const linkCardSegment = (boardId: string, cardId: string, segmentId: string | null): Command =>
  change(segmentId === null ? 'Unlink segment' : 'Link segment', boardId, cardId, (card, draft) => {
    if (segmentId === null || findById(draft.segments, segmentId)) card.segmentId = segmentId;
  });
