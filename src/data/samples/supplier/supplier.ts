import { createRandom } from '../../../core/numeric/random.ts';
import type { Random } from '../../../core/numeric/random.ts';
import type { SampleTable, SampleTables } from '../sample-tables.ts';
import { positionOfTime } from '../trading-days.ts';
import { createAccounts } from './accounts.ts';
import { buildContactsTable, createContacts } from './contacts.ts';
import { buildDeals } from './deals.ts';
import { createDocuments } from './ordering.ts';
import { buildSupplierOrders } from './orders.ts';
import { buildSupplierProductsTable, createRange } from './products.ts';
import { buildSupplierSurveysTable, buildSupplierTicketsTable } from './service.ts';
import { buildAccountAttributes, buildAccountsTable, buildSupplierCosts } from './supplier-tables.ts';

/** Each subject has a stream of its own, so that a change to one leaves the others as they were. */
const streamOf = (subject: number): Random => createRandom(2_718_281 + 6_271 * subject);

const daysOpened = (tickets: SampleTable): readonly number[] =>
  (tickets.columns.find((column) => column.name === 'opened_at')?.values ?? []).map((time) =>
    positionOfTime(Number(time)),
  );

/** All tables of the supplier. What was planted in them is in `planted.ts`. */
export const generateSupplier = (): SampleTables => {
  const accounts = createAccounts(streamOf(1));
  const range = createRange(streamOf(2));
  const documents = createDocuments(streamOf(3), accounts, range);
  const contacts = createContacts(streamOf(4), accounts);
  const { orders, lines } = buildSupplierOrders(streamOf(5), documents);
  const { deals, stageEvents } = buildDeals(streamOf(6), accounts, range);
  const tickets = buildSupplierTicketsTable(streamOf(7), documents);
  return [
    buildAccountsTable(accounts),
    buildAccountAttributes(accounts, contacts),
    orders,
    lines,
    buildSupplierProductsTable(range),
    deals,
    buildContactsTable(streamOf(8), contacts),
    tickets,
    buildSupplierSurveysTable(streamOf(9), accounts),
    stageEvents,
    buildSupplierCosts(streamOf(10), documents, contacts, daysOpened(tickets)),
  ];
};
