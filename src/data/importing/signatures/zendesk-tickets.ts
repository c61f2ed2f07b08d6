import type { Signature } from './signature.ts';

/** Zendesk's tickets: times to reply and to solve are minutes after opening, the satisfaction is a word. */
export const zendeskTickets: Signature = {
  id: 'zendesk-tickets',
  title: 'Zendesk tickets',
  needs: ['id', 'requester id', 'status', 'created at'],
  oneOf: [['solved at', 'reopens', 'first reply time in minutes', 'full resolution time in minutes']],
  columns: {
    id: 'tickets.ticket_id',
    'requester id': 'tickets.customer_id',
    'created at': 'tickets.opened_at',
    'solved at': 'tickets.solved_at',
    'first reply time in minutes': 'tickets.first_reply_minutes',
    'full resolution time in minutes': 'tickets.solved_minutes',
    reopens: 'tickets.reopened',
    'ticket type': 'tickets.category',
    type: 'tickets.category',
    priority: 'tickets.severity',
    satisfaction: 'tickets.satisfaction',
    'satisfaction score': 'tickets.satisfaction',
    'satisfaction rating': 'tickets.satisfaction',
  },
  others: 'ignore',
};
