import type { TableDefinition } from './table.ts';

/** Contacts in either direction. */
export const interactions: TableDefinition<'interactions'> = {
  name: 'interactions',
  title: 'Interactions',
  grain: 'one contact with a customer',
  key: ['interaction_id'],
  columns: [
    { name: 'interaction_id', type: 'VARCHAR', meaning: 'Identifier', required: true },
    { name: 'customer_id', type: 'VARCHAR', meaning: 'Customer', required: true },
    { name: 'occurred_at', type: 'TIMESTAMP', meaning: 'When', required: true },
    { name: 'kind', type: 'VARCHAR', meaning: 'E-mail, call, visit, meeting, click …' },
    { name: 'direction', type: 'VARCHAR', meaning: 'in or out' },
    { name: 'channel', type: 'VARCHAR', meaning: 'Channel' },
    { name: 'campaign_id', type: 'VARCHAR', meaning: 'Campaign it belongs to' },
    { name: 'nature', type: 'VARCHAR', meaning: 'task or social' },
    { name: 'agent_id', type: 'VARCHAR', meaning: 'Who of us' },
    { name: 'outcome', type: 'VARCHAR', meaning: 'Result as the source names it' },
  ],
};

/** Service requests and complaints. */
export const tickets: TableDefinition<'tickets'> = {
  name: 'tickets',
  title: 'Tickets',
  grain: 'one service request',
  key: ['ticket_id'],
  columns: [
    { name: 'ticket_id', type: 'VARCHAR', meaning: 'Identifier', required: true },
    { name: 'customer_id', type: 'VARCHAR', meaning: 'Customer', required: true },
    { name: 'opened_at', type: 'TIMESTAMP', meaning: 'Opened', required: true },
    { name: 'first_reply_at', type: 'TIMESTAMP', meaning: 'First reply' },
    { name: 'solved_at', type: 'TIMESTAMP', meaning: 'Solved; empty while open' },
    { name: 'reopened', type: 'INTEGER', meaning: 'Times reopened' },
    { name: 'category', type: 'VARCHAR', meaning: 'Category' },
    { name: 'severity', type: 'VARCHAR', meaning: 'Severity' },
    { name: 'is_complaint', type: 'BOOLEAN', meaning: 'The customer complains' },
    { name: 'csat', type: 'DOUBLE', unit: 'points', meaning: 'Satisfaction with the handling, 1 to 5' },
  ],
};

/** Marketing campaigns. */
export const campaigns: TableDefinition<'campaigns'> = {
  name: 'campaigns',
  title: 'Campaigns',
  grain: 'one campaign',
  key: ['campaign_id'],
  columns: [
    { name: 'campaign_id', type: 'VARCHAR', meaning: 'Identifier', required: true },
    { name: 'name', type: 'VARCHAR', meaning: 'Name' },
    { name: 'activity', type: 'VARCHAR', meaning: 'Kind of activity' },
    { name: 'starts_on', type: 'DATE', meaning: 'First day' },
    { name: 'ends_on', type: 'DATE', meaning: 'Last day' },
    { name: 'cost', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'Cost' },
    { name: 'channel', type: 'VARCHAR', meaning: 'Channel' },
  ],
};

/** Answers to survey questions. */
export const surveys: TableDefinition<'surveys'> = {
  name: 'surveys',
  title: 'Survey answers',
  grain: 'one answer of one customer',
  key: [],
  columns: [
    { name: 'customer_id', type: 'VARCHAR', meaning: 'Customer; empty for an anonymous answer' },
    { name: 'answered_at', type: 'TIMESTAMP', meaning: 'When' },
    { name: 'instrument', type: 'VARCHAR', meaning: 'nps, csat, review or another questionnaire' },
    { name: 'item', type: 'VARCHAR', meaning: 'Question' },
    { name: 'score', type: 'DOUBLE', unit: 'points', meaning: 'Answer as a number', required: true },
    { name: 'comment', type: 'VARCHAR', meaning: 'Words', personal: true },
  ],
};

/** Who brought whom. */
export const referrals: TableDefinition<'referrals'> = {
  name: 'referrals',
  title: 'Referrals',
  grain: 'one customer brought by another',
  key: ['from_customer_id', 'to_customer_id'],
  columns: [
    { name: 'from_customer_id', type: 'VARCHAR', meaning: 'Who recommended us', required: true },
    { name: 'to_customer_id', type: 'VARCHAR', meaning: 'Who came', required: true },
    { name: 'referred_at', type: 'TIMESTAMP', meaning: 'When' },
    { name: 'value', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'First-year revenue of who came' },
  ],
};

/** Use of a service by period. */
export const usage: TableDefinition<'usage'> = {
  name: 'usage',
  title: 'Usage',
  grain: 'one customer in one period',
  key: ['customer_id', 'period'],
  columns: [
    { name: 'customer_id', type: 'VARCHAR', meaning: 'Customer', required: true },
    { name: 'period', type: 'DATE', meaning: 'First day of the period', required: true },
    { name: 'quantity', type: 'DOUBLE', meaning: 'Quantity used', required: true },
  ],
};

/** Moves of a customer between stages. */
export const stageEvents: TableDefinition<'stage_events'> = {
  name: 'stage_events',
  title: 'Stage events',
  grain: 'one move of a customer or deal',
  key: [],
  columns: [
    { name: 'customer_id', type: 'VARCHAR', meaning: 'Customer', required: true },
    { name: 'occurred_at', type: 'TIMESTAMP', meaning: 'When', required: true },
    { name: 'from_stage', type: 'VARCHAR', meaning: 'Stage left' },
    { name: 'to_stage', type: 'VARCHAR', meaning: 'Stage entered', required: true },
  ],
};

/** Costs that are shared out to customers by a driver. */
export const costs: TableDefinition<'costs'> = {
  name: 'costs',
  title: 'Costs',
  grain: 'one cost pool in one period',
  key: ['pool', 'period'],
  columns: [
    { name: 'pool', type: 'VARCHAR', meaning: 'Cost pool', required: true },
    { name: 'driver', type: 'VARCHAR', meaning: 'What drives it: orders, lines, returns, tickets, visits …' },
    { name: 'period', type: 'DATE', meaning: 'First day of the period' },
    { name: 'amount', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'Cost', required: true },
    { name: 'capacity_minutes', type: 'DOUBLE', unit: 'minutes', meaning: 'Practical capacity' },
  ],
};
