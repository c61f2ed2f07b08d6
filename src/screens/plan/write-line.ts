import { newId } from '../../state/new-id.ts';
import type { App } from '../../state/app.svelte.ts';
import { sayWithUndo } from '../../state/say-with-undo.ts';
import { addPeriods } from '../../core/calendar.ts';
import {
  addPlanLine,
  duplicatePlanLine,
  editPlanLine,
  removePlanLine,
  type PlanLineChange,
} from '../../strategy/commands/plan-lines.ts';
import type { PlanLine, PlanStage, Scenario } from '../../strategy/records/plan.ts';
import { blankPlanLine } from '../../strategy/templates/empty-plan.ts';
import { lineName } from './plan-words.ts';

/** The version of the plan that is worked on. */
export const openScenarioOf = (app: App): Scenario => {
  const { plan } = app.workbook.current;
  return plan.scenarios[plan.scenario];
};

/** Months of a line that is added: those of the line before it, else the quarter after the as-of date. */
export const proposedMonths = (app: App): Pick<PlanLine, 'start' | 'end'> => {
  const last = openScenarioOf(app).lines.at(-1);
  if (last) return { start: last.start, end: last.end };
  const { asOf } = app.context;
  return {
    start: addPeriods(asOf, 1, 'month').slice(0, 7),
    end: addPeriods(asOf, 3, 'month').slice(0, 7),
  };
};

/** Writes parts of a line of the open scenario; edits with one `typing` in a row undo together. */
export const writeLine = (app: App, id: string, change: PlanLineChange, typing?: string): void =>
  app.workbook.execute(
    editPlanLine(app.workbook.current.plan.scenario, id, change),
    typing === undefined ? undefined : `plan/${id}/${typing}`,
  );

/** Adds an empty line to a stage of the open scenario. Gives its id. */
export const addLine = (app: App, stage: PlanStage): string => {
  const id = newId();
  app.workbook.execute(
    addPlanLine(app.workbook.current.plan.scenario, blankPlanLine({ id, stage, ...proposedMonths(app) })),
  );
  return id;
};

/** Copies a line right below itself. Gives the copy's id. */
export const duplicateLine = (app: App, id: string): string => {
  const copyId = newId();
  app.workbook.execute(duplicatePlanLine(app.workbook.current.plan.scenario, id, copyId));
  return copyId;
};

/** Removes a line and says so, with undo. */
export const removeLine = (app: App, { id, title }: PlanLine): void => {
  app.workbook.execute(removePlanLine(app.workbook.current.plan.scenario, id));
  sayWithUndo(app, `“${lineName(title)}” removed from the plan.`);
};
