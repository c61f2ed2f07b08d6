import type { Workbook } from '../workbook.ts';
import type { Command } from './command.ts';

const reserved = new Set(['__proto__', 'prototype', 'constructor']);

const forget = (draft: Workbook, analysisId: string): void => {
  if (!Object.hasOwn(draft.analysisParams, analysisId)) return;
  draft.analysisParams = Object.fromEntries(
    Object.entries(draft.analysisParams).filter(([id]) => id !== analysisId),
  );
};

/**
 * Sets parameters of an analysis; those not named stay as they are. `undefined` puts one back to its default.
 * Values are checked by the analysis's own schema when it runs.
 */
export const setAnalysisParams = (
  analysisId: string,
  params: Readonly<Record<string, unknown>>,
): Command => ({
  label: 'Change parameters',
  apply: (draft) => {
    if (reserved.has(analysisId)) return;
    const kept = Object.entries({ ...draft.analysisParams[analysisId], ...params }).filter(
      ([name, value]) => value !== undefined && !reserved.has(name),
    );
    if (kept.length > 0) draft.analysisParams[analysisId] = Object.fromEntries(kept);
    else forget(draft, analysisId);
  },
});

/** Puts all parameters of an analysis back to their defaults. */
export const resetAnalysisParams = (analysisId: string): Command => ({
  label: 'Reset parameters',
  apply: (draft) => forget(draft, analysisId),
});
