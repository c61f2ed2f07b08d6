import type { Random } from '../../../core/numeric/random.ts';
import { tickets as ticketsDefinition } from '../../tables/relationship.ts';
import { createPicker, drawPoints, happens } from '../draw.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { dayCount, timeOf } from '../trading-days.ts';
import type { Complaint } from './complaints.ts';
import { planted } from './planted.ts';
import type { Visit } from './purchasing.ts';

interface Ticket extends Omit<Complaint, 'cause'> {
  readonly customerId: string;
  readonly category: string;
  readonly isComplaint: boolean;
}

const hour = 3_600_000;
const day = 24 * hour;
const questions = ['Return', 'Where is my order', 'Product advice', 'Account'] as const;
const pickQuestion = createPicker([3, 4, 2, 1]);
const end = timeOf(dayCount, 0);

const drawQuestion = (random: Random, visit: Visit, customerId: string): Ticket => {
  const openedAt = Math.floor((visit.deliveredAt ?? visit.at) + random.exponential(2) * day);
  const days = 0.9 * Math.exp(0.8 * random.normal());
  return {
    customerId,
    openedAt,
    firstReplyAt: Math.floor(openedAt + days * 0.4 * day),
    solvedAt: Math.floor(openedAt + days * day),
    days,
    category: questions[pickQuestion(random)] ?? 'Return',
    isComplaint: false,
  };
};

const ticketsOf = (random: Random, visit: Visit): readonly Ticket[] => {
  if (visit.shopper === null) return [];
  const { id: customerId, kind } = visit.shopper;
  const found: Ticket[] = [];
  if (visit.complaint !== null) {
    const { cause, openedAt, firstReplyAt, solvedAt, days } = visit.complaint;
    found.push({ customerId, openedAt, firstReplyAt, solvedAt, days, category: cause, isComplaint: true });
  }
  const probability = kind === 'costly' ? planted.unprofitableTail.ticketProbability : 0.025;
  if (happens(random, probability)) found.push(drawQuestion(random, visit, customerId));
  return found.filter((ticket) => ticket.openedAt < end);
};

const severityOf = (random: Random, ticket: Ticket): string => {
  if (!ticket.isComplaint) return 'low';
  return happens(random, 0.3) ? 'high' : 'medium';
};

/** Times before the end of the data; null for what had not happened by then. */
const known = (time: number): number | null => (time < end ? time : null);

/** The tickets table, oldest first. Satisfaction falls with the days that an answer took. */
export const buildTicketsTable = (random: Random, visits: readonly Visit[]): SampleTable => {
  const table = createTableBuilder(
    ticketsDefinition,
    ticketsDefinition.columns.map((column) => column.name),
  );
  const all = visits.flatMap((visit) => ticketsOf(random, visit)).sort((a, b) => a.openedAt - b.openedAt);
  all.forEach((ticket, index) => {
    const hasRated = ticket.solvedAt < end && happens(random, 0.45);
    const satisfaction = (ticket.isComplaint ? 4.2 : 4.5) - 0.17 * ticket.days;
    table.add({
      ticket_id: `T${10_001 + index}`,
      customer_id: ticket.customerId,
      opened_at: ticket.openedAt,
      first_reply_at: known(ticket.firstReplyAt),
      solved_at: known(ticket.solvedAt),
      reopened: happens(random, Math.min(0.4, 0.02 * ticket.days)) ? 1 : 0,
      category: ticket.category,
      severity: severityOf(random, ticket),
      is_complaint: ticket.isComplaint,
      csat: hasRated ? drawPoints(random, satisfaction, 0.8, 1, 5) : null,
    });
  });
  return table.build();
};
