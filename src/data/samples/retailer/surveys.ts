import type { Random } from '../../../core/numeric/random.ts';
import { surveys as surveysDefinition } from '../../tables/relationship.ts';
import { drawPoints, happens, pickOne } from '../draw.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { dayCount, timeOf } from '../trading-days.ts';
import { planted } from './planted.ts';
import type { Visit } from './purchasing.ts';
import type { Shopper } from './shoppers.ts';

interface Answer {
  readonly customerId: string;
  readonly at: number;
  readonly instrument: 'nps' | 'csat' | 'review';
  readonly score: number;
  readonly comment: string | null;
}

const day = 86_400_000;
const end = timeOf(dayCount, 0);
const items = {
  nps: 'Would you recommend us to a friend?',
  csat: 'How satisfied are you with this order?',
  review: 'Your rating of what you bought',
} as const;
const praise = ['Lovely things, quick delivery', 'Always a pleasure', 'The staff know their pans'] as const;
const blame = ['Nobody answered', 'Took far too long', 'No choice where I live', 'Fine, but dear'] as const;

const comment = (random: Random, isHappy: boolean): string | null =>
  happens(random, 0.12) ? pickOne(random, isHappy ? praise : blame) : null;

/** How an order went, on a scale of 1 to 5. */
const contentment = (visit: Visit, shopper: Shopper): number => {
  const late =
    visit.deliveredAt !== null && visit.promisedAt !== null && visit.deliveredAt > visit.promisedAt;
  return 3.1 + shopper.attitude / 6.5 - (late ? 0.9 : 0) - (visit.complaint === null ? 0 : 0.8);
};

const answersOf = (random: Random, visit: Visit): readonly Answer[] => {
  const { shopper } = visit;
  if (shopper === null || visit.isCancelled) return [];
  const answers: Answer[] = [];
  const add = (instrument: Answer['instrument'], days: number, score: number, isHappy: boolean): void => {
    const at = Math.floor(visit.at + days * day);
    const said = { customerId: shopper.id, at, instrument, score, comment: comment(random, isHappy) };
    if (at < end) answers.push(said);
  };
  if (happens(random, visit.ordinal === 1 ? 0.09 : 0.035)) {
    const slow = (visit.complaint?.days ?? 0) > planted.slowComplaints.slowAfterDays;
    const score = drawPoints(random, shopper.attitude - (slow ? 4 : 0), 1, 0, 10);
    add('nps', 21 + random.next() * 9, score, score >= 8);
  }
  if (happens(random, 0.05)) {
    const score = drawPoints(random, contentment(visit, shopper), 0.7, 1, 5);
    add('csat', 6 + random.next() * 4, score, score >= 4);
  }
  if (happens(random, 0.02)) {
    const score = drawPoints(random, contentment(visit, shopper) + 0.1, 0.7, 1, 5);
    add('review', 10 + random.next() * 20, score, score >= 4);
  }
  return answers;
};

/** The survey answers, oldest first. */
export const buildSurveysTable = (random: Random, visits: readonly Visit[]): SampleTable => {
  const table = createTableBuilder(surveysDefinition, [
    'customer_id',
    'answered_at',
    'instrument',
    'item',
    'score',
    'comment',
  ]);
  const answers = visits.flatMap((visit) => answersOf(random, visit)).sort((a, b) => a.at - b.at);
  for (const answer of answers)
    table.add({
      customer_id: answer.customerId,
      answered_at: answer.at,
      instrument: answer.instrument,
      item: items[answer.instrument],
      score: answer.score,
      comment: answer.comment,
    });
  return table.build();
};
