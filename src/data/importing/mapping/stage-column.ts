/**
 * The stage that a column of entry dates is named for, as CRM exports name them: `Date entered "Customer (Lifecycle Stage
 * Pipeline)"`, `hs_v2_date_entered_opportunity`, `hs_date_entered_closedwon`, `Became a Lead Date`. Undefined for other columns.
 */
export const stageOfColumn = (header: string): string | undefined => {
  const text = header.trim().replace(/^property[_ ]/i, '');
  const named = /^date entered (.+)$/i.exec(text)?.[1];
  if (named !== undefined) {
    const stage = named
      .replaceAll(/["'“”‘’«»]/g, '')
      .replace(/\s*\([^()]*\)\s*$/, '')
      .trim();
    return stage === '' ? undefined : stage;
  }
  const property = /^(?:hs_)?(?:v\d+_)?date_entered_([a-z0-9_]+)$/i.exec(text)?.[1];
  if (property !== undefined) return property.replaceAll('_', ' ');
  return /^became an? (.+?) date$/i.exec(text)?.[1];
};
