import type { Day } from '../../core/day.ts';
import { escapeMarkup } from './markup.ts';

/** The words around an exported page. */
export interface PageWords {
  readonly title: string;
  /** What it shows: population, period, segment in focus. */
  readonly subtitle?: string | undefined;
  readonly day: Day;
  /** The day in words. */
  readonly dayText: string;
  /** Where the numbers come from and how to read them, one sentence each. */
  readonly notes: readonly string[];
  /** BCP 47. */
  readonly language: string;
}

/** The parts of an exported page that were made from the live one. `body` is safe markup. */
export interface PageParts {
  readonly css: string;
  readonly body: string;
  /** `data-theme` of the page; undefined when it follows the system. */
  readonly theme?: string | undefined;
}

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

const frameCss = `
html, body { block-size: auto !important; min-block-size: 0 !important; overflow: visible !important; }
body { margin: 0 auto !important; padding: 2rem clamp(1rem, 4vw, 3rem) !important; max-inline-size: 90rem; display: block !important; }
.page-header { margin-block-end: 2rem; }
.page-header p, .page-footer { opacity: .75; font-size: .8125rem; line-height: 1.5; }
.page-header h1 { margin: 0 0 .25rem; }
.page-footer { margin-block-start: 2.5rem; padding-block-start: 1rem; border-block-start: 1px solid; }
.page-footer p { margin: 0 0 .25rem; max-inline-size: 70ch; }
svg { max-inline-size: 100%; block-size: auto; }
`;

/** CSS that can't end its element. */
const safeCss = (css: string): string => css.replaceAll('</', '<\\/');

/**
 * One self-contained HTML file: it opens anywhere, offline, runs nothing and loads nothing, by its own content security policy.
 */
export const writeHtmlDocument = (words: PageWords, parts: PageParts): string => {
  const text = escapeMarkup;
  return [
    '<!doctype html>',
    `<html lang="${text(words.language)}"${parts.theme === undefined ? '' : ` data-theme="${text(parts.theme)}"`}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${text(words.title)}</title>`,
    `<style>${safeCss(parts.css)}${frameCss}</style>`,
    '</head>',
    '<body>',
    `<header class="page-header"><h1>${text(words.title)}</h1>`,
    words.subtitle ? `<p>${text(words.subtitle)}</p>` : '',
    `<p><time datetime="${text(words.day)}">${text(words.dayText)}</time></p></header>`,
    `<main>${parts.body}</main>`,
    '<footer class="page-footer">',
    ...words.notes.map((note) => `<p>${text(note)}</p>`),
    '</footer>',
    '</body>',
    '</html>',
  ]
    .filter((line) => line !== '')
    .join('\n');
};
