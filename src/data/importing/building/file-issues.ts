import type { ImportIssue } from '../contract.ts';
import type { RowCounts } from './reject-rows.ts';
import { isDated } from './required-targets.ts';
import type { StagedFile } from './stage-file.ts';
import type { TypedColumn } from './typed-columns.ts';

/** What was found about a file while its values were read. */
export interface FileFindings {
  readonly staged: StagedFile;
  readonly counts: RowCounts;
  readonly columns: readonly TypedColumn[];
  readonly targets: ReadonlySet<string>;
  readonly required: readonly string[];
  readonly hasTimes: boolean;
}

/** Currencies that money values name. */
export const namedCurrencies = (columns: readonly TypedColumn[]): readonly string[] => [
  ...new Set(columns.flatMap(({ currencies }) => currencies)),
];

const orderIssues = ({ columns, targets, hasTimes }: FileFindings): readonly ImportIssue[] => {
  const issues: ImportIssue[] = [];
  if (isDated(targets) && !targets.has('orders.order_id') && !targets.has('lines.order_id')) {
    const moment = hasTimes ? 'at one moment' : 'on one day';
    const message = `The file has no order numbers: what a customer bought ${moment} counts as one order`;
    issues.push({ severity: 'info', code: 'orders-made', message });
  }
  const currencies = namedCurrencies(columns);
  if (currencies.length > 1) {
    const message = `Amounts name several currencies (${currencies.join(', ')}) and were not converted`;
    issues.push({ severity: 'warning', code: 'mixed-currencies', message, count: currencies.length });
  }
  return issues;
};

/** What should be said about the rows and values of a file. */
export const fileIssues = (findings: FileFindings): readonly ImportIssue[] => {
  const { staged, counts, columns, required } = findings;
  const issues: ImportIssue[] = columns.flatMap((column) => column.issues);
  const add = (severity: ImportIssue['severity'], code: string, number: number, message: string): void => {
    if (number > 0) issues.push({ severity, code, message, count: number });
  };
  for (const { name, target, unreadable } of columns)
    if (!required.includes(target.target))
      add(
        'warning',
        'unreadable-values',
        unreadable,
        `Values in “${name}” that can’t be read were left empty`,
      );
  add('info', 'empty-rows', counts.empty, 'Empty rows were skipped');
  add('info', 'duplicate-rows', counts.duplicates, 'Rows that occur more than once were kept');
  add('warning', 'short-rows', staged.padded, 'Rows with too few fields were filled up with empty ones');
  add(
    'warning',
    'long-rows',
    staged.cut,
    'Rows with too many fields were cut after the last column: look at them, values may have moved to the wrong one',
  );
  if (staged.wasTranscoded) {
    const message = 'The file is not UTF-8 throughout: it was read as Windows-1252';
    issues.push({ severity: 'warning', code: 'encoding-changed', message });
  }
  return [...issues, ...orderIssues(findings)];
};
