import { describe, expect, it } from 'vitest';
import { pages } from '../../../src/screens/pages.ts';
import { worksheetTable } from '../../../src/screens/worksheets/worksheet-export.ts';
import { addComment, addRows, editRow, pinRowEvidence } from '../../../src/strategy/commands/worksheets.ts';
import { concepts } from '../../../src/strategy/glossary/concepts.ts';
import { terms } from '../../../src/strategy/glossary/terms.ts';
import { execute, redo, startHistory, undo } from '../../../src/strategy/history.ts';
import { parseWorkbook } from '../../../src/strategy/parse-workbook.ts';
import { findWorksheet, worksheets } from '../../../src/strategy/worksheets/registry.ts';
import { blankRow, rowsOf } from '../../../src/strategy/worksheets/rows.ts';
import { evidenceOf } from '../strategy/arbitrary-parts.ts';
import { newWorkbook } from '../strategy/arbitrary-workbook.ts';

const range = (family: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `${family}${from + at}`);

/** The concepts that strategy work is about, as the specification numbers them. */
const required = [
  ...range('A', 2, 25),
  ...range('A', 29, 36),
  ...range('B', 12, 20),
  ...range('B', 26, 29),
  'B33',
  ...range('B', 46, 51),
  ...range('C', 1, 9),
  ...range('D', 1, 21),
];

const paths = pages.map(({ path }) => path);

it('every concept has a place', () => {
  const ids = concepts.map(({ id }) => id);
  expect(required.filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

it.each(concepts.map((concept) => [concept.id, concept] as const))(
  '%s leads to a page and a worksheet that there are',
  (id, { path, worksheet }) => {
    expect(paths).toContain(path);
    if (worksheet === undefined) return;
    expect(findWorksheet(worksheet)?.concepts).toContain(id);
  },
);

it('every term leads to a page that there is', () => {
  expect(terms.filter(({ path }) => !paths.includes(path)).map(({ term }) => term)).toEqual([]);
});

it('every worksheet is the place of a concept', () => {
  const known = new Set(concepts.map(({ id }) => id));
  for (const { id, concepts: own } of worksheets)
    expect([id, own.filter((one) => known.has(one) || !required.includes(one))]).toEqual([id, own]);
});

describe.each(worksheets.map((worksheet) => [worksheet.id, worksheet] as const))(
  'the record %s',
  (_, sheet) => {
    const field = sheet.fields[sheet.name];
    const choice = field?.kind === 'choice' ? field.options[0] : undefined;
    const said = field?.kind === 'enabler' ? 'people' : (choice?.value ?? 'Written down');
    const read = field?.kind === 'enabler' ? 'People' : (choice?.label ?? 'Written down');
    const written = [
      addRows(sheet.id, [blankRow(sheet, 'row')]),
      editRow(sheet.id, 'row', { [sheet.name]: said }),
      pinRowEvidence(sheet.id, 'row', evidenceOf('number')),
      addComment(sheet.id, 'row', { id: 'c', author: 'Ada', day: '2026-01-31', text: 'Remark' }),
    ].reduce((history, command) => execute(history, command), startHistory(newWorkbook()));

    it('is filled in, bound to a number, undone and done again', () => {
      expect(rowsOf(written.present, sheet)[0]).toMatchObject({
        values: { [sheet.name]: said },
        evidenceIds: ['number'],
        comments: [{ text: 'Remark' }],
      });
      const back = undo(undo(undo(undo(written))));
      expect(rowsOf(back.present, sheet)).toEqual([]);
      expect(back.present.evidence).toEqual([]);
      expect(redo(redo(redo(redo(back)))).present).toEqual(written.present);
    });

    it('is saved and opened again as it was', () => {
      const opened = parseWorkbook(JSON.parse(JSON.stringify(written.present)));
      expect(opened.ok && opened.value).toEqual(written.present);
    });

    it('is exported with what it says', () => {
      const { columns, rows } = worksheetTable(sheet, rowsOf(written.present, sheet), written.present);
      expect(columns.map(({ key }) => key)).toContain(sheet.name);
      expect(rows[0]?.[sheet.name]).toBe(read);
      expect(rows[0]?.['remarks of row']).toBe('Remark');
      expect(rows[0]?.['evidence of row']).toContain('Repeat rate');
    });
  },
);
