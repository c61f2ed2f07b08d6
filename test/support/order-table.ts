import type { TestEngine } from './engine.ts';

/** A hand-written order: money defaults to no refund, no discount, unknown cost. */
export interface HandOrder {
  readonly id: string;
  readonly customer: string | null;
  readonly day: string;
  /** Goods before refunds. */
  readonly gross: number;
  readonly refund?: number;
  readonly discount?: number;
  /** Cost of goods; unknown when absent. */
  readonly cost?: number;
  readonly currency?: string;
  readonly status?: string;
}

const text = (value: string | null | undefined): string =>
  value === null || value === undefined ? 'null' : `'${value}'`;

/** Replaces the canonical tables by a few hand-written orders; an order with a cost gets one line. */
export const loadOrders = async (engine: TestEngine, orders: readonly HandOrder[]): Promise<void> => {
  await engine.createCanonicalTables();
  for (const order of orders) {
    const { gross, refund = 0, discount = 0, cost } = order;
    const net = gross - discount - refund;
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, discount, refund, net, currency, status)
      values (${text(order.id)}, ${text(order.customer)}, timestamp '${order.day} 12:00:00', ${gross}, ${discount},
        ${refund}, ${net}, ${text(order.currency)}, ${text(order.status)})`);
    if (cost !== undefined) {
      await engine.exec(`insert into lines (order_id, line_no, quantity, net, cost)
        values (${text(order.id)}, 1, 1, ${net}, ${cost})`);
    }
  }
};
