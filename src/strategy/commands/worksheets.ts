import type { Evidence } from '../records/evidence.ts';
import type { Comment, WorksheetRow } from '../records/worksheet.ts';
import type { Workbook } from '../workbook.ts';
import { readValue } from '../worksheets/read-values.ts';
import { findWorksheet } from '../worksheets/registry.ts';
import { clearRowLinks } from '../worksheets/clear-links.ts';
import { settleRow } from '../worksheets/settle-row.ts';
import type { Command } from './command.ts';
import { dropUncitedEvidence, findById, moveById, removeById } from './find.ts';

/** The rows of a worksheet in a workbook, in place; none for one that is not known. */
const rowsIn = (draft: Workbook, worksheetId: string): WorksheetRow[] =>
  findWorksheet(worksheetId) ? (draft.worksheets[worksheetId] ?? []) : [];

const change = (
  label: string,
  worksheetId: string,
  rowId: string,
  edit: (row: WorksheetRow, draft: Workbook) => void,
): Command => ({
  label,
  apply: (draft) => {
    const row = findById(rowsIn(draft, worksheetId), rowId);
    if (row) edit(row, draft);
  },
});

/** Adds rows at the end of a worksheet, those whose id is free. A worksheet that is not known takes none. */
export const addRows = (worksheetId: string, rows: readonly WorksheetRow[]): Command => ({
  label: rows.length === 1 ? 'Add row' : 'Add rows',
  apply: (draft) => {
    const worksheet = findWorksheet(worksheetId);
    if (!worksheet) return;
    const known = rowsIn(draft, worksheetId).length;
    for (const row of rows)
      if (!findById(rowsIn(draft, worksheetId), row.id)) (draft.worksheets[worksheetId] ??= []).push(row);
    // Rows that come together may name each other: links are settled once all are there.
    const all = rowsIn(draft, worksheetId);
    for (let at = known; at < all.length; at += 1)
      all[at] = settleRow(draft, worksheet, all[at] as WorksheetRow);
  },
});

/** Writes parts of a row. A field can't be given what it does not hold: that clears it. Links that lead nowhere are not taken. */
export const editRow = (
  worksheetId: string,
  rowId: string,
  values: Readonly<Record<string, unknown>>,
): Command =>
  change('Edit row', worksheetId, rowId, (row, draft) => {
    const worksheet = findWorksheet(worksheetId);
    if (!worksheet) return;
    for (const [key, value] of Object.entries(values)) {
      const field = Object.hasOwn(worksheet.fields, key) ? worksheet.fields[key] : undefined;
      if (field) row.values[key] = readValue(field, value);
    }
    row.values = settleRow(draft, worksheet, row).values;
  });

/** Says who is responsible for a row. */
export const setRowOwner = (worksheetId: string, rowId: string, owner: string): Command =>
  change('Set owner', worksheetId, rowId, (row) => {
    row.owner = owner;
  });

/** Moves a row to a position of its worksheet, 0 first. */
export const moveRow = (worksheetId: string, rowId: string, index: number): Command => ({
  label: 'Move row',
  apply: (draft) => moveById(rowsIn(draft, worksheetId), rowId, index),
});

/** Copies a row under a new id, right below it, with its evidence and without its remarks. */
export const duplicateRow = (worksheetId: string, rowId: string, copyId: string): Command => ({
  label: 'Duplicate row',
  apply: (draft) => {
    const rows = rowsIn(draft, worksheetId);
    const at = rows.findIndex((row) => row.id === rowId);
    const original = rows[at];
    if (!original || findById(rows, copyId)) return;
    rows.splice(at + 1, 0, {
      ...original,
      id: copyId,
      values: { ...original.values },
      evidenceIds: [...original.evidenceIds],
      comments: [],
    });
  },
});

/** Removes a row, the links of other rows to it, and the evidence that only it cited. */
export const removeRow = (worksheetId: string, rowId: string): Command => ({
  label: 'Remove row',
  apply: (draft) => {
    const removed = removeById(rowsIn(draft, worksheetId), rowId);
    if (!removed) return;
    clearRowLinks(draft, worksheetId, rowId);
    dropUncitedEvidence(draft, [...removed.evidenceIds]);
  },
});

/** Pins a number to a row. Evidence that is in the workbook already (same id) is cited, not changed. */
export const pinRowEvidence = (worksheetId: string, rowId: string, evidence: Evidence): Command =>
  change('Pin evidence', worksheetId, rowId, (row, draft) => {
    if (!findById(draft.evidence, evidence.id)) draft.evidence.push(evidence);
    if (!row.evidenceIds.includes(evidence.id)) row.evidenceIds.push(evidence.id);
  });

/** Takes a number off a row; it is forgotten when nothing else cites it. */
export const unpinRowEvidence = (worksheetId: string, rowId: string, evidenceId: string): Command =>
  change('Unpin evidence', worksheetId, rowId, (row, draft) => {
    if (!row.evidenceIds.includes(evidenceId)) return;
    row.evidenceIds = row.evidenceIds.filter((id) => id !== evidenceId);
    dropUncitedEvidence(draft, [evidenceId]);
  });

/** Adds a remark to a row. */
export const addComment = (worksheetId: string, rowId: string, comment: Comment): Command =>
  change('Add comment', worksheetId, rowId, (row) => {
    if (!findById(row.comments, comment.id)) row.comments.push(comment);
  });

/** Takes a remark off a row. */
export const removeComment = (worksheetId: string, rowId: string, commentId: string): Command =>
  change('Remove comment', worksheetId, rowId, (row) => {
    removeById(row.comments, commentId);
  });
