import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../../src/storage/export/download.ts';
import { addFontProbes, probeSide } from '../../../../src/storage/export/font-probes.ts';
import { writeHtmlDocument } from '../../../../src/storage/export/html-document.ts';
import { escapeMarkup } from '../../../../src/storage/export/markup.ts';
import { withoutOutsideUrls } from '../../../../src/storage/export/page-css.ts';
import { parsePaint } from '../../../../src/storage/export/svg-paint.ts';
import { coversText } from '../../../../src/storage/export/unicode-range.ts';
import { wrapText } from '../../../../src/storage/export/wrap-text.ts';

describe('safeFileName', () => {
  it('keeps words and drops what some system refuses', () => {
    expect(safeFileName('The best tenth bring 61 % of profit', 'png')).toBe(
      'The best tenth bring 61 % of profit.png',
    );
    expect(safeFileName('../../etc/passwd', 'csv')).toBe('etc passwd.csv');
    expect(safeFileName('a:b*c?"<d>|e\\f\u0000\u202egnp', 'svg')).toBe('a b c d e f gnp.svg');
    expect(safeFileName('CON', 'csv')).toBe('arrowhead.csv');
    expect(safeFileName(' ... ', 'csv')).toBe('arrowhead.csv');
    expect([...safeFileName('é'.repeat(500), 'csv')]).toHaveLength(104);
  });

  it('is safe for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(safeFileName(name, 'csv')).toMatch(/^[^<>:"/\\|?*\p{Cc}]*[^<>:"/\\|?*\p{Cc}. ]\.csv$/u);
      }),
    );
  });
});

describe('writeHtmlDocument', () => {
  const words = {
    title: '</title><script>alert(1)</script>',
    subtitle: '"Norway" & co',
    day: '2011-12-10' as const,
    dayText: '10 December 2011',
    notes: ['Source: <orders.csv>'],
    language: 'en-GB',
  };
  const page = writeHtmlDocument(words, {
    css: 'a::after{content:"</style><script>alert(2)</script>"}',
    body: '<p>Body</p>',
    theme: 'dark',
  });

  it('carries a strict policy before anything else that could load', () => {
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'));
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/script-src|https?:/);
  });

  it('can’t be broken out of by words or styles', () => {
    expect(page.replace(/<style>.*<\/style>/s, '')).not.toContain('<script>');
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain('&quot;Norway&quot; &amp; co');
    expect(page).toContain('Source: &lt;orders.csv&gt;');
    expect(page).toContain('<html lang="en-GB" data-theme="dark">');
    expect(page).toContain('<time datetime="2011-12-10">10 December 2011</time>');
  });
});

describe('small parts', () => {
  it('escapeMarkup leaves nothing that could be markup', () => {
    expect(escapeMarkup(`<a b="c" d='e'>&\u0000\uD800`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
    expect(escapeMarkup('Ærø 🙂\n')).toBe('Ærø 🙂\n');
  });

  it('withoutOutsideUrls keeps what is inside the file', () => {
    const css = `a{b:url(x.png);c:url("https://x.example/a)b.png");d:url( '/y' );e:url(#grad);f:url("data:image/png;base64,A")}`;
    expect(withoutOutsideUrls(css)).toBe(
      'a{b:none;c:none;d:none;e:url(#grad);f:url("data:image/png;base64,A")}',
    );
  });

  it('parsePaint reads what browsers compute', () => {
    expect(parsePaint('rgb(11, 93, 102)')).toEqual({ paint: '#0b5d66', opacity: 1 });
    expect(parsePaint('rgba(0, 0, 0, 0.35)')).toEqual({ paint: '#000000', opacity: 0.35 });
    expect(parsePaint('rgba(0, 0, 0, 0)')).toEqual({ paint: 'none', opacity: 1 });
    expect(parsePaint('none')).toEqual({ paint: 'none', opacity: 1 });
    expect(parsePaint('url("http://127.0.0.1/#seq")')).toEqual({ paint: 'url(#seq)', opacity: 1 });
    expect(parsePaint('oklab(0.5 0 0)')).toBeUndefined();
  });

  it('coversText finds the fonts that a text needs', () => {
    const latin = 'U+0000-00FF, U+0131, U+2000-206F';
    expect(coversText(latin, 'A')).toBe(true);
    expect(coversText('U+0100-02BA', 'Brno')).toBe(false);
    expect(coversText('U+0100-02BA', 'Łódź')).toBe(true);
    expect(coversText('U+4??', 'Привет')).toBe(true);
    expect(coversText('', 'x')).toBe(true);
    expect(coversText('nonsense', 'x')).toBe(false);
  });

  it('wrapText breaks between words, and a long word has its own line', () => {
    const measure = (text: string): number => text.length;
    expect(wrapText('the best tenth of customers', 10, measure)).toEqual([
      'the best',
      'tenth of',
      'customers',
    ]);
    expect(wrapText('incomprehensibilities are rare', 8, measure)).toEqual([
      'incomprehensibilities',
      'are rare',
    ]);
    expect(wrapText('  ', 8, measure)).toEqual([]);
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,9}$/)),
        fc.integer({ min: 1, max: 30 }),
        (list, width) => {
          expect(wrapText(list.join(' '), width, measure).join(' ')).toBe(list.join(' '));
        },
      ),
    );
  });
});

describe('addFontProbes', () => {
  it('shows one letter of each embedded font below the drawing', () => {
    const svg = `<svg xmlns="x" width="100" height="50" viewBox="0 0 100 50"><style>@font-face{font-family:"Inter";font-style:normal;unicode-range:U+0-FF;src:url(data:a)}@font-face{font-family:Serif;unicode-range:U+0400-04FF;src:url(data:b)}</style><svg height="9" viewBox="0 0 1 1"></svg></svg>`;
    const probed = addFontProbes(svg, 100, 50);
    expect(probed.probes).toBe(2);
    expect(probed.svg).toContain(
      `width="100" height="${50 + probeSide}" viewBox="0 0 100 ${50 + probeSide}"`,
    );
    expect(probed.svg).toContain('<svg height="9" viewBox="0 0 1 1">');
    expect(probed.svg).toMatch(
      /font-family="&quot;Inter&quot;"[^>]*>A<\/text>.*font-family="Serif"[^>]*>Ѐ<\/text><\/svg>$/,
    );
    expect(addFontProbes('<svg height="1" viewBox="0 0 1 1"></svg>', 1, 1).probes).toBe(0);
  });
});
