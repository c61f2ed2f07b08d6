import type { App } from '../../state/app.svelte.ts';
import { newId } from '../../state/new-id.ts';
import { addPlanLine } from '../../strategy/commands/plan-lines.ts';
import { addRows } from '../../strategy/commands/worksheets.ts';
import type { PlanStage } from '../../strategy/records/plan.ts';
import { blankPlanLine } from '../../strategy/templates/empty-plan.ts';
import { opportunities } from '../../strategy/worksheets/kinds/opportunities.ts';
import type { OpportunityDraft, RowIn } from '../../strategy/worksheets/opportunity-drafts.ts';
import { blankRow } from '../../strategy/worksheets/rows.ts';
import { proposedMonths } from '../plan/write-line.ts';

type Opportunity = RowIn<typeof opportunities>;

const stages: Readonly<Record<NonNullable<Opportunity['values']['level']>, PlanStage>> = {
  market: 'acquisition',
  segment: 'acquisition',
  cluster: 'engagement',
  customer: 'engagement',
};

/** Keeps an opportunity as a line of the open scenario, with its segment, worth and numbers, in one undo step, and says so with a way there. */
export const keepOpportunity = (app: App, { values, evidenceIds, owner }: Opportunity): void => {
  const line = blankPlanLine({
    id: newId(),
    // Whoever is in a segment is a customer already.
    stage: values.segment === null ? stages[values.level ?? 'market'] : 'engagement',
    title: values.title.trim(),
    segmentId: values.segment,
    objective: values.problem.trim(),
    owner,
    ...proposedMonths(app),
    profit: {
      low: null,
      likely: values.worth,
      high: null,
      source: values.worth === null ? '' : 'Worth a year of the opportunity',
    },
    evidenceIds: [...evidenceIds],
  });
  const { scenario } = app.workbook.current.plan;
  app.workbook.execute(addPlanLine(scenario, line));
  app.notices.say(`“${line.title || 'Unnamed line'}” is in scenario ${scenario} of the plan.`, {
    tone: 'good',
    action: {
      label: 'Open the plan',
      run: () => {
        app.router.go('/plan', { line: line.id });
      },
    },
  });
};

/** Writes down an opportunity that showed elsewhere, in one undo step, and says so with a way there. */
export const makeOpportunity = (app: App, { values, evidenceIds }: OpportunityDraft): void => {
  const id = newId();
  app.workbook.execute(
    addRows(opportunities.id, [{ ...blankRow(opportunities, id, values), evidenceIds: [...evidenceIds] }]),
  );
  app.notices.say(`“${values.title ?? ''}” is among the opportunities. Score it to rank it.`, {
    tone: 'good',
    action: {
      label: 'Open it',
      run: () => {
        app.router.go('/opportunities', { row: id });
      },
    },
  });
};
