import { findAnalysis } from '../analyses/registry.ts';
import { fillExample, holdsExample, type LookedUpNumber } from '../strategy/commands/examples.ts';
import type { StrategyExample } from '../strategy/templates/examples/example.ts';
import type { Workbook } from '../strategy/workbook.ts';
import { newJobId } from './analysis-run.svelte.ts';
import type { App } from './app.svelte.ts';
import { newId } from './new-id.ts';
import { sayWithUndo } from './say-with-undo.ts';

/** The examples by the sample company that each is written for, loaded when one is asked for. */
const examples: Readonly<Record<StrategyExample['id'], () => Promise<StrategyExample>>> = {
  retailer: async () => (await import('../strategy/templates/examples/retailer.ts')).retailerExample,
  supplier: async () => (await import('../strategy/templates/examples/supplier.ts')).supplierExample,
};

/** Whether nothing of a strategy is written yet: no segment, card, row or line. */
export const isUnwritten = ({ segments, boards, worksheets, plan }: Workbook): boolean =>
  segments.length === 0 &&
  boards.every(({ cards }) => cards.length === 0) &&
  Object.values(worksheets).every((rows) => rows.length === 0) &&
  Object.values(plan.scenarios).every(({ lines }) => lines.length === 0);

/** One number of an example as the data of now give it; undefined where they can’t tell it. */
const lookUp = async (
  app: App,
  example: StrategyExample,
  { analysisId, headlineKey, segment }: StrategyExample['numbers'][string],
): Promise<LookedUpNumber | undefined> => {
  const { context } = app;
  const params = app.workbook.current.analysisParams[analysisId] ?? {};
  const definition = findAnalysis(analysisId);
  const result = await app.engine.run(newJobId(), {
    id: analysisId,
    params,
    context,
    segment: example.segments.find(({ key }) => key === segment)?.predicate,
  });
  if (!definition || !result.ok) return undefined;
  const headline = definition.headlines(result.value.value as never).find(({ key }) => key === headlineKey);
  if (!headline || headline.value === null) return undefined;
  const { label, unit, value } = headline;
  return {
    params: { ...params },
    label,
    unit,
    value,
    asOf: context.asOf,
    fingerprint: app.dataset.fingerprint,
  };
};

/** The numbers of an example that its own sample company gives, by key; none on other data, which it is not about. */
const lookUpAll = async (
  app: App,
  example: StrategyExample,
): Promise<ReadonlyMap<string, LookedUpNumber>> => {
  const found = new Map<string, LookedUpNumber>();
  if (app.dataset.sampleId !== example.id) return found;
  for (const [key, number] of Object.entries(example.numbers)) {
    const looked = await lookUp(app, example, number);
    if (looked) found.set(key, looked);
  }
  return found;
};

const pinnedWords = (app: App, example: StrategyExample, pinned: number): string => {
  const all = Object.keys(example.numbers).length;
  if (app.dataset.sampleId !== example.id)
    return 'No number is pinned: it is written for its sample company, which is not loaded.';
  return pinned === all
    ? `${pinned} numbers of the data are pinned to it.`
    : `${pinned} of ${all} numbers are pinned to it; the data could not tell the others.`;
};

/**
 * Fills a worked example in beside what is there, with the numbers that it rests on, and says so; one undo takes all of it back. Gives
 * false when it is there already, or the workspace or its data changed meanwhile.
 */
export const fillWorkedExample = async (app: App, id: StrategyExample['id']): Promise<boolean> => {
  const example = await examples[id]();
  if (holdsExample(app.workbook.current, example)) {
    app.notices.say('The worked example is in this workspace already. Its plan shows it best.');
    return false;
  }
  const [workbookId, isStillOpen] = [app.workbook.current.id, app.dataset.watch()];
  const numbers = await lookUpAll(app, example);
  if (app.workbook.current.id !== workbookId || !isStillOpen()) {
    app.notices.say('The worked example was not filled in: the data or the workspace changed meanwhile.');
    return false;
  }
  const before = app.workbook.current;
  app.workbook.execute(fillExample(example, newId, numbers));
  if (app.workbook.current === before) return false;
  void app.checks.refresh(app.workbook.current.evidence);
  sayWithUndo(app, `A worked example is filled in. ${pinnedWords(app, example, numbers.size)}`);
  return true;
};
