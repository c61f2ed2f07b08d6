import type { ProfileColumn } from '../segments/profile-column.ts';
import { withRelations } from '../sql/with-relations.ts';
import activityCosts from './activity-costs.sql?raw';
import customerCosts from './customer-costs.sql?raw';
import customerValues from './customer-values.sql?raw';
import historyGroups from './history-groups.sql?raw';
import type { DerivedTable } from './derived-tables.ts';
import spendMeans from './spend-means.sql?raw';
import valueBasis from './value-basis.sql?raw';

/** Name of the table of customer values. */
export const customerValuesTable = 'customer_values' satisfies DerivedTable;

/**
 * What customer values add to the columns of a customer's profile: P(alive), orders and value within the horizon, cost to
 * serve, profit and price so far. They are worked out when a question asks for them.
 */
export const customerValueColumns: readonly ProfileColumn[] = [
  'p_alive',
  'expected_orders',
  'clv',
  'future_profit',
  'cost_to_serve',
  'profit',
  'net_price',
  'serve_share',
].map((name) => ({ name, type: 'DOUBLE', table: customerValuesTable }));

/** Relations that say what customers cost: cost of each activity, then costs and profit of each customer. */
export const costingRelations = { activity_costs: activityCosts, customer_costs: customerCosts };

/** What the models are fitted to. */
export const valueInputs = { historyGroups, spendMeans, valueBasis };

/** Where the forecasts of histories lie while values are made of them: Arrow can't be put into temporary tables. */
export const forecastDatabase = 'forecasts';
/** Name of that table. */
export const forecastTable = 'history_forecasts';

/** Columns of the table `history_forecasts`, which the models fill, with their types. */
export const forecastColumns = {
  repeats: 'INTEGER',
  last_age: 'INTEGER',
  age: 'INTEGER',
  p_alive: 'DOUBLE',
  orders: 'DOUBLE',
  discounted: 'DOUBLE',
  spend_base: 'DOUBLE',
  spend_slope: 'DOUBLE',
} as const;

/** The select of customer values over the filled `history_forecasts`. */
export const customerValuesSql = withRelations(costingRelations, customerValues);
