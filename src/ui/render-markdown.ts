import DOMPurify from 'dompurify';
import { Marked } from 'marked';

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    // Nothing leads off the origin: a link shows its words and its address, an image its description.
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      return words === escape(href) ? words : `${words} (${escape(href)})`;
    },
    image: ({ text }) => escape(text),
    html: ({ text }) => escape(text),
  },
});

const allowed = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['start', 'align'],
};

/** Markdown as safe HTML: no scripts, styles, forms, pictures or addresses; links become words. */
export const renderMarkdown = (text: string): string =>
  DOMPurify.sanitize(marked.parse(text, { async: false }), allowed);
