import type { ClaimVerdict } from '../claims.ts';
import type { PlanLine, Scenario } from '../records/plan.ts';
import { lineBudget } from './plan-budget.ts';

/** Something to settle before a plan is signed. */
export interface SigningCheck {
  readonly key: string;
  /** What should be so, in words. */
  readonly label: string;
  /** Lines of which it is not so. */
  readonly lines: readonly PlanLine[];
}

/** What the checks look up about a line beside the plan itself. */
export interface SigningFacts {
  /** What the data of today say about a pinned number's claim; undefined without a claim. */
  readonly verdictOf: (evidenceId: string) => ClaimVerdict | undefined;
  /** Whether a supporting condition that a line needs is too weak. */
  readonly isGated: (line: PlanLine) => boolean;
}

const isEmpty = (text: string): boolean => text.trim() === '';

/** What every line of a plan should have before it is signed, each with the lines that don't; nothing is left when all lists are empty. */
export const signingChecks = (scenario: Scenario, facts: SigningFacts): readonly SigningCheck[] => {
  const { lines, gates } = scenario;
  const without = (key: string, label: string, fails: (line: PlanLine) => boolean): SigningCheck => ({
    key,
    label,
    lines: lines.filter(fails),
  });
  return [
    without('segment', 'says for whom it is', ({ segmentId }) => segmentId === null),
    without('owner', 'has an owner', ({ owner }) => isEmpty(owner)),
    without('channel', 'names its channel', ({ channel }) => channel === null),
    without('budget', 'has a budget', (line) => lineBudget(line) === 0),
    without('profit', 'says what it should bring', ({ profit }) => profit.likely === null),
    without('kpi', 'has a KPI with a target', ({ kpi }) => isEmpty(kpi.name) || kpi.target === null),
    without('evidence', 'rests on a pinned number', ({ evidenceIds }) => evidenceIds.length === 0),
    without('claims', 'rests only on claims that hold', ({ evidenceIds }) =>
      evidenceIds.some((id) => facts.verdictOf(id) === 'no-longer-holds'),
    ),
    without('assumptions', 'says what must be true', ({ assumptions }) =>
      assumptions.every(({ text }) => isEmpty(text)),
    ),
    without('conditions', 'has the conditions that it needs', facts.isGated),
    without('gates', 'starts after the gate of its phase, and that gate has a day', ({ phase, start }) => {
      const gate = gates[phase - 2];
      return gate !== undefined && (gate.day === null || start < gate.day.slice(0, 7));
    }),
  ];
};
