const space = '[ \u00a0\u2007\u2009\u202f]';
const debitWords = 'dr\\.?|d|s|soll|debit';
const creditWords = 'cr\\.?|c|h|haben|credit';

/** A mark for debit or credit after an amount: DR and CR, D and C, S and H (Soll, Haben). Ignores case. */
export const accountMarkExpression = `(?:${debitWords}|${creditWords})`;

const after = (words: string): string => `[0-9]${space}*(?:${words})$|[^0-9]${space}+(?:${words})$`;
const pattern = (expression: string): RegExp => new RegExp(expression, 'i');
const debitPattern = pattern(after(debitWords));
const creditPattern = pattern(after(creditWords));

/** What an amount is marked as; undefined without a mark. */
export const accountMarkOf = (text: string): 'debit' | 'credit' | undefined =>
  debitPattern.test(text) ? 'debit' : creditPattern.test(text) ? 'credit' : undefined;

/** SQL condition: the amount is marked as a debit, or as a credit. */
export const isMarkedSql = (value: string, mark: 'debit' | 'credit'): string =>
  `regexp_matches(${value}, '(?i)${after(mark === 'debit' ? debitWords : creditWords)}')`;

/** SQL of a lone mark: `debit`, `credit`, or null where it is neither. */
export const sideSql = (value: string): string =>
  `(case when regexp_full_match(${value}, '(?i:${debitWords})') then 'debit' when regexp_full_match(${value}, '(?i:${creditWords})') then 'credit' end)`;

const lone = pattern(`^(?:${debitWords}|${creditWords})$`);

/** Whether a text is nothing but such a mark. */
export const isAccountMark = (text: string): boolean => lone.test(text);

/** What marks for debit and credit mean in a column. */
export interface AccountMarks {
  /** The mark that makes an amount negative; none where all values carry the same one. */
  readonly negative: 'debit' | 'credit' | 'none';
  /** Rows that carry each. */
  readonly debit: number;
  readonly credit: number;
  /** Debits and credits are both marked: an amount without a mark has no certain sign. */
  readonly needsMark: boolean;
}

/** So large a share of credits is what a column is about: a revenue account, in which debits are the exception. */
const nearlyAll = 0.9;

/** What marks mean by how many rows carry which: credits are negative, unless (nearly) everything is one. */
export const meaningOf = (debit: number, credit: number, unmarked: number): AccountMarks => {
  const needsMark = debit > 0 && credit > 0;
  const negative = (): AccountMarks['negative'] => {
    if (debit + credit === 0 || (!needsMark && unmarked === 0)) return 'none';
    if (credit === 0) return 'debit';
    return needsMark && credit > nearlyAll * (debit + credit) ? 'debit' : 'credit';
  };
  return { negative: negative(), debit, credit, needsMark };
};

/** What the marks of a column's shapes mean. */
export const accountMarksOf = (
  shapes: readonly { readonly text: string; readonly count: number }[],
): AccountMarks => {
  const count = (mark: 'debit' | 'credit' | undefined): number =>
    shapes.reduce((sum, shape) => sum + (accountMarkOf(shape.text) === mark ? shape.count : 0), 0);
  return meaningOf(count('debit'), count('credit'), count(undefined));
};
