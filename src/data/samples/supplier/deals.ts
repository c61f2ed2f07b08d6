import type { Random } from '../../../core/numeric/random.ts';
import { deals as dealsDefinition } from '../../tables/commerce.ts';
import { stageEvents as stageEventsDefinition } from '../../tables/relationship.ts';
import { happens } from '../draw.ts';
import { toPounds } from '../money.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { dayCount, epochDayOfStart, timeOf } from '../trading-days.ts';
import type { Account } from './accounts.ts';
import { workingDay } from './ordering.ts';
import type { SupplierProduct } from './products.ts';

/** Stages that a deal goes through before it is won or lost. */
const stages = ['Qualified', 'Proposal', 'Negotiation'] as const;

interface Deal {
  readonly account: Account;
  readonly openedOn: number;
  /** Day on which each stage was entered, the decision last; those after the end have not happened. */
  readonly entered: readonly number[];
  readonly isWon: boolean;
  readonly pence: number;
  readonly productId: string;
}

const winProbability = (account: Account, isFirst: boolean): number => {
  if (isFirst) return account.isProspect ? 0 : 1;
  return account.acqChannel === 'referral' ? 0.62 : 0.42;
};

const drawDeal = (
  random: Random,
  account: Account,
  products: readonly SupplierProduct[],
  openedOn: number,
  isFirst: boolean,
): Deal => {
  const steps = stages.map(() => 4 + random.exponential(account.acqChannel === 'referral' ? 9 : 17));
  let at = openedOn;
  const entered = [openedOn, ...steps.map((step) => (at = workingDay(Math.floor(at + step))))];
  return {
    account,
    openedOn,
    entered,
    isWon: happens(random, winProbability(account, isFirst)),
    pence: Math.round(account.yearlySpend * (isFirst ? 0.8 : 0.1 + 0.4 * random.next())) * 100,
    productId: products[random.whole(0, products.length - 1)]?.id ?? '',
  };
};

const dealsOf = (random: Random, account: Account, products: readonly SupplierProduct[]): readonly Deal[] => {
  const found = [drawDeal(random, account, products, workingDay(account.seenOn), true)];
  const end = Math.min(account.leavesOn, dayCount);
  for (let at = account.seenOn + random.exponential(250); at < end; at += random.exponential(250)) {
    const openedOn = workingDay(Math.floor(at));
    if (!account.isProspect && openedOn < end)
      found.push(drawDeal(random, account, products, openedOn, false));
  }
  return found;
};

/** The deals table, and the moves of deals between stages as stage events of their accounts. */
export const buildDeals = (
  random: Random,
  accounts: readonly Account[],
  products: readonly SupplierProduct[],
): { readonly deals: SampleTable; readonly stageEvents: SampleTable } => {
  const table = createTableBuilder(
    dealsDefinition,
    dealsDefinition.columns.map((column) => column.name),
  );
  const events = createTableBuilder(stageEventsDefinition, [
    'customer_id',
    'occurred_at',
    'from_stage',
    'to_stage',
  ]);
  const all = accounts
    .flatMap((account) => dealsOf(random, account, products))
    .sort((a, b) => a.openedOn - b.openedOn);
  all.forEach((deal, index) => {
    const names = [...stages, deal.isWon ? 'Won' : 'Lost'];
    const reached = deal.entered.filter((day) => day < dayCount);
    reached.forEach((day, step) =>
      events.add({
        customer_id: deal.account.id,
        occurred_at: timeOf(day, random.whole(9 * 60, 17 * 60)),
        from_stage: names[step - 1] ?? null,
        to_stage: names[step] ?? '',
      }),
    );
    const isClosed = reached.length === names.length;
    table.add({
      deal_id: `D${1_001 + index}`,
      customer_id: deal.account.id,
      product_id: deal.productId,
      owner: deal.account.owner,
      stage: names[reached.length - 1] ?? null,
      is_closed: isClosed,
      is_won: isClosed && deal.isWon,
      opened_at: epochDayOfStart + deal.openedOn,
      closed_at: isClosed ? epochDayOfStart + (deal.entered.at(-1) ?? 0) : null,
      amount: toPounds(deal.pence),
    });
  });
  return { deals: table.build(), stageEvents: events.build() };
};
