import { describePredicate } from '../../core/describe-predicate.ts';
import { explainError } from '../../core/explain-error.ts';
import type { App } from '../../state/app.svelte.ts';
import { downloadBlob } from '../../storage/export/download.ts';
import { pageFile } from '../../state/page-file.ts';
import { encodeShareLink } from '../../storage/share-link.ts';
import { prepareShare } from '../../storage/shared-view.ts';

/** The board that the page shows, or null where it shows none. */
const boardOf = (app: App): string | null => {
  const { path, query } = app.router.route;
  return path.startsWith('/swot') ? (query['board'] ?? app.workbook.current.boards[0]?.id ?? null) : null;
};

/** Copies an address whose fragment restores the view and, on a board's page, the board. No customer rows. */
export const copyPageLink = async (app: App): Promise<void> => {
  const { view, notices } = prepareShare({
    route: app.router.route,
    workbook: app.workbook.current,
    boardId: boardOf(app),
  });
  const encoded = encodeShareLink(view);
  if (!encoded.ok) {
    const { title, nextStep } = explainError(encoded.error);
    app.notices.say(`${title} ${nextStep}`, { tone: 'bad' });
    return;
  }
  const address = `${location.href.split('#')[0] ?? ''}#/shared/${encoded.value}`;
  try {
    await navigator.clipboard.writeText(address);
    app.notices.say(['Link copied. It holds the view and no customer rows.', ...notices].join(' '), {
      tone: 'good',
    });
  } catch {
    app.notices.say('The browser did not allow copying. The link is in the address bar now.');
    location.hash = `/shared/${encoded.value}`;
  }
};

/** Saves what the page shows as one HTML file that opens anywhere, offline. */
export const savePage = async (app: App): Promise<void> => {
  const focus = app.workbook.focus;
  const file = await pageFile(
    app,
    focus ? `${focus.name}: ${describePredicate(focus.predicate)}` : 'All customers',
  );
  if (!file) return;
  downloadBlob(file.blob, file.title, 'html');
  app.notices.say('Page saved as one HTML file.');
};
