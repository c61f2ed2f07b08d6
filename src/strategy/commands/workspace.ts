import type { Workbook } from '../workbook.ts';
import type { Command } from './command.ts';

/** Gives the workspace another name. */
export const renameWorkspace = (name: string): Command => ({
  label: 'Rename workspace',
  apply: (draft) => {
    draft.name = name;
  },
});

/** Puts another workbook in the place of this one, as one change that can be undone: clear, or replace by script. */
export const replaceWorkbook = (workbook: Workbook, label = 'Replace workbook'): Command => ({
  label,
  apply: (draft) => {
    Object.assign(draft, workbook);
  },
});
