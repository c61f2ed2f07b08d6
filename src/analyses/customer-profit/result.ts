import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

const amount = (meaning: string) => described(v.number(), `${meaning}, money`);
const count = (meaning: string) => described(v.number(), meaning);

const curve = (meaning: string) =>
  described(
    v.array(
      v.object({
        x: described(v.number(), 'Share of customers, best first, 0–1'),
        y: amount('Cumulative profit'),
        share: numberOrUnknown('Cumulative profit ÷ total profit now; null when that is not positive'),
      }),
    ),
    `${meaning}, from (0, 0), at most 202 points, with the peak among them`,
  );

const whaleSchema = v.object({
  points: curve('Whale curve'),
  total: amount('Profit of all customers'),
  peak: amount('Highest cumulative profit'),
  peakCustomers: count('After how many customers it is reached'),
  peakShare: numberOrUnknown('Peak ÷ total, 1 or more; null when the total is not positive'),
  unprofitable: count('Customers whose profit is below 0'),
});

const decileSchema = v.object({
  decile: count('1 = the most profitable tenth of customers'),
  customers: count('Customers in it'),
  orders: count('Their orders'),
  revenue: amount('Net revenue'),
  goods: amount('Cost of goods'),
  charges: amount('Payment fees and freight'),
  serve: amount('Cost to serve'),
  profit: amount('What is left'),
  lowest: amount('Smallest profit of a customer in it'),
  highest: amount('Largest profit of a customer in it'),
});

const tenureSchema = v.object({
  year: count('Year since the first order, 1 = the first'),
  customers: count('Customers whose year has ended by as-of'),
  buyers: count('Of these, who bought in it'),
  profitEach: amount('Profit of a customer in that year, those who did not buy included'),
  profitBuyer: numberOrUnknown('The same for one who bought, money; null without buyers'),
  orderValue: numberOrUnknown('Net revenue of an order, money; null without orders'),
  serveOrder: numberOrUnknown('Cost to serve for each order, money; null without orders'),
});

const traitSchema = v.object({
  trait: described(v.string(), 'What is looked at: acq_channel, acq_campaign, first_coupon, tickets …'),
  value: described(v.string(), 'Its value'),
  customers: count('Customers with it'),
  unprofitable: count('Of these, whose profit is below 0'),
  rate: described(v.number(), 'unprofitable ÷ customers, 0–1'),
  tailShare: described(v.number(), 'Their share of all unprofitable customers, 0–1'),
  baseShare: described(v.number(), 'Their share of all customers, 0–1'),
  loss: amount('Sum of their profits below 0'),
  profit: amount('Profit of all customers with it'),
});

const activitySchema = v.object({
  activity: described(v.string(), 'Activity, or shared, spread and other for pools that have none'),
  minutesEach: numberOrUnknown('Minutes each; null where the pool’s capacity is not known'),
  costEach: amount('Cost of doing it once'),
  volume: count('How often it was done while costs are covered, for whomever'),
  supplied: numberOrUnknown('Cost of its own pool, money; null without one'),
  focus: amount('Used by customers in focus'),
  others: amount('Used by other known customers and prospects'),
  nobody: amount('Used by orders without a customer'),
  unused: numberOrUnknown(
    'supplied − used, money; below 0 when more was used than there is; null without a pool',
  ),
});

/** The documented result of the profit of customers. */
export const customerProfitResult = v.object({
  customers: count('Customers in focus with a purchase'),
  orders: count('Their orders'),
  revenue: amount('Net revenue, after refunds'),
  goods: amount('Cost of goods'),
  charges: amount('Payment fees and freight'),
  serve: amount('Cost to serve'),
  profit: amount('revenue − goods − charges − serve'),
  profitEach: numberOrUnknown('Profit of a customer, money; null without customers'),
  profitShare: numberOrUnknown('Profit ÷ revenue; null without positive revenue'),
  unprofitable: count('Customers whose profit is below 0'),
  loss: amount('Sum of the profits below 0'),
  before: described(whaleSchema, 'Cumulative profit, best customers first (F8)'),
  surgery: described(
    v.object({
      after: described(whaleSchema, 'The same after the surgery'),
      meant: count('Customers that it is for'),
      changed: count('Customers whose profit it changes'),
      change: amount('Profit after − profit now'),
    }),
    'What another way to serve, price or part from some customers would change',
  ),
  deciles: described(v.array(decileSchema), 'Profit and loss of each tenth of customers, best first'),
  tenure: described(v.array(tenureSchema), 'By full years since the first order'),
  tail: described(
    v.array(traitSchema),
    'Traits that unprofitable customers have beyond chance more often than all, most customers beyond expectation first',
  ),
  activities: described(v.array(activitySchema), 'What serving takes, costs, and how its pools were used'),
  capacity: described(
    v.object({
      supplied: numberOrUnknown('Σ of the cost pools, money; null without a costs table'),
      focus: amount('Used by customers in focus'),
      others: amount('Used by other known customers'),
      nobody: amount('Used by orders without a customer'),
      unused: numberOrUnknown('supplied − all used, money: capacity nobody used, and pools nothing drives'),
      unallocatedShare: numberOrUnknown('(supplied − used by known customers) ÷ supplied, 0–1'),
    }),
    'focus + others + nobody + unused = supplied',
  ),
  traced: described(
    v.object({
      revenue: numberOrUnknown('Share of everyone’s net revenue that is tied to customers, 0–1'),
      cost: numberOrUnknown('Share of goods and cost pools (else used cost to serve) tied to customers, 0–1'),
      knownGoods: numberOrUnknown('Share of sales in focus whose cost of goods is known, 0–1'),
      estimatedLines: numberOrUnknown(
        'Share of lines in focus that is estimated from similar customers, 0–1',
      ),
      uncoveredOrders: count('Orders of known customers on days that the costs table does not cover'),
    }),
    'How much of this is known rather than assumed',
  ),
});

/** {@link customerProfitResult}'s type. */
export type CustomerProfit = v.InferOutput<typeof customerProfitResult>;
