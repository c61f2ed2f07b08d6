import type { ImportIssue } from '../contract.ts';
import type { RowCounts } from './reject-rows.ts';
import { isDated } from './required-targets.ts';
import type { StagedFile } from './stage-file.ts';
import type { TypedColumn } from './column-reading.ts';

/** What was found about a file while its values were read. */
export interface FileFindings {
  readonly staged: StagedFile;
  readonly counts: RowCounts;
  readonly columns: readonly TypedColumn[];
  readonly targets: ReadonlySet<string>;
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
  const [only] = currencies;
  if (only !== undefined && !targets.has('orders.currency')) {
    const names = columns.filter((column) => column.currencies.length > 0).map(({ name }) => `“${name}”`);
    const use = isDated(targets) ? ', which is taken for the currency of its order' : '';
    const message = `Amounts in ${names.join(', ')} name their currency (${currencies.join(', ')})${use}`;
    issues.push({ severity: 'info', code: 'currency-in-amounts', message });
  }
  if (currencies.length > 1) {
    const message = `Amounts name several currencies (${currencies.join(', ')}) and were not converted`;
    issues.push({ severity: 'warning', code: 'mixed-currencies', message, count: currencies.length });
  }
  return issues;
};

/** What should be said of so many rows that occur more than once. */
export const duplicateIssues = (count = 0): readonly ImportIssue[] =>
  count === 0
    ? []
    : [
        {
          severity: 'info',
          code: 'duplicate-rows',
          message: 'Rows that occur more than once were kept',
          count,
        },
      ];

/** What should be said about the rows and values of a file. */
export const fileIssues = (findings: FileFindings): readonly ImportIssue[] => {
  const { staged, counts, columns } = findings;
  const issues: ImportIssue[] = columns.flatMap((column) => column.issues);
  const add = (severity: ImportIssue['severity'], code: string, number: number, message: string): void => {
    if (number > 0) issues.push({ severity, code, message, count: number });
  };
  add('info', 'empty-rows', counts.empty, 'Empty rows were skipped');
  issues.push(...duplicateIssues(counts.duplicates));
  issues.push(...staged.issues);
  if (staged.wasTranscoded) {
    const message = 'The file is not UTF-8 throughout: it was read as Windows-1252';
    issues.push({ severity: 'warning', code: 'encoding-changed', message });
  }
  return [...issues, ...orderIssues(findings)];
};
