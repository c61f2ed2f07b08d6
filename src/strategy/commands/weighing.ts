import type { Card, Comparison, Crossing, SwotBoard } from '../records/swot.ts';
import { settleBoard } from '../swot/settle-board.ts';
import type { Command } from './command.ts';
import { findBoard, findCard, replaceBoard } from './find.ts';

const onBoard = (label: string, boardId: string, edit: (board: SwotBoard) => SwotBoard): Command => ({
  label,
  apply: (draft) => {
    const board = findBoard(draft, boardId);
    if (board) replaceBoard(draft, settleBoard(edit(board)));
  },
});

/** Says how much a card matters for the result, 1–5; null for not said. */
export const setCardImpact = (boardId: string, cardId: string, impact: number | null): Command => ({
  label: 'Set impact',
  apply: (draft) => {
    const card = findCard(draft, boardId, cardId);
    if (!card) return;
    if (impact === null) delete card.impact;
    else card.impact = Math.max(1, Math.min(5, Math.round(impact)));
  },
});

/** Gives a card an assessor's dots, 0 for none. */
export const voteForCard = (boardId: string, cardId: string, assessorId: string, dots: number): Command => ({
  label: 'Vote',
  apply: (draft) => {
    const card: Card | undefined = findCard(draft, boardId, cardId);
    if (!card) return;
    const others = Object.entries(card.votes ?? {}).filter(([id]) => id !== assessorId);
    const votes = Object.fromEntries(dots > 0 ? [...others, [assessorId, Math.round(dots)]] : others);
    if (Object.keys(votes).length > 0) card.votes = votes;
    else delete card.votes;
  },
});

/** Says how many times more important one thing is than another; `null` takes the judgement back. Things that don't belong together change nothing. */
export const judgePair = (boardId: string, pair: Omit<Comparison, 'ratio'>, ratio: number | null): Command =>
  onBoard('Judge a pair', boardId, (board) => {
    const isSame = (one: Comparison): boolean =>
      one.assessorId === pair.assessorId &&
      [one.firstId, one.secondId].every((id) => id === pair.firstId || id === pair.secondId);
    const others = (board.comparisons ?? []).filter((one) => !isSame(one));
    return { ...board, comparisons: ratio === null ? others : [...others, { ...pair, ratio }] };
  });

/** Rates how an internal card meets an external one, −2..+2; null takes the rating back. */
export const rateCrossing = (
  boardId: string,
  cell: Omit<Crossing, 'rating'>,
  rating: number | null,
): Command =>
  onBoard('Rate a pair', boardId, (board) => {
    const others = (board.crossings ?? []).filter(
      (one) => one.internalCardId !== cell.internalCardId || one.externalCardId !== cell.externalCardId,
    );
    const rated = { ...cell, rating: Math.max(-2, Math.min(2, Math.round(rating ?? 0))) };
    return { ...board, crossings: rating === null ? others : [...others, rated] };
  });
