import type { Day } from '../../core/day.ts';
import type { Evidence } from '../records/evidence.ts';
import type { Card, Quadrant, SwotBoard } from '../records/swot.ts';
import { settleBoard } from '../swot/settle-board.ts';
import type { Workbook } from '../workbook.ts';
import type { Command } from './command.ts';
import { pinEvidence } from './evidence.ts';
import { dropUncitedEvidence, findBoard, findById, findCard, removeById, replaceBoard } from './find.ts';

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
  card: Pick<Card, 'id' | 'quadrant' | 'text' | 'wordedOn'>,
  index = Number.MAX_SAFE_INTEGER,
): Command => ({
  label: 'Add card',
  apply: (draft) => {
    const board = findBoard(draft, boardId);
    if (!board || findById(board.cards, card.id)) return;
    insertCard(board, { ...card, themeId: null, segmentId: null, evidenceIds: [] }, index);
  },
});

/** Adds a card with the number that it rests on, as one change. */
export const addCitedCard = (
  boardId: string,
  card: Pick<Card, 'id' | 'quadrant' | 'text' | 'wordedOn'>,
  evidence: Evidence,
): Command => ({
  label: 'Add card with its number',
  apply: (draft) => {
    addCard(boardId, card).apply(draft);
    pinEvidence(boardId, card.id, evidence).apply(draft);
  },
});

/** Earlier wordings that a card keeps. */
const wordingsKept = 20;

/**
 * Writes the text of a card (Markdown, kept exactly as typed; it is sanitised where it is drawn). What it said at the end of an earlier day
 * is kept as an earlier wording.
 */
export const editCardText = (boardId: string, cardId: string, text: string, day: Day): Command =>
  change('Edit card', boardId, cardId, (card) => {
    if (card.wordedOn !== undefined && card.wordedOn !== day && card.text.trim() !== '')
      card.history = [...(card.history ?? []), { day: card.wordedOn, text: card.text }].slice(-wordingsKept);
    card.wordedOn = day;
    card.text = text;
  });

/**
 * Moves a card to a position (0 first) of a quadrant, its own or another. A card that changes sides, from internal
 * (strengths, weaknesses) to external (opportunities, threats) or back, loses its TOWS pairs and ratings: they would join two of a side. Judgements on pairs of a quadrant
 * stay with those of that quadrant.
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
    removeById(board.cards, cardId);
    insertCard(board, { ...card, quadrant }, target);
    replaceBoard(draft, settleBoard(board));
  },
});

/** Removes a card, its TOWS pairs, ratings and judgements, and the evidence that only it cited. */
export const removeCard = (boardId: string, cardId: string): Command => ({
  label: 'Remove card',
  apply: (draft) => {
    const board = findBoard(draft, boardId);
    const card = board && findById(board.cards, cardId);
    if (!board || !card) return;
    const cited = [...card.evidenceIds];
    removeById(board.cards, cardId);
    replaceBoard(draft, settleBoard(board));
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
