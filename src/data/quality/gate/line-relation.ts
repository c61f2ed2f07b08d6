import { isChargeSql } from '../rules/charge-words.ts';
import { countsSql } from '../rules/order-values.ts';
import { dayText, moneyText, numberText } from './example-sql.ts';
import { moves, type Check, type GateRelation } from './check.ts';
import type { GateFacts } from './gate-facts.ts';

const unit = 'order lines';
const product = `left(coalesce(product_name, product_id, 'no product'), 60)`;

const sizeChecks = ({ largeQuantity, largePrice, rules }: GateFacts): readonly Check[] => [
  ...(largeQuantity === null
    ? []
    : [
        {
          id: 'large-quantities',
          title: 'Unusually large quantities',
          severity: 'info' as const,
          column: 'quantity',
          where: `abs(quantity) > ${largeQuantity}::DOUBLE`,
          among: 'quantity <> 0',
          unit,
          explanation: `More than ${largeQuantity.toFixed(0)} pieces on a line: ${rules.outlierDeviations} robust standard deviations above the median, on a logarithmic scale.`,
          how: 'They show up in the size of baskets and may be typing errors or wholesale.',
          analyses: moves.money,
          example: `${numberText('quantity')} || ' × ' || ${product}`,
        },
      ]),
  ...(largePrice === null
    ? []
    : [
        {
          id: 'large-prices',
          title: 'Unusually high prices',
          severity: 'info' as const,
          column: 'unit_price',
          where: `unit_price > ${largePrice}::DOUBLE`,
          among: 'unit_price > 0',
          unit,
          explanation: `Above ${largePrice.toFixed(2)} a piece: ${rules.outlierDeviations} robust standard deviations above the median, on a logarithmic scale.`,
          how: 'Often a fee or a correction rather than a product.',
          analyses: moves.money,
          example: `${moneyText('unit_price')} || ' for ' || ${product}`,
        },
      ]),
];

const checks: readonly Check[] = [
  {
    id: 'orphans',
    title: 'Lines without an order',
    severity: 'error',
    column: 'order_id',
    where: 'is_orphan',
    unit,
    explanation: 'The order that the line names is not among the orders.',
    how: 'What they sold counts in no order, so in no revenue.',
    analyses: moves.money,
    example: `${moneyText('net')} || ' for ' || ${product}`,
  },
  {
    id: 'charges',
    title: 'Lines that sell no product',
    severity: 'warning',
    column: 'product_id',
    where: 'is_charge',
    unit,
    explanation:
      'Postage, bank charges, fees, commissions, manual corrections, discounts: by the name of the product, in six languages.',
    how: 'They count as revenue and as products in the basket.',
    analyses: moves.money,
    treatments: [{ kind: 'exclude-non-product-lines' }],
    example: `${product} || ', ' || ${moneyText('net')}`,
  },
  {
    id: 'unknown-products',
    title: 'Lines of products that are not in your list',
    severity: 'warning',
    column: 'product_id',
    where: 'is_unknown_product',
    among: 'product_id is not null',
    unit,
    explanation: 'The line names a product that the products table doesn’t have.',
    how: 'They have no name, category or cost.',
    analyses: moves.margin,
    example: `${moneyText('net')} || ', product not listed'`,
  },
  {
    id: 'uncredited',
    title: 'Negative quantities without a credit',
    severity: 'info',
    column: 'quantity',
    where: 'quantity < 0 and coalesce(refunded, 0) = 0',
    among: 'quantity < 0',
    unit,
    explanation:
      'Goods were taken back or written off, but the order credits nothing: usually breakage or a stock count.',
    how: 'Revenue is not touched; pieces sold are too low by them.',
    analyses: moves.nothing,
    example: `${numberText('quantity')} || ' × ' || ${product}`,
  },
  {
    id: 'negative-prices',
    title: 'Negative prices',
    severity: 'warning',
    column: 'unit_price',
    where: 'unit_price < 0',
    among: 'unit_price is not null',
    unit,
    explanation: 'A piece for less than nothing: a correction rather than a sale.',
    how: 'They count as returns.',
    analyses: moves.money,
    example: `${moneyText('unit_price')} || ' for ' || ${product}`,
  },
  {
    id: 'free',
    title: 'Goods for nothing',
    severity: 'info',
    column: 'net',
    where: 'quantity > 0 and net = 0',
    among: 'quantity > 0',
    unit,
    explanation: 'Pieces were sold for 0: gifts, samples, replacements, or a missing price.',
    how: 'They count as pieces and products, not as revenue.',
    analyses: ['segment-profile'],
    example: `${numberText('quantity')} || ' × ' || ${product}`,
  },
  {
    id: 'negative-costs',
    title: 'Costs with the wrong sign',
    severity: 'warning',
    column: 'cost',
    where: 'cost < 0 and net > 0',
    among: 'cost is not null',
    unit,
    explanation: 'The cost of a sold line is negative.',
    how: 'Margin is too high by twice the cost.',
    analyses: moves.margin,
    example: `'cost ' || ${moneyText('cost')} || ' of ' || ${moneyText('net')}`,
  },
];

/** Order lines with their order and product. */
export const lineRelation = (facts: GateFacts): GateRelation => ({
  table: 'lines',
  unit,
  key: 'hash(order_id, line_no)',
  hasColumns: true,
  sql: `
    select lines.*, orders.order_id is null as is_orphan, orders.refunded, products.name as product_name,
      coalesce(products.is_charge, false) as is_charge,
      ${facts.filled.has('products') ? 'lines.product_id is not null and products.product_id is null' : 'false'} as is_unknown_product,
      (case when orders.counts is distinct from false then lines.net else 0 end)::DOUBLE as gate_money,
      orders.customer_id as gate_customer, lines.order_id as gate_name
    from lines
    left join (select order_id, customer_id, coalesce(refund, 0) as refunded, ${countsSql} as counts from orders) as orders
      on orders.order_id = lines.order_id
    left join (select product_id, name, ${isChargeSql('product_id', 'name')} as is_charge from products) as products
      on products.product_id = lines.product_id`,
  checks: [...checks, ...sizeChecks(facts)],
});

/** Lines that say the same as another line of their order. */
export const repeatedLineRelation: GateRelation = {
  table: 'lines',
  unit,
  allRows: '(select count(*) from lines)',
  isCostly: true,
  hasColumns: false,
  sql: `
    select groups.*, products.name as product_name, orders.ordered_at,
      (case when ${countsSql} then groups.net else 0 end)::DOUBLE as gate_money,
      orders.customer_id as gate_customer, groups.order_id as gate_name
    from (
      select order_id, product_id, quantity, unit_price, net, unnest(range(copies)) as copy
      from (
        select order_id, product_id, quantity, unit_price, net, count(*) - 1 as copies from lines
        where product_id is not null group by all having count(*) > 1
      )
    ) as groups
    left join orders on orders.order_id = groups.order_id
    left join products on products.product_id = groups.product_id`,
  checks: [
    {
      id: 'repeated',
      title: 'Lines that repeat another of their order',
      severity: 'info',
      where: 'true',
      unit,
      explanation:
        'Same product, quantity and price as another line of the order. The first of each is not counted here.',
      how: 'Often right (two scans of one product); if the file was joined twice, revenue is too high by them.',
      analyses: moves.money,
      example: `${numberText('quantity')} || ' × ' || ${product} || ', ' || ${dayText('ordered_at')}`,
    },
  ],
};
