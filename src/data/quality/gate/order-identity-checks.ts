import type { Treatment } from '../treatment.ts';
import { moves, type Check } from './check.ts';
import type { GateFacts } from './gate-facts.ts';
import { dayText, moneyText } from './example-sql.ts';

const unit = 'orders';
const sale = `${moneyText('net')} || ' on ' || ${dayText('ordered_at')}`;

/** Who bought: guests, stand-ins, tests, the same order twice. */
export const identityChecks = (facts: GateFacts): readonly Check[] => {
  const guests: readonly Treatment[] = facts.hasNamedGuests ? [{ kind: 'identify-guests' }] : [];
  return [
    {
      id: 'guests',
      title: 'Orders without a customer',
      severity: 'warning',
      column: 'customer_id',
      where: 'counts and customer_id is null',
      among: 'counts',
      unit,
      explanation: facts.hasNamedGuests
        ? 'Nobody is named as the customer. Some of them carry a name by which they could be told apart.'
        : 'Nobody is named as the customer, and the file has no name or address by which they could be told apart.',
      how: 'They count in totals of revenue and in no figure about customers: not in RFM, cohorts or the ladder.',
      analyses: moves.customers,
      treatments: guests,
      example: sale,
    },
    {
      id: 'stand-ins',
      title: 'Customers who stand for nobody',
      severity: 'error',
      column: 'customer_id',
      where: 'is_stand_in',
      unit,
      explanation:
        'The customer’s number is a word or a zero that shops write where they know nobody: “guest”, “0”, “walk-in”.',
      how: 'All of them count as one very large customer, who tops every ranking and never leaves.',
      analyses: moves.customers,
      treatments: [{ kind: 'dissolve-stand-ins' }],
      example: sale,
    },
    {
      id: 'unknown-customers',
      title: 'Orders of customers who are not in your list',
      severity: 'warning',
      column: 'customer_id',
      where: 'is_unknown',
      among: 'customer_id is not null',
      unit,
      explanation: 'The order names a customer whom the customers table doesn’t have.',
      how: 'They count, but nothing is known of these customers: no country, channel or consent.',
      analyses: moves.customers,
      example: sale,
    },
    {
      id: 'tests',
      title: 'Test orders',
      severity: 'warning',
      where: 'is_test',
      unit,
      explanation:
        'The customer’s name or address, the coupon, the number or the products say “test” in one of six languages, or the order is for a hundredth.',
      how: 'They count as purchases, and their customers as customers.',
      analyses: moves.everything,
      treatments: [{ kind: 'exclude-test-orders' }],
      example: sale,
    },
    {
      id: 'copies',
      title: 'The same order twice',
      severity: 'error',
      where: 'is_copy',
      among: 'customer_id is not null',
      unit,
      explanation:
        'Same customer, same moment, same amounts and same products as an order with another number. The first of each group is not counted here.',
      how: 'Revenue, frequency and basket counts are too high by them.',
      analyses: moves.everything,
      treatments: [{ kind: 'drop-duplicate-orders' }],
      example: sale,
    },
    {
      id: 'look-alikes',
      title: 'Orders that look alike',
      severity: 'info',
      where: 'not is_copy',
      among: 'customer_id is not null',
      unit,
      explanation:
        'Same customer, day and amount as an order with another number, but at another time or with other products: probably right.',
      how: 'Frequency by day doesn’t change, as orders of one day count once; revenue would, if they were mistakes.',
      analyses: moves.money,
      example: sale,
    },
  ];
};
