import { describe, expect, it } from 'vitest';
import type { AppError, AppErrorKind } from '../../../src/core/app-error.ts';
import { explainError } from '../../../src/core/explain-error.ts';

const file = 'orders.csv';
/** One of each kind: the type makes the list complete. */
const examples: { readonly [Kind in AppErrorKind]: Extract<AppError, { kind: Kind }> } = {
  'file-empty': { kind: 'file-empty', file },
  'file-header-only': { kind: 'file-header-only', file, columns: 7 },
  'file-not-a-table': { kind: 'file-not-a-table', file, detected: 'a PDF document' },
  'file-unreadable': { kind: 'file-unreadable', file, reason: 'permission was denied' },
  'file-changed': { kind: 'file-changed', file },
  'file-corrupt': { kind: 'file-corrupt', file, format: 'gzip', reason: 'unexpected end of file' },
  'file-encrypted': { kind: 'file-encrypted', file },
  'format-unsupported': { kind: 'format-unsupported', file, format: 'xls', instead: 'Save it as XLSX' },
  'no-rows-kept': { kind: 'no-rows-kept', file, rowsRead: 1234, reason: 'No date could be read' },
  'mapping-incomplete': { kind: 'mapping-incomplete', file, missing: ['customer', 'date'] },
  'needs-data': { kind: 'needs-data', missing: ['product costs'] },
  'parameter-invalid': {
    kind: 'parameter-invalid',
    parameter: 'months',
    value: '-3',
    expected: 'a whole number from 1 to 60',
  },
  'unknown-analysis': { kind: 'unknown-analysis', id: 'rfn' },
  'segment-invalid': { kind: 'segment-invalid', reason: 'there is no column “town”' },
  'sql-failed': { kind: 'sql-failed', message: 'no such table', sql: 'select', position: 12 },
  'sql-not-read-only': { kind: 'sql-not-read-only', sql: 'drop table x' },
  'out-of-memory': { kind: 'out-of-memory', limitBytes: 3_300_000_000 },
  'engine-crashed': { kind: 'engine-crashed', message: 'unreachable' },
  'engine-unavailable': { kind: 'engine-unavailable', reason: 'WebAssembly is off' },
  cancelled: { kind: 'cancelled' },
  'data-not-kept': { kind: 'data-not-kept' },
  'storage-full': { kind: 'storage-full', neededBytes: 12_400_000 },
  'storage-denied': { kind: 'storage-denied', reason: 'the browser refused' },
  'workbook-too-new': { kind: 'workbook-too-new', version: 3, supported: 1 },
  'workbook-invalid': { kind: 'workbook-invalid', reason: 'name: Expected string' },
  'recipe-invalid': { kind: 'recipe-invalid', reason: 'It is not an import recipe of the workbench' },
  'link-invalid': { kind: 'link-invalid', reason: 'it is cut short' },
  'link-too-long': { kind: 'link-too-long', length: 21_345, limit: 16_000 },
  'export-failed': { kind: 'export-failed', what: 'picture', reason: 'no drawing surface' },
  internal: { kind: 'internal', message: 'a view has no table' },
};

describe('explainError', () => {
  it.each(Object.entries(examples))('%s: three plain sentences, without alarm', (_kind, error) => {
    const { title, cause, nextStep } = explainError(error);
    expect(title).toMatch(/^[“A-Z]/);
    expect(title).not.toMatch(/[.!]$/);
    for (const text of [cause, nextStep]) expect(text).toMatch(/^[“A-Z0-9].*[.]$/);
    expect(`${title}${cause}${nextStep}`).not.toMatch(/!|Oops|undefined|null|NaN|\.\./);
  });

  it('says the numbers', () => {
    const words = (error: AppError): string => Object.values(explainError(error)).join(' ');
    expect(words(examples['no-rows-kept'])).toContain('1,234 rows');
    expect(words(examples['file-header-only'])).toContain('7 columns');
    expect(words({ kind: 'file-header-only', file, columns: 1 })).toContain('1 column,');
    expect(words(examples['mapping-incomplete'])).toContain('customer and date');
    expect(words(examples['storage-full'])).toContain('12.4 MB');
    expect(words(examples['link-too-long'])).toContain('21,345 characters');
    expect(words(examples['workbook-too-new'])).toContain('form 3');
    expect(words(examples['sql-failed'])).toContain('character 12');
  });

  it('bears facts that are missing, empty or endless', () => {
    const endless = 'x'.repeat(1_000_000);
    expect(explainError({ kind: 'storage-full' }).cause).not.toMatch(/MB/);
    expect(explainError({ kind: 'out-of-memory' }).cause).toMatch(/\.$/);
    expect(explainError({ kind: 'internal', message: '' }).cause).toMatch(/No reason was given/);
    expect(explainError({ kind: 'needs-data', missing: [] }).cause).toMatch(/not named/);
    expect(explainError({ kind: 'file-empty', file: endless }).title.length).toBeLessThan(120);
    expect(explainError({ kind: 'file-unreadable', file, reason: endless }).cause.length).toBeLessThan(500);
  });
});
