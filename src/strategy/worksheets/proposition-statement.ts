import type { propositions } from './kinds/propositions.ts';
import type { RowIn } from './opportunity-drafts.ts';

const gap = '…';
const said = (text: string): string => text.trim().replace(/[.;,]+$/, '') || gap;

/**
 * A proposition as one statement: for whom, what we promise, unlike what, because of what. `need` is the linked need's name, said where the
 * problem isn't. What is not said yet is an ellipsis; “unlike” and “because” are left out.
 */
export const propositionStatement = (
  { problem, promise, unlike, because }: RowIn<typeof propositions>['values'],
  segmentName: string | undefined,
  need: string | undefined,
): string => {
  const who = problem.trim() ? `who ${said(problem)}` : need ? `who need: ${said(need)}` : `who ${gap}`;
  const other = unlike.trim() ? `, unlike ${said(unlike)}` : '';
  const reason = because.trim() ? `, because ${said(because)}` : '';
  return `For ${segmentName ?? 'our customers'}, ${who}: ${said(promise)}${other}${reason}.`;
};
