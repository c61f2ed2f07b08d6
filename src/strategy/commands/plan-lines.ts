import type { Evidence } from '../records/evidence.ts';
import type { PlanLine, ScenarioKey } from '../records/plan.ts';
import type { Segment } from '../records/segment.ts';
import type { Workbook } from '../workbook.ts';
import type { Command } from './command.ts';
import { dropUncitedEvidence, findById, findPlanLine, removeById } from './find.ts';

/** What of a line can be written; its evidence is pinned and unpinned. */
export type PlanLineChange = Partial<Omit<PlanLine, 'id' | 'evidenceIds'>>;

/** The links of a line lead somewhere: those that lead nowhere are cleared. */
const settleLinks = (draft: Workbook, line: PlanLine): void => {
  if (line.segmentId !== null && !findById(draft.segments, line.segmentId)) line.segmentId = null;
  for (const assumption of line.assumptions)
    if (assumption.evidenceId !== null && !line.evidenceIds.includes(assumption.evidenceId))
      assumption.evidenceId = null;
  if (line.needs) line.needs = [...new Set(line.needs)].filter((id) => findById(draft.enablers, id));
};

const insert = (draft: Workbook, key: ScenarioKey, line: PlanLine, at: number): void => {
  const { lines } = draft.plan.scenarios[key];
  const copy = structuredClone(line);
  copy.evidenceIds = copy.evidenceIds.filter((id) => findById(draft.evidence, id));
  settleLinks(draft, copy);
  lines.splice(at, 0, copy);
};

/** Adds a line at the end of a scenario. An id that is taken already changes nothing. */
export const addPlanLine = (key: ScenarioKey, line: PlanLine): Command => ({
  label: 'Add plan line',
  apply: (draft) => {
    const { lines } = draft.plan.scenarios[key];
    if (!findById(lines, line.id)) insert(draft, key, line, lines.length);
  },
});

/**
 * Keeps what was tried elsewhere as a line, with the segment that it is for and the number that it rests on, as one change.
 * A segment or number that is in the workbook already (same id) is linked, not changed.
 */
export const keepPlanLine = (
  key: ScenarioKey,
  kept: { readonly line: PlanLine; readonly segment: Segment | undefined; readonly evidence: Evidence },
): Command => ({
  label: 'Keep as plan line',
  apply: (draft) => {
    const { lines } = draft.plan.scenarios[key];
    const { line, segment, evidence } = kept;
    if (findById(lines, line.id)) return;
    if (segment && !findById(draft.segments, segment.id)) draft.segments.push(segment);
    if (!findById(draft.evidence, evidence.id)) draft.evidence.push(evidence);
    insert(draft, key, line, lines.length);
  },
});

/** Copies a line under a new id, right below it. */
export const duplicatePlanLine = (key: ScenarioKey, id: string, copyId: string): Command => ({
  label: 'Duplicate plan line',
  apply: (draft) => {
    const { lines } = draft.plan.scenarios[key];
    const at = lines.findIndex((line) => line.id === id);
    const original = lines[at];
    if (!original || findById(lines, copyId)) return;
    lines.splice(at + 1, 0, {
      ...original,
      id: copyId,
      kpi: { ...original.kpi },
      profit: { ...original.profit },
      evidenceIds: [...original.evidenceIds],
      ...(original.needs ? { needs: [...original.needs] } : {}),
      assumptions: original.assumptions.map((assumption) => ({ ...assumption })),
    });
  },
});

/** Writes parts of a line. When its first month passes its last, or the other way round, the other one follows. */
export const editPlanLine = (key: ScenarioKey, id: string, change: PlanLineChange): Command => ({
  label: 'Edit plan line',
  apply: (draft) => {
    const line = findPlanLine(draft, key, id);
    if (!line) return;
    const { assumptions, ...values } = change;
    Object.assign(line, values);
    if (assumptions) line.assumptions = assumptions.map((assumption) => ({ ...assumption }));
    settleLinks(draft, line);
    if (line.end < line.start && values.end === undefined) line.end = line.start;
    else if (line.end < line.start) line.start = line.end;
  },
});

/** Removes a line and the evidence that only it cited. */
export const removePlanLine = (key: ScenarioKey, id: string): Command => ({
  label: 'Remove plan line',
  apply: (draft) => {
    const line = findPlanLine(draft, key, id);
    if (!line) return;
    const cited = [...line.evidenceIds];
    removeById(draft.plan.scenarios[key].lines, id);
    dropUncitedEvidence(draft, cited);
  },
});

/** Pins a number to a line. Evidence that is in the workbook already (same id) is cited, not changed. */
export const pinPlanEvidence = (key: ScenarioKey, id: string, evidence: Evidence): Command => ({
  label: 'Pin evidence',
  apply: (draft) => {
    const line = findPlanLine(draft, key, id);
    if (!line) return;
    if (!findById(draft.evidence, evidence.id)) draft.evidence.push(evidence);
    if (!line.evidenceIds.includes(evidence.id)) line.evidenceIds.push(evidence.id);
  },
});

/** Takes a number off a line and off its assumptions; it is forgotten when nothing else cites it. */
export const unpinPlanEvidence = (key: ScenarioKey, id: string, evidenceId: string): Command => ({
  label: 'Unpin evidence',
  apply: (draft) => {
    const line = findPlanLine(draft, key, id);
    if (!line?.evidenceIds.includes(evidenceId)) return;
    line.evidenceIds = line.evidenceIds.filter((one) => one !== evidenceId);
    for (const assumption of line.assumptions)
      if (assumption.evidenceId === evidenceId) assumption.evidenceId = null;
    dropUncitedEvidence(draft, [evidenceId]);
  },
});
