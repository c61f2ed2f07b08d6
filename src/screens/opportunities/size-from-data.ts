import type { Overview } from '../../analyses/overview/result.ts';
import type { Predicate } from '../../core/predicate.ts';
import { explainError } from '../../core/explain-error.ts';
import { newJobId } from '../../state/analysis-run.svelte.ts';
import type { App } from '../../state/app.svelte.ts';
import { sayWithUndo } from '../../state/say-with-undo.ts';
import { editRow } from '../../strategy/commands/worksheets.ts';
import { marketSizing } from '../../strategy/worksheets/kinds/market-sizing.ts';
import { opportunities } from '../../strategy/worksheets/kinds/opportunities.ts';
import type { RowIn } from '../../strategy/worksheets/opportunity-drafts.ts';
import { revenueFromMonths, yearFromMonths } from './year-from-months.ts';

const overviewOf = async (app: App, segment: Predicate | undefined): Promise<Overview | undefined> => {
  const result = await app.engine.run(newJobId(), {
    id: 'overview',
    params: {},
    context: app.context,
    segment,
  });
  if (result.ok) return result.value.value as Overview;
  app.notices.say(explainError(result.error).title, { tone: 'bad' });
  return undefined;
};

/**
 * Writes how many customers the opportunity's segment has, and says what they brought in the last twelve months: what the opportunity
 * would add to that is for the strategist to say. Does nothing without a segment.
 */
export const sizeFromSegment = async (
  app: App,
  { id, values }: RowIn<typeof opportunities>,
): Promise<void> => {
  const segment = app.workbook.segment(values.segment);
  if (!segment) return;
  const size = await app.engine.count(newJobId(), app.context, segment.predicate);
  const overview = await overviewOf(app, segment.predicate);
  if (!size.ok || !overview) return;
  const year = yearFromMonths(overview.months);
  const customers = size.value.inside;
  app.workbook.execute(editRow(opportunities.id, id, { customers }));
  const who = `${segment.name}: ${app.formats.value(customers, 'count')} customers`;
  sayWithUndo(
    app,
    year
      ? `${who}, who brought ${app.formats.compact(year.value, 'money')} ${year.basis} in twelve months. Write down what the opportunity would add to that.`
      : `${who}. What they brought in a year can’t be told: there are fewer than twelve complete months.`,
  );
};

/** Writes our revenue of the last twelve complete months in a market: that of its segment, or of all customers. */
export const fillOurRevenue = async (app: App, { id, values }: RowIn<typeof marketSizing>): Promise<void> => {
  const segment = app.workbook.segment(values.segment);
  const overview = await overviewOf(app, segment?.predicate);
  if (!overview) return;
  const revenue = revenueFromMonths(overview.months);
  if (revenue === null) {
    app.notices.say('There are fewer than twelve complete months of orders.', { tone: 'bad' });
    return;
  }
  app.workbook.execute(editRow(marketSizing.id, id, { revenue: Math.round(revenue) }));
  sayWithUndo(
    app,
    `Our revenue of twelve months written, ${segment ? segment.name : 'all customers'}: ${app.formats.compact(revenue, 'money')}.`,
  );
};
