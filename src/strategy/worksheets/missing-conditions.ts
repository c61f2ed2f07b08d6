import type { Workbook } from '../workbook.ts';
import { enablingConditions } from './kinds/enabling-conditions.ts';
import { rowsOf } from './rows.ts';

/** What to look at in each of our default conditions; the wording is ours. */
const looksAt: Readonly<Record<string, string>> = {
  'data-and-analytics': 'One view of a customer, its quality, and how fast a question gets a figure',
  technology: 'Tools for campaigns, sales and service, and whether people use them',
  people: 'Enough people, with the skill, the time and the room to put things right',
  process: 'Steps written as the customer lives them, with owners, times and hand-overs',
  'leadership-and-culture': 'A sponsor who stays, stories that are told, rewards that fit',
};

/** Values of a row for each supporting condition of the workbook that has none yet, in their order. */
export const missingConditions = (
  workbook: Pick<Workbook, 'worksheets' | 'enablers'>,
): readonly Readonly<Record<string, unknown>>[] => {
  const named = new Set(rowsOf(workbook, enablingConditions).map(({ values }) => values.condition));
  return workbook.enablers
    .filter(({ id }) => !named.has(id))
    .map(({ id }) => ({ condition: id, least: 3, goal: 4, looksAt: looksAt[id] ?? '' }));
};
