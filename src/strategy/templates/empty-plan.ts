import type { Gate, Plan, PlanLine, Scenario } from '../records/plan.ts';

const emptyGate = (): Gate => ({ day: null, criterion: '', isMet: false });

const emptyScenario = (): Scenario => ({ lines: [], gates: [emptyGate(), emptyGate()] });

/** A plan without lines, open at scenario A. */
export const emptyPlan = (): Plan => ({
  scenario: 'A',
  scenarios: { A: emptyScenario(), B: emptyScenario() },
});

/** A line on which nothing is decided but what is given. It is in phase 3, implementation. */
export const blankPlanLine = (
  given: Pick<PlanLine, 'id' | 'stage' | 'start' | 'end'> & Partial<PlanLine>,
): PlanLine => ({
  title: '',
  segmentId: null,
  objective: '',
  strategy: '',
  offer: '',
  channel: null,
  tool: '',
  owner: '',
  oneOff: 0,
  monthly: 0,
  phase: 3,
  kpi: { name: '', target: null, unit: 'count' },
  profit: { low: null, likely: null, high: null, source: '' },
  evidenceIds: [],
  assumptions: [],
  ...given,
});
