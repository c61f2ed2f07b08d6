import { isWorthlessSql } from '../rules/test-orders.ts';
import type { Treatment } from '../treatment.ts';
import { dayText, moneyText } from './example-sql.ts';
import { moves, type Check } from './check.ts';
import type { GateFacts } from './gate-facts.ts';

const unit = 'orders';

const currencyChecks = ({ mainCurrency }: GateFacts): readonly Check[] =>
  mainCurrency === null
    ? []
    : [
        {
          id: 'currencies',
          title: `Amounts in other currencies than ${mainCurrency}`,
          severity: 'error',
          column: 'currency',
          where: `counts and upper(currency) <> '${mainCurrency.replaceAll("'", "''")}'`,
          among: 'counts',
          unit,
          explanation: `Orders are in several currencies; ${mainCurrency} is the commonest. The amounts are added up as if they were one.`,
          how: 'Every sum of money mixes units until rates are given.',
          analyses: moves.money,
          treatments: [{ kind: 'convert-currencies', into: mainCurrency, rates: {} }],
          example: `${moneyText('net')} || ' ' || upper(currency)`,
        },
      ];

const outliers = (deviations: number): readonly Treatment[] => [
  { kind: 'limit-outliers', how: 'cap', deviations },
  { kind: 'limit-outliers', how: 'exclude', deviations },
];

const sizeChecks = ({ largeOrder, smallOrder, applied, rules }: GateFacts): readonly Check[] => [
  ...(largeOrder === null || applied.has('limit-outliers')
    ? []
    : [
        {
          id: 'large',
          title: 'Unusually large orders and credit notes',
          severity: 'warning',
          where: `counts and size > ${largeOrder}::DOUBLE`,
          among: 'counts and size > 0',
          unit,
          explanation: `More than ${rules.outlierDeviations} robust standard deviations above the median order, on a logarithmic scale: above ${largeOrder.toFixed(2)}.`,
          how: 'A few of them move averages, the ranking of customers and the whole trend of a month.',
          analyses: moves.money,
          treatments: outliers(rules.outlierDeviations),
          example: `${moneyText('net')} || ' on ' || ${dayText('ordered_at')}`,
        } satisfies Check,
      ]),
  ...(smallOrder === null
    ? []
    : [
        {
          id: 'small',
          title: 'Unusually small orders',
          severity: 'info',
          where: `counts and sales > 0 and sales < ${smallOrder}::DOUBLE`,
          among: 'counts and sales > 0',
          unit,
          explanation: `More than ${rules.outlierDeviations} robust standard deviations below the median order, on a logarithmic scale: below ${smallOrder.toFixed(2)}.`,
          how: 'They hardly touch revenue, but count as purchases.',
          analyses: moves.time,
          example: `${moneyText('sales')} || ' on ' || ${dayText('ordered_at')}`,
        } satisfies Check,
      ]),
];

/** How much: currencies, sizes, amounts that don't fit each other, returns and cancellations. */
export const valueChecks = (facts: GateFacts): readonly Check[] => [
  ...currencyChecks(facts),
  ...sizeChecks(facts),
  {
    id: 'worthless',
    title: 'Orders without value',
    severity: 'warning',
    where: isWorthlessSql,
    among: 'counts',
    unit,
    explanation: 'Nothing was sold and nothing credited: gifts, samples, exchanges, or corrections of stock.',
    how: 'They bring no revenue and don’t count as purchases, but as contacts of the customer.',
    analyses: ['value-ladder'],
    treatments: [{ kind: 'exclude-zero-value-orders' }],
    example: `${moneyText('net')} || ' on ' || ${dayText('ordered_at')}`,
  },
  {
    id: 'returns',
    title: 'Orders returned or credited',
    severity: 'info',
    column: 'refund',
    where: 'counts and coalesce(refund, 0) > 0',
    among: 'counts',
    unit,
    explanation: 'Credit notes, and orders of which something was refunded.',
    how: 'They are subtracted from revenue unless you choose to ignore returns at the top of the page.',
    analyses: moves.money,
    example: `${moneyText('-refund')} || ' on ' || ${dayText('ordered_at')}`,
  },
  {
    id: 'cancelled',
    title: 'Cancelled orders',
    severity: 'info',
    column: 'status',
    where: 'not counts',
    unit,
    explanation: 'Orders whose status says that nothing came of them.',
    how: 'They count nowhere.',
    analyses: moves.nothing,
    example: `${moneyText('net')} || ' on ' || ${dayText('ordered_at')}`,
  },
  {
    id: 'open',
    title: 'Orders that are not settled',
    severity: 'info',
    column: 'status',
    where: `status = 'open'`,
    among: 'counts',
    unit,
    explanation: 'Orders whose status says that they wait: unpaid, on hold, a draft.',
    how: 'They count as sold.',
    analyses: moves.money,
    example: `${moneyText('net')} || ' on ' || ${dayText('ordered_at')}`,
  },
  {
    id: 'over-discounted',
    title: 'Discounts above the goods',
    severity: 'warning',
    column: 'discount',
    where: 'counts and discount > gross and discount > 0',
    among: 'counts and discount is not null',
    unit,
    explanation: 'The discount is larger than what the goods cost before it.',
    how: 'Revenue of these orders is negative.',
    analyses: moves.money,
    example: `${moneyText('discount')} || ' off ' || ${moneyText('gross')}`,
  },
  {
    id: 'over-refunded',
    title: 'Refunds above the sale',
    severity: 'warning',
    column: 'refund',
    where: 'counts and sales > 0 and refund > sales + 0.01',
    among: 'counts and sales > 0',
    unit,
    explanation: 'More was refunded than the goods of the order were sold for.',
    how: 'Net revenue of these orders is negative.',
    analyses: moves.money,
    example: `${moneyText('refund')} || ' refunded of ' || ${moneyText('sales')}`,
  },
  {
    id: 'sums',
    title: 'Amounts that don’t add up',
    severity: 'warning',
    column: 'net',
    where:
      'counts and gross is not null and abs(net - (gross - coalesce(discount, 0) - coalesce(refund, 0))) > 0.01',
    among: 'counts and gross is not null',
    unit,
    explanation: 'Net is not gross less discount less refund.',
    how: 'Revenue differs with the treatment of returns by more than the returns.',
    analyses: moves.money,
    example: `${moneyText('net')} || ' instead of ' || ${moneyText('gross - coalesce(discount, 0) - coalesce(refund, 0)')}`,
  },
  {
    id: 'without-lines',
    title: 'Orders without lines',
    severity: 'info',
    where: 'is_without_lines and counts and sales > 0',
    among: 'counts and sales > 0',
    unit,
    explanation: 'Nothing says what was in these orders, although other orders have lines.',
    how: 'They are missing wherever products and categories are asked for.',
    analyses: ['segment-profile'],
    example: `${moneyText('net')} || ' on ' || ${dayText('ordered_at')}`,
  },
];
