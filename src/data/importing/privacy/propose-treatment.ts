import type { ColumnMapping, ImportIssue, PrivacyTreatment, SourceColumn } from '../contract.ts';
import { personalWords } from './detect-personal.ts';

/** From here on a column is taken for what it looks like. */
const leastConfidence = 0.75;

const isKey = (target: string): boolean => /_id$|\.reference$/.test(target);

/** Cards and national ids serve no analysis; one that names the customer is replaced, so that orders still find theirs. */
const treatmentOf = ({ personal }: SourceColumn, { target }: ColumnMapping): PrivacyTreatment | undefined => {
  const isGrave = personal?.kind === 'card' || personal?.kind === 'national-id';
  if (!isGrave || personal.confidence < leastConfidence) return undefined;
  return isKey(target) ? 'pseudonymise' : 'drop';
};

/** The mapping with what is known of personal columns, and what is proposed to do with them. */
export const proposeTreatment = (
  mapping: readonly ColumnMapping[],
  columns: readonly SourceColumn[],
): readonly ColumnMapping[] =>
  mapping.map((one) => {
    const column = columns.find(({ name }) => name === one.column);
    if (column?.personal === undefined || one.privacy !== undefined) return one;
    const privacy = treatmentOf(column, one);
    return { ...one, personal: column.personal.kind, ...(privacy === undefined ? {} : { privacy }) };
  });

const listed = (mapping: readonly ColumnMapping[]): string =>
  mapping
    .slice(0, 12)
    .map(({ column, personal }) => `“${column.slice(0, 40)}” (${personal ? personalWords(personal) : ''})`)
    .join(', ') + (mapping.length > 12 ? ` and ${mapping.length - 12} more` : '');

const remark = (
  severity: ImportIssue['severity'],
  code: string,
  columns: readonly ColumnMapping[],
  message: string,
): readonly ImportIssue[] =>
  columns.length === 0
    ? []
    : [{ severity, code, message: `${message}: ${listed(columns)}`, count: columns.length }];

/** What should be said of personal columns before a file is loaded; a column is counted once. */
export const personalIssues = (mapping: readonly ColumnMapping[]): readonly ImportIssue[] => {
  const personal = mapping.filter((one) => one.personal !== undefined);
  const treated = personal.filter(({ privacy = 'keep' }) => privacy !== 'keep');
  const kept = personal.filter(({ target, privacy = 'keep' }) => privacy === 'keep' && target !== 'ignore');
  const attributes = kept.filter(({ target }) => target === 'attribute');
  return [
    ...remark(
      'info',
      'personal-treated',
      treated,
      'Columns look so personal that they should not be loaded as they are',
    ),
    ...remark(
      'info',
      'personal-columns',
      kept.filter(({ target }) => target !== 'attribute'),
      'Columns look personal and would be kept: they can be dropped or replaced by pseudonyms',
    ),
    ...remark(
      'warning',
      'personal-attributes',
      attributes,
      'Columns look personal and would become attributes of the customer, by which segments can be made',
    ),
  ];
};

/** What should be said of personal columns that were loaded as they are. */
export const keptIssues = (mapping: readonly ColumnMapping[]): readonly ImportIssue[] =>
  remark(
    'info',
    'personal-kept',
    mapping.filter(
      ({ personal, target, privacy = 'keep' }) =>
        personal !== undefined && privacy === 'keep' && target !== 'ignore',
    ),
    'Columns with personal data were loaded as they are',
  );
