import { scenarioKeys, type PlanLine, type ScenarioKey } from '../records/plan.ts';
import type { Card, SwotBoard } from '../records/swot.ts';
import type { Workbook } from '../workbook.ts';

/** The record with this id; undefined when it is not (or no longer) there. */
export const findById = <T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined =>
  list.find((one) => one.id === id);

/** Takes the record with this id out of the list, in place. Gives it back; undefined when it was not there. */
export const removeById = <T extends { readonly id: string }>(list: T[], id: string): T | undefined => {
  const at = list.findIndex((one) => one.id === id);
  return at < 0 ? undefined : list.splice(at, 1)[0];
};

/** Moves the record with this id to a position (0 first, clamped to the list), in place. */
export const moveById = <T extends { readonly id: string }>(list: T[], id: string, index: number): void => {
  const from = list.findIndex((one) => one.id === id);
  const to = Math.max(0, Math.min(list.length - 1, Math.trunc(index)));
  if (from < 0 || from === to) return;
  list.splice(to, 0, ...list.splice(from, 1));
};

/** A board of the workbook. */
export const findBoard = (workbook: Workbook, boardId: string): SwotBoard | undefined =>
  findById(workbook.boards, boardId);

/** Puts a board in the place of the one with its id, in place. */
export const replaceBoard = (workbook: Workbook, board: SwotBoard): void => {
  const at = workbook.boards.findIndex(({ id }) => id === board.id);
  if (at >= 0) workbook.boards[at] = board;
};

/** A card of a board of the workbook. */
export const findCard = (workbook: Workbook, boardId: string, cardId: string): Card | undefined => {
  const board = findBoard(workbook, boardId);
  return board && findById(board.cards, cardId);
};

/** A line of a scenario of the plan. */
export const findPlanLine = (workbook: Workbook, key: ScenarioKey, lineId: string): PlanLine | undefined =>
  findById(workbook.plan.scenarios[key].lines, lineId);

/** Every line of the plan, of both scenarios. */
export const allPlanLines = ({ plan }: Pick<Workbook, 'plan'>): readonly PlanLine[] =>
  scenarioKeys.flatMap((key) => plan.scenarios[key].lines);

/** Drops those of the given pieces of evidence that no card, no row of a worksheet and no line of the plan cites any more. */
export const dropUncitedEvidence = (workbook: Workbook, candidates: readonly string[]): void => {
  for (const id of candidates) {
    const isCited =
      workbook.boards.some((board) => board.cards.some((card) => card.evidenceIds.includes(id))) ||
      Object.values(workbook.worksheets).some((rows) => rows.some((row) => row.evidenceIds.includes(id))) ||
      allPlanLines(workbook).some((line) => line.evidenceIds.includes(id));
    if (!isCited) removeById(workbook.evidence, id);
  }
};
