import { dayFromMilliseconds } from '../core/day.ts';
import { writeHtmlPage } from '../storage/export/html.ts';
import type { App } from './app.svelte.ts';

/** The page that is shown as one self-contained HTML file; undefined before a page is there. */
export const pageFile = async (
  app: App,
  population: string,
): Promise<{ readonly blob: Blob; readonly title: string } | undefined> => {
  const page = document.querySelector<HTMLElement>('main > *');
  const day = dayFromMilliseconds(Date.now());
  if (!page || !day) return undefined;
  const title = `${app.workbook.current.name}: ${document.title.replace(/ · Arrowhead$/, '')}`;
  const blob = await writeHtmlPage(page, {
    title,
    subtitle: population,
    day,
    dayText: app.formats.day(day),
    notes: [
      `Computed from the data as of ${app.formats.day(app.context.asOf)}; returns ${app.context.returns === 'net' ? 'subtracted' : 'ignored'}.`,
      'Made with Arrowhead. This file holds what was on the page and no customer rows beyond it.',
    ],
    language: app.preferences.locale,
  });
  return { blob, title };
};
