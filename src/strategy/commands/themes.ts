import type { Theme } from '../records/swot.ts';
import type { Command } from './command.ts';
import { findById, removeById } from './find.ts';

/** Adds a theme; `colour` is the number of a series colour, 1–8. */
export const addTheme = (theme: Theme): Command => ({
  label: 'Add theme',
  apply: (draft) => {
    if (!findById(draft.themes, theme.id)) draft.themes.push(theme);
  },
});

/** Changes the name or the colour (1–8) of a theme. */
export const editTheme = (id: string, change: Partial<Pick<Theme, 'name' | 'colour'>>): Command => ({
  label: change.colour === undefined ? 'Rename theme' : 'Change theme colour',
  apply: (draft) => {
    const theme = findById(draft.themes, id);
    if (!theme) return;
    if (change.name !== undefined) theme.name = change.name;
    if (change.colour !== undefined) theme.colour = change.colour;
  },
});

/** Removes a theme; its cards stay, without a theme. */
export const removeTheme = (id: string): Command => ({
  label: 'Remove theme',
  apply: (draft) => {
    if (!removeById(draft.themes, id)) return;
    for (const board of draft.boards)
      for (const card of board.cards) if (card.themeId === id) card.themeId = null;
  },
});
