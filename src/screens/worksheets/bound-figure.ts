import type { App } from '../../state/app.svelte.ts';
import type { Evidence } from '../../strategy/records/evidence.ts';
import type { BoundFigure } from '../../strategy/worksheets/judgement.ts';

/** The first number that is pinned to a row; undefined when none is. */
export const boundEvidence = (
  app: App,
  { evidenceIds }: { readonly evidenceIds: readonly string[] },
): Evidence | undefined => app.workbook.current.evidence.find(({ id }) => evidenceIds.includes(id));

/** That number as it is now and as it was pinned; without data the pinned one stands for both. */
export const boundFigure = (app: App, evidence: Evidence | undefined): BoundFigure | undefined => {
  if (!evidence) return undefined;
  const check = app.dataset.hasData ? app.checks.of(evidence.id) : undefined;
  return { now: check ? check.valueNow : evidence.value, pinned: evidence.value, unit: evidence.unit };
};
