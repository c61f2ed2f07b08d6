import type { Gate, ScenarioKey } from '../records/plan.ts';
import type { Command } from './command.ts';
import { dropUncitedEvidence } from './find.ts';

/** Opens the other version of the plan. */
export const openScenario = (key: ScenarioKey): Command => ({
  label: `Open scenario ${key}`,
  apply: (draft) => {
    draft.plan.scenario = key;
  },
});

/**
 * Puts a copy of one version in the place of the other, with its gates, and opens it. The lines of the copy get new ids;
 * evidence that only the replaced lines cited is forgotten.
 */
export const copyScenario = (from: ScenarioKey, newId: () => string): Command => {
  const to: ScenarioKey = from === 'A' ? 'B' : 'A';
  const ids: string[] = [];
  const idAt = (at: number): string => (ids[at] ??= newId());
  return {
    label: `Copy scenario ${from} to ${to}`,
    apply: (draft) => {
      const { lines, gates } = draft.plan.scenarios[from];
      const cited = draft.plan.scenarios[to].lines.flatMap((line) => line.evidenceIds);
      draft.plan.scenarios[to] = {
        lines: lines.map((line, at) => ({
          ...line,
          id: idAt(at),
          kpi: { ...line.kpi },
          profit: { ...line.profit },
          evidenceIds: [...line.evidenceIds],
          ...(line.needs ? { needs: [...line.needs] } : {}),
          assumptions: line.assumptions.map((assumption) => ({ ...assumption })),
        })),
        gates: [{ ...gates[0] }, { ...gates[1] }],
      };
      draft.plan.scenario = to;
      dropUncitedEvidence(draft, cited);
    },
  };
};

/** Writes parts of a gate: 0 stands before phase 2, 1 before phase 3. */
export const editGate = (key: ScenarioKey, at: 0 | 1, change: Partial<Gate>): Command => ({
  label: 'Edit gate',
  apply: (draft) => {
    Object.assign(draft.plan.scenarios[key].gates[at], change);
  },
});
