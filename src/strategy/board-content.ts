import type { Evidence } from './records/evidence.ts';
import type { Segment } from './records/segment.ts';
import { quadrants, type SwotBoard, type Theme } from './records/swot.ts';
import type { Workbook } from './workbook.ts';

/** A board with everything that its cards cite: what must travel with it. */
export interface BoardContent {
  readonly board: SwotBoard;
  readonly segments: readonly Segment[];
  readonly themes: readonly Theme[];
  readonly evidence: readonly Evidence[];
}

/** Collects a board and what it cites; undefined when there is no such board. */
export const collectBoard = (workbook: Workbook, boardId: string): BoardContent | undefined => {
  const board = workbook.boards.find((one) => one.id === boardId);
  if (!board) return undefined;
  const evidence = workbook.evidence.filter((one) =>
    board.cards.some((card) => card.evidenceIds.includes(one.id)),
  );
  const isCited = (segment: Segment): boolean =>
    board.cards.some((card) => card.segmentId === segment.id) ||
    evidence.some((one) => one.segmentId === segment.id);
  return {
    board,
    evidence,
    segments: workbook.segments.filter(isCited),
    themes: workbook.themes.filter((theme) => board.cards.some((card) => card.themeId === theme.id)),
  };
};

/** A function that gives each id it is asked about one new id, always the same. */
export const createRenamer = (newId: () => string): ((id: string) => string) => {
  const renamed = new Map<string, string>();
  return (id) => {
    const known = renamed.get(id);
    if (known !== undefined) return known;
    const fresh = newId();
    renamed.set(id, fresh);
    return fresh;
  };
};

/** The same content under other ids, with all links kept. */
export const renameIds = (content: BoardContent, rename: (id: string) => string): BoardContent => {
  const link = (id: string | null): string | null => (id === null ? null : rename(id));
  const renameThing = (id: string): string => (quadrants.some((one) => one === id) ? id : rename(id));
  return {
    segments: content.segments.map((segment) => ({ ...segment, id: rename(segment.id) })),
    themes: content.themes.map((theme) => ({ ...theme, id: rename(theme.id) })),
    evidence: content.evidence.map((one) => ({
      ...one,
      id: rename(one.id),
      segmentId: link(one.segmentId),
    })),
    board: {
      ...content.board,
      id: rename(content.board.id),
      cards: content.board.cards.map((card) => ({
        ...card,
        id: rename(card.id),
        themeId: link(card.themeId),
        segmentId: link(card.segmentId),
        evidenceIds: card.evidenceIds.map(rename),
        ...(card.votes
          ? { votes: Object.fromEntries(Object.entries(card.votes).map(([id, dots]) => [rename(id), dots])) }
          : {}),
      })),
      pairs: content.board.pairs.map((pair) => ({
        ...pair,
        id: rename(pair.id),
        internalCardId: rename(pair.internalCardId),
        externalCardId: rename(pair.externalCardId),
      })),
      ...(content.board.comparisons
        ? {
            comparisons: content.board.comparisons.map((one) => ({
              ...one,
              assessorId: rename(one.assessorId),
              firstId: renameThing(one.firstId),
              secondId: renameThing(one.secondId),
            })),
          }
        : {}),
      ...(content.board.crossings
        ? {
            crossings: content.board.crossings.map((one) => ({
              ...one,
              internalCardId: rename(one.internalCardId),
              externalCardId: rename(one.externalCardId),
            })),
          }
        : {}),
    },
  };
};
