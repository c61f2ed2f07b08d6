import type { Random } from '../../../core/numeric/random.ts';
import { surveys as surveysDefinition, tickets as ticketsDefinition } from '../../tables/relationship.ts';
import { drawPoints, happens, pickOne } from '../draw.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { dayCount, timeOf } from '../trading-days.ts';
import type { Account } from './accounts.ts';
import type { SupplierDocument } from './ordering.ts';
import { workingDay } from './ordering.ts';
import { planted } from './planted.ts';

const day = 86_400_000;
const end = timeOf(dayCount, 0);
const categories = ['Delivery', 'Quality', 'Invoice', 'Advice'] as const;
const known = (time: number): number | null => (time < end ? time : null);

/** The tickets table, oldest first. */
export const buildSupplierTicketsTable = (
  random: Random,
  documents: readonly SupplierDocument[],
): SampleTable => {
  const table = createTableBuilder(
    ticketsDefinition,
    ticketsDefinition.columns.map((column) => column.name),
  );
  const opened = documents
    .filter((document) => !document.isCreditNote)
    .filter(({ account }) =>
      happens(random, account.isCostly ? planted.costlyAccounts.ticketsPerOrder : 0.035),
    )
    .map(({ account, at }) => ({ account, openedAt: Math.floor(at + (2 + random.exponential(4)) * day) }))
    .filter(({ openedAt }) => openedAt < end)
    .sort((a, b) => a.openedAt - b.openedAt);
  opened.forEach(({ account, openedAt }, index) => {
    const days = 1.6 * Math.exp(0.8 * random.normal());
    const category = pickOne(random, categories);
    const isComplaint = category !== 'Advice' && happens(random, 0.6);
    table.add({
      ticket_id: `S${5_001 + index}`,
      customer_id: account.id,
      opened_at: openedAt,
      first_reply_at: known(Math.floor(openedAt + days * 0.3 * day)),
      solved_at: known(Math.floor(openedAt + days * day)),
      reopened: happens(random, 0.05) ? 1 : 0,
      category,
      severity: isComplaint ? pickOne(random, ['medium', 'high'] as const) : 'low',
      is_complaint: isComplaint,
      csat: happens(random, 0.4) ? drawPoints(random, 4.3 - 0.2 * days, 0.7, 1, 5) : null,
    });
  });
  return table.build();
};

/** The yearly question to half of the accounts whether they would recommend the supplier. */
export const buildSupplierSurveysTable = (random: Random, accounts: readonly Account[]): SampleTable => {
  const table = createTableBuilder(surveysDefinition, [
    'customer_id',
    'answered_at',
    'instrument',
    'item',
    'score',
  ]);
  for (const year of [0, 1, 2])
    for (const account of accounts) {
      const asked = workingDay(year * 365 + random.whole(250, 275));
      const isCustomer = !account.isProspect && account.seenOn < asked && account.leavesOn > asked;
      if (isCustomer && happens(random, 0.55))
        table.add({
          customer_id: account.id,
          answered_at: timeOf(asked, random.whole(9 * 60, 17 * 60)),
          instrument: 'nps',
          item: 'Would you recommend us to another firm?',
          score: drawPoints(random, account.missesReviews ? 6.4 : 8.3, 1.4, 0, 10),
        });
    }
  return table.build();
};
