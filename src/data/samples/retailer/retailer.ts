import { createRandom } from '../../../core/numeric/random.ts';
import type { Random } from '../../../core/numeric/random.ts';
import type { SampleTable, SampleTables } from '../sample-tables.ts';
import { monthOf, positionOfTime } from '../trading-days.ts';
import { buildAttributesTable } from './attributes.ts';
import { buildCampaignsTable } from './campaigns.ts';
import { buildProductsTable, createCatalogue } from './catalogue.ts';
import { buildCostPools } from './cost-pools.ts';
import { buildCustomersTable, drawConsents } from './customers.ts';
import { buildInteractionsTable } from './interactions.ts';
import { drawMemberships } from './loyalty-scheme.ts';
import { buildOrders, priceLevels } from './orders.ts';
import type { OrderSummary } from './orders.ts';
import { createVisits } from './purchasing.ts';
import { buildReferralsTable } from './referrals.ts';
import { createShoppers } from './shoppers.ts';
import { buildStageEventsTable } from './stage-events.ts';
import { buildSurveysTable } from './surveys.ts';
import { buildTicketsTable } from './tickets.ts';

/** Each subject has a stream of its own, so that a change to one leaves the others as they were. */
const streamOf = (subject: number): Random => createRandom(7_041_776 + 7_919 * subject);

/** Orders that count, by customer, oldest first. */
const groupByShopper = (
  count: number,
  summaries: readonly OrderSummary[],
): readonly (readonly OrderSummary[])[] => {
  const groups: OrderSummary[][] = Array.from({ length: count }, () => []);
  for (const summary of summaries)
    if (summary.visit.shopper !== null && !summary.visit.isCancelled)
      groups[summary.visit.shopper.index]?.push(summary);
  return groups;
};

const monthsOpened = (tickets: SampleTable): readonly number[] =>
  (tickets.columns.find((column) => column.name === 'opened_at')?.values ?? []).map((time) =>
    monthOf(positionOfTime(Number(time))),
  );

/** All tables of the retailer. What was planted in them is in `planted.ts`. */
export const generateRetailer = (): SampleTables => {
  const shoppers = createShoppers(streamOf(1));
  const catalogue = createCatalogue(streamOf(2));
  const visits = createVisits(streamOf(3), shoppers);
  const { orders, lines, summaries } = buildOrders(streamOf(4), catalogue, visits);
  const ordersOf = groupByShopper(shoppers.length, summaries);
  const consents = drawConsents(streamOf(5), shoppers);
  const memberships = drawMemberships(streamOf(6), shoppers, ordersOf);
  const tickets = buildTicketsTable(streamOf(7), visits);
  return [
    buildCustomersTable(streamOf(8), shoppers, consents),
    buildAttributesTable(streamOf(9), shoppers, memberships),
    orders,
    lines,
    buildProductsTable(catalogue, priceLevels.at(-1) ?? { price: 1, cost: 1 }),
    buildInteractionsTable(streamOf(10), shoppers, consents, ordersOf),
    tickets,
    buildCampaignsTable(),
    buildSurveysTable(streamOf(11), visits),
    buildReferralsTable(streamOf(12), shoppers, ordersOf),
    buildStageEventsTable(shoppers, ordersOf),
    buildCostPools(streamOf(13), summaries, monthsOpened(tickets)),
  ];
};
