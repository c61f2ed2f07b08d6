import { defaultEnablers } from './templates/default-enablers.ts';
import { defaultThemes } from './templates/default-themes.ts';
import { emptyPlan } from './templates/empty-plan.ts';
import { workbookVersion, type Workbook } from './workbook.ts';

/**
 * A new workbook: no segments, one empty SWOT board for the company and one for the user's own department, the five
 * supporting conditions, the usual themes an empty plan and empty worksheets. `newId` gives the ids of the boards.
 */
export const createWorkbook = (id: string, name: string, newId: () => string): Workbook => ({
  version: workbookVersion,
  id,
  name,
  settings: { asOf: null, currency: null, returns: 'net', focusId: null, comparisonId: null },
  segments: [],
  evidence: [],
  themes: defaultThemes.map((theme) => ({ ...theme })),
  boards: [
    { id: newId(), level: 'company', name: 'Our company', cards: [], pairs: [] },
    { id: newId(), level: 'department', name: 'Our department', cards: [], pairs: [] },
  ],
  plan: emptyPlan(),
  worksheets: {},
  assessors: [],
  enablers: defaultEnablers.map((enabler) => ({ ...enabler })),
  analysisParams: {},
});
