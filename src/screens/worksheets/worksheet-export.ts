import type { ExportColumn, ExportTable } from '../../storage/export/export-table.ts';
import type { Workbook } from '../../strategy/workbook.ts';
import { meanScore } from '../../strategy/worksheets/assessed.ts';
import type { Field, Fields } from '../../strategy/worksheets/field.ts';
import { findWorksheet } from '../../strategy/worksheets/registry.ts';
import { rowsOf } from '../../strategy/worksheets/rows.ts';
import type { RowOf, Worksheet } from '../../strategy/worksheets/worksheet.ts';
import { evidenceWords } from '../swot/evidence-words.ts';
import { rowName } from './write-row.ts';

type Cell = ExportTable['rows'][number][string];

const namedBy = (list: readonly { readonly id: string; readonly name: string }[], id: unknown): string =>
  list.find((one) => one.id === id)?.name ?? '';

const linked = (workbook: Workbook, worksheetId: string, rowId: unknown): string => {
  const worksheet = findWorksheet(worksheetId);
  const row = worksheet && rowsOf(workbook, worksheet).find(({ id }) => id === rowId);
  return row ? rowName(worksheet, row, workbook.enablers) : '';
};

/** A value as it is read in a table: names for links and choices, the mean for scores of several people. */
const readable = (workbook: Workbook, field: Field, value: RowOf<Fields>['values'][string]): Cell => {
  if (typeof value === 'object' && value !== null) return meanScore(value);
  if (field.kind === 'segment') return namedBy(workbook.segments, value);
  if (field.kind === 'enabler') return namedBy(workbook.enablers, value);
  if (field.kind === 'row') return linked(workbook, field.worksheet, value);
  if (field.kind === 'flag') return value === true ? 'yes' : 'no';
  if (field.kind === 'choice') return field.options.find((option) => option.value === value)?.label ?? '';
  return value;
};

const unitOf = (field: Field): Pick<ExportColumn, 'unit'> => {
  if (field.kind === 'amount') return field.unitFrom === undefined ? { unit: field.unit } : {};
  return field.kind === 'score' || field.kind === 'assessed' ? { unit: 'points' } : {};
};

/** The rows of a worksheet as a table: fields, what follows from them, owner, the numbers they rest on, and remarks. */
export const worksheetTable = (
  worksheet: Worksheet,
  rows: readonly RowOf<Fields>[],
  workbook: Workbook,
): ExportTable => {
  const fields = Object.entries(worksheet.fields);
  const derived = worksheet.derived ?? [];
  return {
    columns: [
      ...fields.map(([key, field]) => ({ key, label: field.label, ...unitOf(field) })),
      ...derived.map(({ key, label, unit }) => ({ key: `derived ${key}`, label, unit })),
      { key: 'owner of row', label: 'Owner' },
      { key: 'evidence of row', label: 'Evidence when pinned' },
      { key: 'remarks of row', label: 'Remarks' },
    ],
    rows: rows.map((row) => ({
      ...Object.fromEntries(
        fields.map(([key, field]) => [key, readable(workbook, field, row.values[key] ?? null)]),
      ),
      ...Object.fromEntries(derived.map((figure) => [`derived ${figure.key}`, figure.of(row.values, rows)])),
      'owner of row': row.owner,
      'evidence of row': evidenceWords(workbook.evidence, row.evidenceIds),
      'remarks of row': row.comments.map(({ text }) => text).join('; '),
    })),
  };
};
