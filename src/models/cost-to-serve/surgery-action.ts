import type { CustomerEconomics } from './customer-profit.ts';

/** Whom an action is for (null: everybody), and the share of their business expected to be lost by it, 0–1. */
interface Aimed {
  readonly customers: readonly string[] | null;
  readonly expectedLoss: number;
}

/** Something done about customers who cost more than they bring (Kaplan & Anderson 2004). Shares are fractions, 0–1. */
export type SurgeryAction = Aimed &
  (
    | {
        readonly kind: 'self-service';
        readonly activities: readonly string[];
        /** Part of the volume that moves to self-service, and part of its cost that this saves. */
        readonly moved: number;
        readonly saving: number;
      }
    | {
        readonly kind: 'call-frequency';
        readonly activities: readonly string[];
        /** Calls or visits afterwards ÷ before: quarterly instead of monthly is ⅓. */
        readonly kept: number;
      }
    | {
        readonly kind: 'order-minimum';
        /** Activities that each order causes. */
        readonly activities: readonly string[];
        /** Least net revenue of an order; smaller ones are put together. */
        readonly minimum: number;
      }
    | {
        readonly kind: 'surcharge';
        readonly perOrder: number;
        /** Only customers whose mean order is below; null: all orders. */
        readonly below: number | null;
      }
    | { readonly kind: 're-price'; readonly rise: number }
    | { readonly kind: 'exit' }
  );

const scaled = (customer: CustomerEconomics, factor: number): CustomerEconomics => ({
  ...customer,
  orders: customer.orders * factor,
  netRevenue: customer.netRevenue * factor,
  costOfGoods: customer.costOfGoods * factor,
  transactionCosts: customer.transactionCosts * factor,
  serveCosts: Object.fromEntries(
    Object.entries(customer.serveCosts).map(([activity, cost]) => [activity, cost * factor]),
  ),
});

const withServeFactor = (
  customer: CustomerEconomics,
  activities: readonly string[],
  factor: number,
): CustomerEconomics => ({
  ...customer,
  serveCosts: Object.fromEntries(
    Object.entries(customer.serveCosts).map(([activity, cost]) => [
      activity,
      activities.includes(activity) ? cost * factor : cost,
    ]),
  ),
});

const meanOrder = ({ netRevenue, orders }: CustomerEconomics): number | null =>
  orders > 0 ? netRevenue / orders : null;

/** Smaller orders put together until they reach the minimum. */
const withMinimum = (
  customer: CustomerEconomics,
  activities: readonly string[],
  minimum: number,
): CustomerEconomics => {
  const order = meanOrder(customer);
  if (order === null || order <= 0 || order >= minimum) return customer;
  const fewer = order / minimum;
  return withServeFactor({ ...customer, orders: customer.orders * fewer }, activities, fewer);
};

const withSurcharge = (
  customer: CustomerEconomics,
  perOrder: number,
  below: number | null,
): CustomerEconomics => {
  const order = meanOrder(customer);
  const isMeant = order !== null && (below === null || order < below);
  return isMeant ? { ...customer, netRevenue: customer.netRevenue + perOrder * customer.orders } : customer;
};

/** What the action changes about a customer who accepts it. */
const changed = (customer: CustomerEconomics, action: SurgeryAction): CustomerEconomics => {
  switch (action.kind) {
    case 'self-service':
      return withServeFactor(customer, action.activities, 1 - action.moved * action.saving);
    case 'call-frequency':
      return withServeFactor(customer, action.activities, action.kept);
    case 'order-minimum':
      return withMinimum(customer, action.activities, action.minimum);
    case 'surcharge':
      return withSurcharge(customer, action.perOrder, action.below);
    case 're-price':
      return { ...customer, netRevenue: customer.netRevenue * (1 + action.rise) };
    case 'exit':
      return scaled(customer, 0);
  }
};

/**
 * The customer after the action, as expected: changed, and times 1 − expected loss. The same when the action is for others.
 * Acquisition stays, it is spent.
 */
export const operate = (customer: CustomerEconomics, action: SurgeryAction): CustomerEconomics =>
  action.customers !== null && !action.customers.includes(customer.customer)
    ? customer
    : scaled(changed(customer, action), 1 - action.expectedLoss);
