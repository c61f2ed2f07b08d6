import type { Notices } from './notices.svelte.ts';
import type { WorkbookState } from './workbook.svelte.ts';

/** Says what was just done, with an Undo that takes back exactly that and says so when something else came after it. */
export const sayWithUndo = (
  app: { readonly workbook: WorkbookState; readonly notices: Notices },
  text: string,
): void => {
  const made = app.workbook.current;
  app.notices.say(text, {
    action: {
      label: 'Undo',
      run: () => {
        if (app.workbook.current === made) app.workbook.undo();
        else app.notices.say('There were changes since. Use Undo (Ctrl Z) to go back step by step.');
      },
    },
  });
};
