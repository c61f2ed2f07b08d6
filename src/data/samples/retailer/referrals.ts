import type { Random } from '../../../core/numeric/random.ts';
import { referrals as referralsDefinition } from '../../tables/relationship.ts';
import { toPounds } from '../money.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { timeOf } from '../trading-days.ts';
import type { OrderSummary } from './orders.ts';
import type { Shopper } from './shoppers.ts';

/** Attitude (0–10) from which somebody recommends us. */
const recommendsFrom = 8.5;

/** Who brought the customers that came by recommendation: people who like us, and had bought before. */
export const buildReferralsTable = (
  random: Random,
  shoppers: readonly Shopper[],
  ordersOf: readonly (readonly OrderSummary[])[],
): SampleTable => {
  const table = createTableBuilder(referralsDefinition, [
    'from_customer_id',
    'to_customer_id',
    'referred_at',
    'value',
  ]);
  const friends: Shopper[] = [];
  const firstDayOf = (shopper: Shopper): number => ordersOf[shopper.index]?.[0]?.visit.day ?? Infinity;
  const firstYearOf = (shopper: Shopper): number =>
    (ordersOf[shopper.index] ?? [])
      .filter(({ visit }) => visit.day < shopper.seenOn + 365)
      .reduce((sum, order) => sum + order.net, 0);
  for (const shopper of shoppers) {
    // The square favours the earliest of those who recommend: some bring many, most bring nobody.
    const friend = friends[Math.floor(friends.length * random.next() ** 2)];
    const isReferred = shopper.acqChannel === 'referral' && friend !== undefined;
    if (isReferred && firstDayOf(friend) < shopper.seenOn)
      table.add({
        from_customer_id: friend.id,
        to_customer_id: shopper.id,
        referred_at: timeOf(shopper.seenOn, random.whole(9 * 60, 20 * 60)),
        value: toPounds(firstYearOf(shopper)),
      });
    const isRegular = (ordersOf[shopper.index]?.length ?? 0) >= 3;
    if (shopper.kind === 'ordinary' && shopper.attitude >= recommendsFrom && isRegular) friends.push(shopper);
  }
  return table.build();
};
