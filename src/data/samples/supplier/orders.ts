import type { Random } from '../../../core/numeric/random.ts';
import { lines as linesDefinition, orders as ordersDefinition } from '../../tables/commerce.ts';
import { createPicker, happens } from '../draw.ts';
import { toFourDecimals, toPounds } from '../money.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { dayCount, positionOfTime } from '../trading-days.ts';
import type { OrderedLine, SupplierDocument } from './ordering.ts';

const day = 86_400_000;
const freeDeliveryFrom = 30_000;
const channels = ['sales force', 'telephone', 'e-commerce'] as const;
const pickChannel = createPicker([25, 30, 45]);
const pickCostlyChannel = createPicker([45, 50, 5]);

const sum = (lines: readonly OrderedLine[], of: (line: OrderedLine) => number): number =>
  lines.reduce((total, line) => total + of(line), 0);

const drawDelivery = (random: Random, { account, at, isCreditNote, isCancelled }: SupplierDocument) => {
  if (isCreditNote || isCancelled) return { promised: null, delivered: null };
  // The costly accounts want everything the next day.
  const promised = at + (account.isCostly ? 1 : 4) * day;
  const late = happens(random, 0.09) ? 1 + random.exponential(2) : -0.2;
  return { promised, delivered: Math.floor(promised + late * day) };
};

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
  const add = (orderId: string, lineNo: number, line: OrderedLine, isReturn: boolean): void => {
    const sign = isReturn ? -1 : 1;
    table.add({
      order_id: orderId,
      line_no: lineNo,
      product_id: line.product.id,
      quantity: sign * line.quantity,
      unit_price: toFourDecimals(toPounds(line.unitPrice)),
      discount: toPounds(line.discount),
      net: sign * toPounds(line.net),
      cost: sign * toPounds(line.cost),
      is_return: isReturn,
    });
  };
  return { add, build: table.build };
};

const statusOf = (isCancelled: boolean, isUnderWay: boolean): string => {
  if (isCancelled) return 'cancelled';
  return isUnderWay ? 'open' : 'completed';
};

/** The money of an order in pounds: `net = gross − discount − refund`. */
const amountsOf = ({ account, lines }: SupplierDocument) => {
  const discount = sum(lines, (line) => line.discount);
  const goods = sum(lines, (line) => line.net);
  return {
    gross: toPounds(goods + discount),
    discount: toPounds(discount),
    refund: 0,
    net: toPounds(goods),
    shipping: account.isCostly || goods > freeDeliveryFrom ? 0 : 18,
    tax: account.country === 'Ireland' ? 0 : toPounds(Math.round(goods * 0.2)),
  };
};

/** The money of a credit note: no sales, only a refund. */
const creditOf = (document: SupplierDocument) => {
  const { net, tax } = amountsOf(document);
  return { gross: 0, discount: 0, refund: net, net: -net, shipping: 0, tax: -tax };
};

/** The orders and lines tables. A credit note is an order without sales whose refund is what came back. */
export const buildSupplierOrders = (
  random: Random,
  documents: readonly SupplierDocument[],
): { readonly orders: SampleTable; readonly lines: SampleTable } => {
  const orders = createTableBuilder(ordersDefinition, [
    'order_id',
    'customer_id',
    'ordered_at',
    'gross',
    'discount',
    'refund',
    'net',
    'shipping',
    'tax',
    'currency',
    'status',
    'channel',
    'payment_method',
    'promised_at',
    'delivered_at',
  ]);
  const lines = createLinesTable();
  documents.forEach((document, index) => {
    const { account, isCreditNote, isCancelled } = document;
    const orderId = `${isCreditNote ? 'CN' : 'CO'}${20_001 + index}`;
    document.lines.forEach((line, position) => lines.add(orderId, position + 1, line, isCreditNote));
    const { promised, delivered } = drawDelivery(random, document);
    const isUnderWay = delivered !== null && positionOfTime(delivered) >= dayCount;
    const money = isCreditNote ? creditOf(document) : amountsOf(document);
    orders.add({
      order_id: orderId,
      customer_id: account.id,
      ordered_at: document.at,
      ...money,
      currency: 'GBP',
      status: statusOf(isCancelled, isUnderWay),
      channel: channels[(account.isCostly ? pickCostlyChannel : pickChannel)(random)] ?? 'telephone',
      payment_method: 'on account',
      promised_at: promised,
      delivered_at: isUnderWay ? null : delivered,
    });
  });
  return { orders: orders.build(), lines: lines.build() };
};
