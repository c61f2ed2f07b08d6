import type { TableName } from '../../tables/canonical-tables.ts';
import { need, type Grain, type Need } from './grain.ts';
import { orderGrains } from './order-grains.ts';
import { mappingTargets } from './targets.ts';

/** Targets by which records of other kinds may name their customer when they have no number of one. */
const byEmail: readonly string[] = ['customers.email'];

/** What the rows of an event log say of their case. */
const ofEventLogs: readonly string[] = ['tickets.case_id', 'tickets.activity', 'tickets.event_at'];

const customerOf = (table: TableName): Need => need('a customer', `${table}.customer_id`, ...byEmail);

/** What files can be about, likeliest first. */
export const grains: readonly Grain[] = [
  orderGrains['order-lines-with-orders'],
  orderGrains['orders'],
  {
    id: 'deals',
    title: 'Deals',
    tables: ['deals'],
    without: [],
    needs: [
      need('a deal', 'deals.deal_id'),
      need('a stage', 'deals.stage', 'deals.is_won'),
      need('an amount or a closing date', 'deals.amount', 'deals.closed_at'),
    ],
  },
  {
    id: 'tickets',
    title: 'Tickets',
    tables: ['tickets'],
    also: byEmail,
    without: ofEventLogs,
    needs: [
      { ...need('a ticket', 'tickets.ticket_id'), plain: 'unless-backed' },
      need('an opening date', 'tickets.opened_at'),
    ],
  },
  {
    id: 'event-log',
    title: 'Event log of cases',
    tables: ['tickets'],
    also: byEmail,
    without: mappingTargets
      .map(({ target }) => target)
      .filter((target) => ![...ofEventLogs, ...byEmail, 'tickets.customer_id'].includes(target)),
    needs: [
      need('a case with several rows', 'tickets.case_id'),
      need('an activity', 'tickets.activity'),
      need('a moment', 'tickets.event_at'),
    ],
  },
  {
    id: 'surveys',
    title: 'Survey answers',
    tables: ['surveys'],
    also: byEmail,
    without: [],
    needs: [
      need('a score', 'surveys.score'),
      need('a customer', 'surveys.customer_id', 'surveys.order_id', ...byEmail),
    ],
  },
  orderGrains['order-lines'],
  orderGrains['order-headers'],
  {
    id: 'products',
    title: 'Products',
    tables: ['products'],
    without: [],
    needs: [
      need('a product', 'products.product_id'),
      need(
        'a name, category, price or cost',
        'products.name',
        'products.category',
        'products.list_price',
        'products.unit_cost',
      ),
    ],
  },
  {
    id: 'customers',
    title: 'Customers',
    tables: ['customers'],
    without: [],
    needs: [need('a customer', 'customers.customer_id', 'customers.email')],
  },
  {
    id: 'interactions',
    title: 'Contacts with customers',
    tables: ['interactions'],
    also: byEmail,
    without: [],
    needs: [
      need('a customer or a number', 'interactions.interaction_id', 'interactions.customer_id', ...byEmail),
      need('a date', 'interactions.occurred_at'),
      need(
        'what happened',
        'interactions.kind',
        'interactions.direction',
        'interactions.outcome',
        'interactions.campaign_id',
        'interactions.agent_id',
      ),
    ],
  },
  {
    id: 'campaigns',
    title: 'Campaigns',
    tables: ['campaigns'],
    without: [],
    needs: [
      need('a campaign', 'campaigns.campaign_id', 'campaigns.name'),
      need('a cost, a date or a kind', 'campaigns.cost', 'campaigns.starts_on', 'campaigns.activity'),
    ],
  },
  {
    id: 'referrals',
    title: 'Referrals',
    tables: ['referrals'],
    without: [],
    needs: [
      need('who recommended', 'referrals.from_customer_id'),
      need('who came', 'referrals.to_customer_id'),
    ],
  },
  {
    id: 'usage',
    title: 'Use by period',
    tables: ['usage'],
    also: byEmail,
    without: [],
    needs: [customerOf('usage'), need('a period', 'usage.period'), need('a quantity', 'usage.quantity')],
  },
  {
    id: 'stage-events',
    title: 'Moves between stages',
    tables: ['stage_events'],
    also: byEmail,
    without: ['stage_events.entered_at'],
    needs: [
      customerOf('stage_events'),
      need('a date', 'stage_events.occurred_at'),
      need('the stage entered', 'stage_events.to_stage'),
    ],
  },
  {
    id: 'costs',
    title: 'Costs',
    tables: ['costs'],
    without: [],
    needs: [need('a cost pool', 'costs.pool'), need('an amount', 'costs.amount')],
  },
  {
    id: 'categories',
    title: 'Product categories',
    tables: ['products'],
    without: ['products.product_id', 'products.name', 'products.list_price', 'products.unit_cost'],
    names: {
      'products.category': ['name', 'title', 'label', 'description', 'nom', 'nombre', 'nome', 'bezeichnung'],
    },
    needs: [need('a category', 'products.category_id'), need('its name', 'products.category')],
  },
  {
    id: 'deal-customers',
    title: 'Customers of deals',
    tables: ['deals'],
    without: ['deals.stage', 'deals.amount', 'deals.closed_at'],
    needs: [need('a deal', 'deals.deal_id'), need('a customer', 'deals.customer_id')],
  },
  {
    id: 'ticket-customers',
    title: 'Customers of tickets',
    tables: ['tickets'],
    without: [...ofEventLogs, 'tickets.opened_at', 'tickets.solved_at', 'tickets.category'],
    needs: [need('a ticket', 'tickets.ticket_id'), need('a customer', 'tickets.customer_id')],
  },
  {
    id: 'interaction-customers',
    title: 'Customers of contacts',
    tables: ['interactions'],
    without: ['interactions.occurred_at'],
    needs: [need('a contact', 'interactions.interaction_id'), need('a customer', 'interactions.customer_id')],
  },
  orderGrains['payments'],
  orderGrains['refund-lines'],
];

/** What a set of targets still lacks, in words; empty when it is complete. `plain` are those whose columns were named plainly. */
export const missingFor = (
  grain: Grain,
  targets: ReadonlySet<string>,
  plain: ReadonlySet<string> = targets,
  isBacked = true,
): readonly string[] =>
  grain.needs
    .filter((need) => {
      const counted = need.plain === 'always' || (need.plain && !isBacked) ? plain : targets;
      return !need.anyOf.some((group) => group.split('+').every((target) => counted.has(target)));
    })
    .map(({ what }) => what);
