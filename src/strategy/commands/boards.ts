import type { SwotBoard } from '../records/swot.ts';
import type { Command } from './command.ts';
import { dropUncitedEvidence, findBoard, moveById, removeById } from './find.ts';

/** Adds an empty SWOT board for the company or a department. */
export const addBoard = (id: string, level: SwotBoard['level'], name: string): Command => ({
  label: 'Add board',
  apply: (draft) => {
    if (!findBoard(draft, id)) draft.boards.push({ id, level, name, cards: [], pairs: [] });
  },
});

/** Gives a board another name. */
export const renameBoard = (id: string, name: string): Command => ({
  label: 'Rename board',
  apply: (draft) => {
    const board = findBoard(draft, id);
    if (board) board.name = name;
  },
});

/** Moves a board to a position in the list, 0 first. */
export const moveBoard = (id: string, index: number): Command => ({
  label: 'Move board',
  apply: (draft) => moveById(draft.boards, id, index),
});

/** Removes a board with its cards and pairs, and the evidence that only it cited. */
export const removeBoard = (id: string): Command => ({
  label: 'Remove board',
  apply: (draft) => {
    const cited = findBoard(draft, id)?.cards.flatMap((card) => [...card.evidenceIds]) ?? [];
    removeById(draft.boards, id);
    dropUncitedEvidence(draft, cited);
  },
});
