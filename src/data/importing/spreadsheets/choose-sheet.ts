import type { ImportIssue } from '../contract.ts';

/** A sheet of a workbook. */
export interface CountedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Filled cells, or another measure of how full it is. */
  readonly cells: number;
}

/** The sheet that was asked for, else the fullest one that is not hidden. */
export const chooseSheet = (sheets: readonly CountedSheet[], wanted?: string): number => {
  const asked = sheets.findIndex(({ name }) => name === wanted);
  if (asked >= 0) return asked;
  const rank = ({ isHidden, cells }: CountedSheet): number =>
    cells === 0 ? 0 : cells + (isHidden ? 0 : Number.MAX_SAFE_INTEGER / 2);
  return sheets.reduce(
    (best, sheet, index) => (rank(sheet) > rank(sheets[best] as CountedSheet) ? index : best),
    0,
  );
};

const list = (names: readonly string[]): string =>
  names
    .slice(0, 10)
    .map((name) => `“${name.slice(0, 40)}”`)
    .join(', ') + (names.length > 10 ? ` and ${names.length - 10} more` : '');

/** Which sheets are not read, and which are hidden. */
export const sheetIssues = (sheets: readonly CountedSheet[], chosen: number): readonly ImportIssue[] => {
  const issues: ImportIssue[] = [];
  const others = sheets.filter((sheet, index) => index !== chosen && !sheet.isHidden && sheet.cells > 0);
  const name = sheets[chosen]?.name ?? '';
  if (others.length > 0) {
    const message = `The workbook has other sheets that are not read: ${list(others.map((sheet) => sheet.name))}. The one that is read is “${name.slice(0, 40)}”`;
    issues.push({ severity: 'info', code: 'other-sheets', message, count: others.length });
  }
  const hidden = sheets.filter(({ isHidden }) => isHidden);
  if (hidden.length > 0) {
    const message = `Sheets of the workbook are hidden: ${list(hidden.map((sheet) => sheet.name))}`;
    issues.push({ severity: 'info', code: 'hidden-sheets', message, count: hidden.length });
  }
  return issues;
};
