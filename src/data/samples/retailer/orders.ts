import type { Random } from '../../../core/numeric/random.ts';
import { lines as linesDefinition, orders as ordersDefinition } from '../../tables/commerce.ts';
import { createPicker, happens } from '../draw.ts';
import { toFourDecimals, toPounds } from '../money.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { dayCount, monthOf, positionOfTime } from '../trading-days.ts';
import { createBasketFiller } from './baskets.ts';
import type { BasketItem } from './baskets.ts';
import type { Product } from './catalogue.ts';
import { drawCoupon } from './coupons.ts';
import { planted } from './planted.ts';
import { productRange } from './product-range.ts';
import type { Visit } from './purchasing.ts';

/** What an order came to; money in pence. */
export interface OrderSummary {
  readonly visit: Visit;
  readonly orderId: string;
  readonly net: number;
  readonly lines: number;
  readonly returnedLines: number;
}

/** Prices and costs against the first year: costs rise faster. */
export const priceLevels: readonly { readonly price: number; readonly cost: number }[] = [
  { price: 1, cost: 1 },
  { price: 1.04, cost: 1.05 },
  { price: 1.07, cost: 1.1 },
];

/** Share of the cost of goods that a returned piece is still worth. */
const worthOfReturns = 0.7;
const freeDeliveryFrom = 5_000;
const deliveryCharge = 450;
const pickShopPayment = createPicker([70, 30]);
const pickWebPayment = createPicker([62, 27, 11]);
const webPayments = ['card', 'wallet', 'instalments'] as const;

interface SoldLine {
  readonly product: Product;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number;
  readonly net: number;
  readonly cost: number;
  readonly returned: number;
}

const returnProbability = (visit: Visit, isFood: boolean): number => {
  const kind = visit.shopper?.kind;
  const usual =
    kind === 'costly' ? planted.unprofitableTail.returnProbability : kind === undefined ? 0.01 : 0.045;
  return isFood ? usual / 8 : usual;
};

const sell = (random: Random, visit: Visit, item: BasketItem, couponShare: number): SoldLine => {
  const level = priceLevels[Math.floor(monthOf(visit.day) / 12)] ?? { price: 1, cost: 1 };
  const unitPrice = Math.round(item.product.price * level.price);
  const gross = item.quantity * unitPrice;
  const discount = Math.round(gross * couponShare);
  const isFood = productRange[item.product.category]?.isFood === true;
  const isReturned = !visit.isCancelled && happens(random, returnProbability(visit, isFood));
  return {
    product: item.product,
    quantity: item.quantity,
    unitPrice,
    discount,
    net: gross - discount,
    cost: Math.round(item.quantity * item.product.cost * level.cost),
    returned: isReturned ? (happens(random, 0.8) ? item.quantity : 1) : 0,
  };
};

const paymentMethod = (random: Random, visit: Visit): string =>
  visit.channel === 'outlet'
    ? pickShopPayment(random) === 0
      ? 'card'
      : 'cash'
    : (webPayments[pickWebPayment(random)] ?? 'card');

const statusOf = (visit: Visit): string => {
  if (visit.isCancelled) return 'cancelled';
  return isAfterTheEnd(visit.deliveredAt) ? 'open' : 'completed';
};

const isAfterTheEnd = (time: number | null): boolean => time !== null && positionOfTime(time) >= dayCount;

const createLinesTable = () => {
  const table = createTableBuilder(linesDefinition, [
    'order_id',
    'line_no',
    'product_id',
    'quantity',
    'unit_price',
    'discount',
    'net',
    'cost',
    'is_return',
  ]);
  const addSale = (orderId: string, lineNo: number, line: SoldLine): void =>
    table.add({
      order_id: orderId,
      line_no: lineNo,
      product_id: line.product.id,
      quantity: line.quantity,
      unit_price: toPounds(line.unitPrice),
      discount: toPounds(line.discount),
      net: toPounds(line.net),
      cost: toPounds(line.cost),
      is_return: false,
    });
  /** Takes the returned pieces of a line back at what was paid for them; answers with the refund. */
  const addReturn = (orderId: string, lineNo: number, line: SoldLine): number => {
    const share = line.returned / line.quantity;
    const refund = Math.round(line.net * share);
    table.add({
      order_id: orderId,
      line_no: lineNo,
      product_id: line.product.id,
      quantity: -line.returned,
      unit_price: toFourDecimals(toPounds(refund) / line.returned),
      discount: 0,
      net: -toPounds(refund),
      cost: -toPounds(Math.round(line.cost * share * worthOfReturns)),
      is_return: true,
    });
    return refund;
  };
  return { addSale, addReturn, build: table.build };
};

/** The orders and order lines, and what each order came to. */
export const buildOrders = (
  random: Random,
  catalogue: readonly Product[],
  visits: readonly Visit[],
): {
  readonly orders: SampleTable;
  readonly lines: SampleTable;
  readonly summaries: readonly OrderSummary[];
} => {
  const fillBasket = createBasketFiller(catalogue);
  const linesTable = createLinesTable();
  const ordersTable = createTableBuilder(
    ordersDefinition,
    ordersDefinition.columns.filter((column) => !column.workedOut).map((column) => column.name),
  );
  const summaries = visits.map((visit, index): OrderSummary => {
    const orderId = `SO${100_001 + index}`;
    const coupon = drawCoupon(random, visit);
    const sold = fillBasket(random, visit).map((item) => sell(random, visit, item, coupon?.share ?? 0));
    sold.forEach((line, position) => linesTable.addSale(orderId, position + 1, line));
    const returned = sold.filter((line) => line.returned > 0);
    const refund = returned.reduce(
      (sum, line, position) => sum + linesTable.addReturn(orderId, sold.length + position + 1, line),
      0,
    );
    const discount = sold.reduce((sum, line) => sum + line.discount, 0);
    const sales = sold.reduce((sum, line) => sum + line.net, 0);
    const taxed = sold.filter((line) => productRange[line.product.category]?.isFood !== true);
    ordersTable.add({
      order_id: orderId,
      customer_id: visit.shopper?.id ?? null,
      ordered_at: visit.at,
      gross: toPounds(sales + discount),
      discount: toPounds(discount),
      refund: toPounds(refund),
      net: toPounds(sales - refund),
      shipping: toPounds(visit.channel === 'outlet' || sales >= freeDeliveryFrom ? 0 : deliveryCharge),
      tax: toPounds(Math.round(taxed.reduce((sum, line) => sum + line.net, 0) * 0.2)),
      currency: 'GBP',
      status: statusOf(visit),
      channel: visit.channel,
      payment_method: paymentMethod(random, visit),
      promised_at: visit.promisedAt,
      delivered_at: isAfterTheEnd(visit.deliveredAt) ? null : visit.deliveredAt,
      coupon: coupon?.code ?? null,
    });
    return { visit, orderId, net: sales - refund, lines: sold.length, returnedLines: returned.length };
  });
  return { orders: ordersTable.build(), lines: linesTable.build(), summaries };
};
