import type { Overview } from '../../analyses/overview/result.ts';
import type { Formats } from '../../core/format/formats.ts';
import type { RunRequest } from '../../engine/contract.ts';
import type { App } from '../../state/app.svelte.ts';

/** What stands in the arrowhead: customer profitability in words. */
export interface Arrowhead {
  readonly label: string;
  readonly text: string;
  readonly trend: string;
  readonly detail: string;
}

/** The request whose result fills the arrowhead; undefined while there are no orders. */
export const overviewRequest = (app: App): RunRequest | undefined =>
  app.dataset.description.tables.some((table) => table.name === 'orders')
    ? { id: 'overview', params: {}, context: app.context, segment: app.focusPredicate }
    : undefined;

const trendWords = (change: number | null | undefined, formats: Formats): string => {
  if (change === null || change === undefined) return 'Too short a history for a trend';
  if (Math.abs(change) < 0.005) return 'Unchanged against the year before';
  return `${change > 0 ? '▲' : '▼'} ${formats.value(Math.abs(change), 'share')} on the year before`;
};

/**
 * The arrowhead from an overview result: profit a customer in the last twelve months where costs are known and the history is long
 * enough, else over all orders; revenue a customer when costs are not known, and it says so.
 */
export const readArrowhead = (value: unknown, formats: Formats): Arrowhead => {
  const overview = value as Overview;
  const period = overview.trend?.last ?? overview;
  const { value: figure, basis } = period.byCustomerProfit;
  const span = overview.trend ? 'last 12 months' : 'all orders';
  return {
    label: `${basis === 'margin' ? 'Profit' : 'Revenue'} a customer, ${span}`,
    text: formats.value(figure, 'money'),
    trend: trendWords(overview.trend?.change.byCustomerProfit, formats),
    detail:
      basis === 'margin'
        ? `${formats.value(period.customers, 'count')} customers, margin after cost of goods`
        : 'Costs are not known: add them to see profit',
  };
};
