import type { Signature } from './signature.ts';

const caseColumns = {
  'case number': 'tickets.ticket_id',
  'case id': 'tickets.ticket_id',
  'account id': 'tickets.customer_id',
  'contact id': 'tickets.customer_id',
  'account name': 'tickets.customer_id',
  'contact name': 'tickets.customer_id',
  'created date': 'tickets.opened_at',
  'date time opened': 'tickets.opened_at',
  'opened date': 'tickets.opened_at',
  'closed date': 'tickets.solved_at',
  'date time closed': 'tickets.solved_at',
  reason: 'tickets.category',
  'case reason': 'tickets.category',
  type: 'tickets.category',
  priority: 'tickets.severity',
} as const;

/** Salesforce's opportunities and cases: exports by the API's names, and reports by their labels. */
export const salesforce: readonly Signature[] = [
  {
    id: 'salesforce-opportunities',
    title: 'Salesforce opportunities',
    needs: ['id', 'account id', 'stage name', 'close date', 'amount'],
    columns: {
      id: 'deals.deal_id',
      'account id': 'deals.customer_id',
      'stage name': 'deals.stage',
      amount: 'deals.amount',
      'close date': 'deals.closed_at',
      'created date': 'deals.opened_at',
      'owner id': 'deals.owner',
      'is closed': 'deals.is_closed',
      'is won': 'deals.is_won',
    },
    others: 'ignore',
    rules: { customerKind: 'b2b' },
  },
  {
    id: 'salesforce-opportunity-report',
    title: 'Salesforce opportunities (report)',
    needs: ['opportunity name', 'account name', 'stage', 'close date'],
    columns: {
      'opportunity id': 'deals.deal_id',
      'opportunity name': 'deals.deal_id',
      'account id': 'deals.customer_id',
      'account name': 'deals.customer_id',
      stage: 'deals.stage',
      amount: 'deals.amount',
      'close date': 'deals.closed_at',
      'created date': 'deals.opened_at',
      'opportunity owner': 'deals.owner',
      closed: 'deals.is_closed',
      won: 'deals.is_won',
    },
    others: 'ignore',
    rules: { customerKind: 'b2b' },
  },
  {
    id: 'salesforce-cases',
    title: 'Salesforce cases',
    needs: ['case number', 'status'],
    oneOf: [
      ['origin', 'case origin', 'reason', 'case reason', 'priority'],
      ['created date', 'date time opened', 'opened date'],
      ['account id', 'contact id', 'account name', 'contact name'],
    ],
    columns: caseColumns,
    others: 'ignore',
  },
];
