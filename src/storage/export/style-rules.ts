/** A rule of a stylesheet with the address that its relative urls start from. */
export interface StyleRule {
  readonly rule: CSSRule;
  readonly base: string;
}

const rulesOf = (sheet: CSSStyleSheet, base: string): readonly StyleRule[] => {
  try {
    return [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSImportRule
        ? rule.styleSheet
          ? rulesOf(rule.styleSheet, rule.styleSheet.href ?? base)
          : []
        : [{ rule, base }],
    );
  } catch {
    // The rules of a sheet from another origin (a browser extension's) can't be read, and aren't ours.
    return [];
  }
};

/** All rules of the page's stylesheets in order, imports unfolded. */
export const listStyleRules = (page: Document = document): readonly StyleRule[] =>
  [...page.styleSheets, ...page.adoptedStyleSheets].flatMap((sheet) =>
    rulesOf(sheet, sheet.href ?? page.baseURI),
  );
