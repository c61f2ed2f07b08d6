import { listStyleRules } from './style-rules.ts';

/** Addresses in CSS that lead out of the file become `none`; those within it (`#id`, `data:`) stay. */
export const withoutOutsideUrls = (css: string): string =>
  css.replaceAll(/url\(\s*(?:"(?!#|data:)[^"]*"|'(?!#|data:)[^']*'|(?!["'#]|data:)[^)]*)\s*\)/gi, 'none');

/** The page's style rules as text, without fonts (they are embedded apart) and without anything that would be loaded. */
export const collectPageCss = (): string =>
  listStyleRules()
    .filter(({ rule }) => !(rule instanceof CSSFontFaceRule || rule instanceof CSSNamespaceRule))
    .map(({ rule }) => withoutOutsideUrls(rule.cssText))
    .join('\n');
