import { isInternal, type Pair, type SwotBoard } from '../records/swot.ts';
import type { Command } from './command.ts';
import { findBoard, findById, removeById } from './find.ts';

const joinsTwoSides = (board: SwotBoard, pair: Pair): boolean => {
  const internal = findById(board.cards, pair.internalCardId);
  const external = findById(board.cards, pair.externalCardId);
  return (
    internal !== undefined &&
    external !== undefined &&
    isInternal(internal.quadrant) &&
    !isInternal(external.quadrant)
  );
};

/** Adds a TOWS pair: an answer that joins a strength or weakness with an opportunity or threat. Other pairs change nothing. */
export const addPair = (boardId: string, pair: Pair): Command => ({
  label: 'Add pair',
  apply: (draft) => {
    const board = findBoard(draft, boardId);
    if (board && joinsTwoSides(board, pair) && !findById(board.pairs, pair.id)) board.pairs.push(pair);
  },
});

/** Writes the answer of a TOWS pair (Markdown). */
export const editPairText = (boardId: string, pairId: string, text: string): Command => ({
  label: 'Edit pair',
  apply: (draft) => {
    const board = findBoard(draft, boardId);
    const pair = board && findById(board.pairs, pairId);
    if (pair) pair.text = text;
  },
});

/** Removes a TOWS pair; its cards stay. */
export const removePair = (boardId: string, pairId: string): Command => ({
  label: 'Remove pair',
  apply: (draft) => {
    const board = findBoard(draft, boardId);
    if (board) removeById(board.pairs, pairId);
  },
});
