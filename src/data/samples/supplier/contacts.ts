import type { Random } from '../../../core/numeric/random.ts';
import { interactions as interactionsDefinition } from '../../tables/relationship.ts';
import { happens, pickOne } from '../draw.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { dayCount, timeOf } from '../trading-days.ts';
import type { Account } from './accounts.ts';
import { workingDay } from './ordering.ts';
import { planted } from './planted.ts';

/** A visit, call or contract review. */
export interface Contact {
  readonly account: Account;
  readonly day: number;
  readonly kind: 'visit' | 'call' | 'contract review' | 'trade fair';
  readonly direction: 'in' | 'out';
  readonly nature: 'task' | 'social';
  readonly outcome: string | null;
}

const { costlyAccounts } = planted;
const reviewOutcomes = ['all well', 'all well', 'something to improve', 'other issues raised'] as const;

const visitsAYear = ({ isCostly, yearlySpend }: Account): number =>
  isCostly ? costlyAccounts.visitsAYear : Math.min(14, 1.5 + yearlySpend / 40_000);

const callsAYear = ({ isCostly, yearlySpend }: Account): number =>
  isCostly ? costlyAccounts.callsAYear : Math.min(40, 6 + yearlySpend / 15_000);

/** Days of a Poisson process from the first contact to the end of the relationship. */
const drawDays = (random: Random, account: Account, perYear: number): readonly number[] => {
  const days: number[] = [];
  const end = Math.min(account.leavesOn, dayCount - 3);
  for (let at = account.seenOn; ; at += random.exponential(365 / perYear)) {
    const day = workingDay(Math.floor(at));
    if (day >= end) return days;
    days.push(day);
  }
};

/** Once a year; where they are missed, none at all. */
const reviewDays = (random: Random, account: Account): readonly number[] => {
  const days: number[] = [];
  if (account.missesReviews || account.isProspect) return days;
  for (let at = account.seenOn + random.whole(240, 330); at < Math.min(account.leavesOn, dayCount - 3);) {
    days.push(workingDay(at));
    at += random.whole(310, 350);
  }
  return days;
};

const contactsOf = (random: Random, account: Account): readonly Contact[] => [
  ...drawDays(random, account, visitsAYear(account)).map((day): Contact => {
    const isSocial = happens(random, 0.12);
    const kind = isSocial && happens(random, 0.4) ? 'trade fair' : 'visit';
    return { account, day, kind, direction: 'out', nature: isSocial ? 'social' : 'task', outcome: null };
  }),
  ...drawDays(random, account, callsAYear(account)).map((day): Contact => ({
    account,
    day,
    kind: 'call',
    direction: happens(random, account.isCostly ? 0.8 : 0.45) ? 'in' : 'out',
    nature: 'task',
    outcome: null,
  })),
  ...reviewDays(random, account).map((day): Contact => ({
    account,
    day,
    kind: 'contract review',
    direction: 'out',
    nature: 'task',
    outcome: pickOne(random, reviewOutcomes),
  })),
];

/** All contacts with accounts in the order of time. */
export const createContacts = (random: Random, accounts: readonly Account[]): readonly Contact[] =>
  accounts.flatMap((account) => contactsOf(random, account)).sort((a, b) => a.day - b.day);

/** The interactions table. */
export const buildContactsTable = (random: Random, contacts: readonly Contact[]): SampleTable => {
  const table = createTableBuilder(interactionsDefinition, [
    'interaction_id',
    'customer_id',
    'occurred_at',
    'kind',
    'direction',
    'channel',
    'nature',
    'agent_id',
    'outcome',
  ]);
  contacts.forEach(({ account, day, kind, direction, nature, outcome }, index) =>
    table.add({
      interaction_id: `V${30_001 + index}`,
      customer_id: account.id,
      occurred_at: timeOf(day, random.whole(8 * 60, 17 * 60)),
      kind,
      direction,
      channel: kind === 'call' ? 'telephone' : 'sales force',
      nature,
      agent_id: account.owner,
      outcome,
    }),
  );
  return table.build();
};
