import type { Random } from '../../../core/numeric/random.ts';
import { customers as customersDefinition } from '../../tables/commerce.ts';
import { buildCostsTable } from '../costs.ts';
import type { CostPool } from '../costs.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createAttributesTable, createTableBuilder } from '../table-builder.ts';
import { epochDayOfStart, monthOf } from '../trading-days.ts';
import type { Account } from './accounts.ts';
import type { Contact } from './contacts.ts';
import type { SupplierDocument } from './ordering.ts';

/** The customers table: one row an account. */
export const buildAccountsTable = (accounts: readonly Account[]): SampleTable => {
  const table = createTableBuilder(customersDefinition, [
    'customer_id',
    'name',
    'email',
    'kind',
    'first_seen',
    'acq_channel',
    'country',
    'region',
    'consent',
  ]);
  for (const account of accounts)
    table.add({
      customer_id: account.id,
      name: account.name,
      email: `buying@${account.name.toLowerCase().replaceAll(' ', '-')}.example`,
      kind: 'b2b',
      first_seen: epochDayOfStart + account.seenOn,
      acq_channel: account.acqChannel,
      country: account.country,
      region: account.region,
      consent: true,
    });
  return table.build();
};

/** What is known of each account besides the canonical columns. */
export const buildAccountAttributes = (
  accounts: readonly Account[],
  contacts: readonly Contact[],
): SampleTable => {
  const lastReviews = new Map<string, number>();
  for (const { account, day, kind } of contacts)
    if (kind === 'contract review') lastReviews.set(account.id, epochDayOfStart + day);
  return createAttributesTable(
    accounts.map((account) => account.id),
    [
      { name: 'attr_sector', type: 'VARCHAR', values: accounts.map((account) => account.sector) },
      { name: 'attr_employees', type: 'VARCHAR', values: accounts.map((account) => account.employees) },
      { name: 'attr_contract', type: 'VARCHAR', values: accounts.map((account) => account.contract) },
      { name: 'attr_account_manager', type: 'VARCHAR', values: accounts.map((account) => account.owner) },
      { name: 'attr_payment_days', type: 'INTEGER', values: accounts.map((account) => account.paymentDays) },
      {
        name: 'attr_last_contract_review',
        type: 'DATE',
        values: accounts.map((account) => lastReviews.get(account.id) ?? null),
      },
    ],
  );
};

const byMonth = (days: readonly number[]): readonly number[] => {
  const counts: number[] = Array.from({ length: 36 }, () => 0);
  for (const day of days) counts[monthOf(day)] = (counts[monthOf(day)] ?? 0) + 1;
  return counts;
};

/** The costs of serving accounts by month. Orders promised for the next day count as rush orders. */
export const buildSupplierCosts = (
  random: Random,
  documents: readonly SupplierDocument[],
  contacts: readonly Contact[],
  ticketDays: readonly number[],
): SampleTable => {
  const orders = documents.filter((document) => !document.isCreditNote && !document.isCancelled);
  const daysOf = (kinds: readonly Contact['kind'][]): readonly number[] =>
    contacts.filter((contact) => kinds.includes(contact.kind)).map((contact) => contact.day);
  const pools: readonly CostPool[] = [
    {
      pool: 'Order desk',
      driver: 'orders',
      poundsEach: 16,
      minutesEach: 22,
      volumes: byMonth(orders.map(({ day }) => day)),
    },
    {
      pool: 'Warehouse',
      driver: 'lines',
      poundsEach: 4.2,
      minutesEach: 9,
      volumes: byMonth(orders.flatMap(({ day, lines }) => lines.map(() => day))),
    },
    {
      pool: 'Rush deliveries',
      driver: 'rush orders',
      poundsEach: 85,
      minutesEach: 70,
      volumes: byMonth(orders.filter(({ account }) => account.isCostly).map(({ day }) => day)),
    },
    {
      pool: 'Returns',
      driver: 'returns',
      poundsEach: 60,
      minutesEach: 55,
      volumes: byMonth(documents.filter(({ isCreditNote }) => isCreditNote).map(({ day }) => day)),
    },
    {
      pool: 'Field sales',
      driver: 'visits',
      poundsEach: 190,
      minutesEach: 210,
      volumes: byMonth(daysOf(['visit', 'contract review', 'trade fair'])),
    },
    {
      pool: 'Inside sales',
      driver: 'calls',
      poundsEach: 14,
      minutesEach: 18,
      volumes: byMonth(daysOf(['call'])),
    },
    {
      pool: 'Service desk',
      driver: 'tickets',
      poundsEach: 38,
      minutesEach: 50,
      volumes: byMonth(ticketDays),
    },
  ];
  return buildCostsTable(random, pools);
};
