import { clearEnablerLinks } from '../worksheets/clear-links.ts';
import type { Command } from './command.ts';
import { allPlanLines, findById, moveById, removeById } from './find.ts';

/** Adds a supporting condition at the end of the list. */
export const addEnabler = (id: string, name: string): Command => ({
  label: 'Add condition',
  apply: (draft) => {
    if (!findById(draft.enablers, id)) draft.enablers.push({ id, name, isDefault: false });
  },
});

/** Renames a supporting condition; one of our defaults becomes the user's own by it. */
export const renameEnabler = (id: string, name: string): Command => ({
  label: 'Rename condition',
  apply: (draft) => {
    const enabler = findById(draft.enablers, id);
    if (!enabler || enabler.name === name) return;
    enabler.name = name;
    enabler.isDefault = false;
  },
});

/** Removes a supporting condition; lines of the plan and rows of worksheets no longer name it. */
export const removeEnabler = (id: string): Command => ({
  label: 'Remove condition',
  apply: (draft) => {
    if (!removeById(draft.enablers, id)) return;
    clearEnablerLinks(draft, id);
    for (const line of allPlanLines(draft))
      if (line.needs?.includes(id)) line.needs = line.needs.filter((one) => one !== id);
  },
});

/** Moves a supporting condition to a position in the list, 0 first. */
export const moveEnabler = (id: string, index: number): Command => ({
  label: 'Move condition',
  apply: (draft) => moveById(draft.enablers, id, index),
});
