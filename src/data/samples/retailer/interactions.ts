import type { Random } from '../../../core/numeric/random.ts';
import { interactions as interactionsDefinition } from '../../tables/relationship.ts';
import { happens } from '../draw.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { dayCount, timeOf } from '../trading-days.ts';
import { campaigns } from './campaigns.ts';
import type { Campaign } from './campaigns.ts';
import type { OrderSummary } from './orders.ts';
import type { Shopper } from './shoppers.ts';

interface Contact {
  readonly customerId: string;
  readonly at: number;
  readonly kind: 'letter' | 'click' | 'e-mail' | 'call';
  readonly direction: 'in' | 'out';
  readonly channel: string;
  readonly campaignId: string | null;
  readonly agentId: string | null;
  readonly outcome: string | null;
}

const contact = (
  random: Random,
  customerId: string,
  day: number,
  how: Pick<Contact, 'kind' | 'direction' | 'channel'> & Partial<Contact>,
): Contact => ({
  campaignId: null,
  agentId: null,
  outcome: null,
  ...how,
  customerId,
  at: timeOf(day, random.whole(8 * 60, 20 * 60)),
});

/** Catalogues go to a fifth of the customers who bought in the year before; some who agreed click on everything else. */
const campaignContacts = (random: Random, campaign: Campaign, shopper: Shopper): readonly Contact[] => {
  const isCatalogue = campaign.activity === 'catalogue';
  if (!happens(random, isCatalogue ? 0.2 : 0.09)) return [];
  const day = campaign.from + random.whole(0, Math.min(6, campaign.to - campaign.from));
  return [
    contact(random, shopper.id, day, {
      kind: isCatalogue ? 'letter' : 'click',
      direction: isCatalogue ? 'out' : 'in',
      channel: isCatalogue ? 'direct marketing' : campaign.channel,
      campaignId: campaign.id,
    }),
  ];
};

const wasActive = (orders: readonly OrderSummary[], campaign: Campaign): boolean =>
  orders.some(({ visit }) => visit.day < campaign.from && visit.day >= campaign.from - 365);

const welcome = (random: Random, shopper: Shopper): readonly Contact[] =>
  shopper.neverOrders && shopper.seenOn + 3 < dayCount && happens(random, 0.6)
    ? [
        contact(random, shopper.id, shopper.seenOn + 3, {
          kind: 'e-mail',
          direction: 'out',
          channel: 'direct marketing',
        }),
      ]
    : [];

const calls = (random: Random, shopper: Shopper, orders: readonly OrderSummary[]): readonly Contact[] =>
  orders
    .filter(
      ({ visit }) => visit.channel === 'telephone' || (shopper.kind === 'costly' && happens(random, 0.25)),
    )
    .map(({ visit }) =>
      contact(random, shopper.id, visit.day, {
        kind: 'call',
        direction: 'in',
        channel: 'telephone',
        agentId: `A${random.whole(1, 9)}`,
        outcome: visit.channel === 'telephone' ? 'order' : 'question answered',
      }),
    );

/** The contacts with customers that were recorded, oldest first: modest in number, as in most firms. */
export const buildInteractionsTable = (
  random: Random,
  shoppers: readonly Shopper[],
  consents: readonly (boolean | null)[],
  ordersOf: readonly (readonly OrderSummary[])[],
): SampleTable => {
  const table = createTableBuilder(
    interactionsDefinition,
    interactionsDefinition.columns.map((column) => column.name),
  );
  const contacts = shoppers.flatMap((shopper) => {
    const orders = ordersOf[shopper.index] ?? [];
    const invited = consents[shopper.index] === true ? campaigns.filter((one) => wasActive(orders, one)) : [];
    return [
      ...welcome(random, shopper),
      ...calls(random, shopper, orders),
      ...invited.flatMap((one) => campaignContacts(random, one, shopper)),
    ];
  });
  contacts
    .sort((a, b) => a.at - b.at)
    .forEach((one, index) =>
      table.add({
        interaction_id: `I${100_001 + index}`,
        customer_id: one.customerId,
        occurred_at: one.at,
        kind: one.kind,
        direction: one.direction,
        channel: one.channel,
        campaign_id: one.campaignId,
        nature: 'task',
        agent_id: one.agentId,
        outcome: one.outcome,
      }),
    );
  return table.build();
};
