import { cleanClone } from './clean-clone.ts';
import { embedFonts } from './fonts.ts';
import { writeHtmlDocument, type PageWords } from './html-document.ts';
import { collectPageCss } from './page-css.ts';

const familiesOf = (element: HTMLElement): ReadonlySet<string> =>
  new Set([element, ...element.querySelectorAll('*')].map((one) => getComputedStyle(one).fontFamily));

const smallGroupNote = (count: number): string =>
  `${count} ${count === 1 ? 'figure' : 'figures'} about fewer than 10 customers ${count === 1 ? 'is' : 'are'} left out.`;

/**
 * A board or page as one HTML file: a copy of the element with its charts, the look of the page and its fonts inside, headed by title and
 * date, ended by the notes on its sources. It opens anywhere, offline; it holds what is visible and no customer rows beyond that.
 */
export const writeHtmlPage = async (source: HTMLElement, words: PageWords): Promise<Blob> => {
  const { element, smallGroups } = cleanClone(source);
  const everyWord = `${words.title}${words.subtitle ?? ''}${words.notes.join('')}${element.textContent}`;
  const fonts = await embedFonts(familiesOf(source), everyWord);
  const notes = smallGroups > 0 ? [...words.notes, smallGroupNote(smallGroups)] : words.notes;
  const markup = writeHtmlDocument(
    { ...words, notes },
    {
      css: `${fonts}${collectPageCss()}`,
      body: element.outerHTML,
      theme: document.documentElement.dataset['theme'],
    },
  );
  return new Blob([markup], { type: 'text/html;charset=utf-8' });
};
