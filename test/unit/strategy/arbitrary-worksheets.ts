import fc from 'fast-check';
import { addAssessor, removeAssessor, renameAssessor } from '../../../src/strategy/commands/assessors.ts';
import type { Command } from '../../../src/strategy/commands/command.ts';
import {
  addComment,
  addRows,
  duplicateRow,
  editRow,
  moveRow,
  pinRowEvidence,
  removeComment,
  removeRow,
  setRowOwner,
  unpinRowEvidence,
} from '../../../src/strategy/commands/worksheets.ts';
import {
  judgePair,
  rateCrossing,
  setCardImpact,
  voteForCard,
} from '../../../src/strategy/commands/weighing.ts';
import { quadrants } from '../../../src/strategy/records/swot.ts';
import { worksheets } from '../../../src/strategy/worksheets/registry.ts';
import { arbitraryText as text, evidenceOf, few } from './arbitrary-parts.ts';

const segment = fc.constantFrom('segment1', 'segment2');
const index = fc.integer({ min: -1, max: 5 });
const worksheet = fc.constantFrom(...worksheets.map(({ id }) => id), 'unknown', '__proto__');
const row = few('row');
const assessor = few('assessor');
const thing = fc.oneof(few('card'), fc.constantFrom(...quadrants));

/** Values for the fields of a worksheet, right and wrong ones, with links that may lead nowhere. */
const arbitraryValues = fc.dictionary(
  fc.constantFrom(...worksheets.flatMap(({ fields }) => Object.keys(fields)), '__proto__', 'unknown'),
  fc.oneof(
    text,
    fc.integer({ min: -1, max: 11 }),
    fc.boolean(),
    fc.constant(null),
    segment,
    row,
    fc.dictionary(assessor, fc.integer({ min: -1, max: 6 })),
    fc.constantFrom(
      ...worksheets.flatMap(({ fields }) =>
        Object.values(fields).flatMap((field) =>
          field.kind === 'choice' ? field.options.map(({ value }) => value) : ['2026-01-31'],
        ),
      ),
    ),
  ),
);

/** Commands on worksheets and on who scores in them. */
export const worksheetCommand: fc.Arbitrary<Command> = fc.oneof(
  fc
    .tuple(worksheet, fc.array(fc.tuple(row, arbitraryValues, few('evidence')), { maxLength: 3 }))
    .map(([id, rows]) =>
      addRows(
        id,
        rows.map(([rowId, values, one]) => ({
          id: rowId,
          values,
          owner: '',
          evidenceIds: [one, one],
          comments: [],
        })),
      ),
    ),
  fc.tuple(worksheet, row, arbitraryValues).map(([id, one, values]) => editRow(id, one, values)),
  fc.tuple(worksheet, row, text).map(([id, one, owner]) => setRowOwner(id, one, owner)),
  fc.tuple(worksheet, row, index).map(([id, one, at]) => moveRow(id, one, at)),
  fc.tuple(worksheet, row, row).map(([id, one, copy]) => duplicateRow(id, one, copy)),
  fc.tuple(worksheet, row).map(([id, one]) => removeRow(id, one)),
  fc
    .tuple(worksheet, row, few('evidence'))
    .map(([id, one, number]) => pinRowEvidence(id, one, evidenceOf(number))),
  fc.tuple(worksheet, row, few('evidence')).map(([id, one, number]) => unpinRowEvidence(id, one, number)),
  fc
    .tuple(worksheet, row, few('comment'), text)
    .map(([id, one, comment, words]) =>
      addComment(id, one, { id: comment, author: 'Ada', day: '2026-01-31', text: words }),
    ),
  fc.tuple(worksheet, row, few('comment')).map(([id, one, comment]) => removeComment(id, one, comment)),
  fc.tuple(assessor, text).map(([id, name]) => addAssessor(id, name)),
  fc.tuple(assessor, text).map(([id, name]) => renameAssessor(id, name)),
  assessor.map(removeAssessor),
  fc
    .tuple(few('board'), few('card'), fc.option(fc.integer({ min: 0, max: 7 })))
    .map(([on, id, impact]) => setCardImpact(on, id, impact)),
  fc
    .tuple(few('board'), few('card'), assessor, fc.integer({ min: 0, max: 5 }))
    .map(([on, id, by, dots]) => voteForCard(on, id, by, dots)),
  fc
    .tuple(few('board'), assessor, thing, thing, fc.option(fc.constantFrom(1 / 9, 1, 3, 9)))
    .map(([on, assessorId, firstId, secondId, ratio]) =>
      judgePair(on, { assessorId, firstId, secondId }, ratio),
    ),
  fc
    .tuple(few('board'), few('card'), few('card'), fc.option(fc.integer({ min: -3, max: 3 })))
    .map(([on, internalCardId, externalCardId, rating]) =>
      rateCrossing(on, { internalCardId, externalCardId }, rating),
    ),
);
