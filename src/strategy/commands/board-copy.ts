import { createRenamer, renameIds, type BoardContent } from '../board-content.ts';
import type { Command } from './command.ts';

/**
 * Adds a board that came from elsewhere (a shared link, another workspace) with its segments, themes and evidence, all under
 * new ids. Themes of the same name are taken to be the same.
 */
export const addBoardCopy = (content: BoardContent, newId: () => string): Command => {
  const copy = renameIds(content, createRenamer(newId));
  return {
    label: 'Add shared board',
    apply: (draft) => {
      const ownTheme = new Map(draft.themes.map((theme) => [theme.name, theme.id]));
      const themeIds = new Map(copy.themes.map((theme) => [theme.id, ownTheme.get(theme.name) ?? theme.id]));
      draft.themes.push(...copy.themes.filter((theme) => !ownTheme.has(theme.name)));
      draft.segments.push(...copy.segments);
      draft.evidence.push(...copy.evidence);
      draft.boards.push({
        ...copy.board,
        cards: copy.board.cards.map((card) => ({
          ...card,
          themeId: card.themeId === null ? null : (themeIds.get(card.themeId) ?? null),
        })),
      });
    },
  };
};
