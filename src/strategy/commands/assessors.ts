import type { Workbook } from '../workbook.ts';
import { findWorksheet } from '../worksheets/registry.ts';
import type { Command } from './command.ts';
import { findById, removeById } from './find.ts';

/** Adds somebody who scores. */
export const addAssessor = (id: string, name: string): Command => ({
  label: 'Add assessor',
  apply: (draft) => {
    if (!findById(draft.assessors, id)) draft.assessors.push({ id, name });
  },
});

/** Gives an assessor another name. */
export const renameAssessor = (id: string, name: string): Command => ({
  label: 'Rename assessor',
  apply: (draft) => {
    const assessor = findById(draft.assessors, id);
    if (assessor) assessor.name = name;
  },
});

const assessedFields = (worksheetId: string): readonly string[] =>
  Object.entries(findWorksheet(worksheetId)?.fields ?? {})
    .filter(([, field]) => field.kind === 'assessed')
    .map(([key]) => key);

const forgetScores = (draft: Workbook, assessorId: string): void => {
  for (const [worksheetId, rows] of Object.entries(draft.worksheets))
    for (const key of assessedFields(worksheetId))
      for (const row of rows) {
        const scores = row.values[key];
        if (typeof scores === 'object' && scores !== null && Object.hasOwn(scores, assessorId))
          row.values[key] = Object.fromEntries(Object.entries(scores).filter(([id]) => id !== assessorId));
      }
};

const forgetWeighing = (draft: Workbook, assessorId: string): void => {
  for (const board of draft.boards) {
    for (const card of board.cards)
      if (card.votes && Object.hasOwn(card.votes, assessorId)) {
        const others = Object.entries(card.votes).filter(([id]) => id !== assessorId);
        if (others.length > 0) card.votes = Object.fromEntries(others);
        else delete card.votes;
      }
    const comparisons = board.comparisons?.filter((one) => one.assessorId !== assessorId);
    if (comparisons && comparisons.length > 0) board.comparisons = comparisons;
    else delete board.comparisons;
  }
};

/** Removes an assessor and every score, dot and judgement of theirs. */
export const removeAssessor = (id: string): Command => ({
  label: 'Remove assessor',
  apply: (draft) => {
    if (!removeById(draft.assessors, id)) return;
    forgetScores(draft, id);
    forgetWeighing(draft, id);
  },
});
