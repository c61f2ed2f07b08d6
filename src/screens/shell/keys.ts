import type { App } from '../../state/app.svelte.ts';

const isEditing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that work on every page: Ctrl K search, Ctrl Z undo, Ctrl Shift Z or Ctrl Y redo. Text fields keep their own undo. */
export const handleKey = (event: KeyboardEvent, app: App, search: () => void): void => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === 'k') search();
  else if (isEditing(event.target)) return;
  else if (key === 'z' && !event.shiftKey) app.workbook.undo();
  else if (key === 'y' || (key === 'z' && event.shiftKey)) app.workbook.redo();
  else return;
  event.preventDefault();
};
