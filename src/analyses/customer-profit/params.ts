import * as v from 'valibot';
import { choiceParameter, numberParameter, switchParameter } from '../parameters.ts';

const minutes = (title: string, help: string) =>
  numberParameter(
    {
      title,
      help: `${help}; 0 is automatic: worked out from the cost pool, else our own guess`,
      houseRule: true,
    },
    { default: 0, min: 0, max: 600, step: 0.5, unit: 'minutes' },
  );

const share = (title: string, help: string, standard: number, unit: string) =>
  numberParameter({ title, help, houseRule: true }, { default: standard, min: 0, max: 1, step: 0.05, unit });

/** What the surgery does, to whom, and how much of it. */
const surgery = {
  whom: choiceParameter(
    { title: 'Surgery for', help: 'Whose terms change' },
    [
      { value: 'unprofitable', label: 'Unprofitable customers' },
      { value: 'below', label: 'Customers below a profit' },
      { value: 'focus', label: 'Everyone in focus' },
    ],
    'unprofitable',
  ),
  profitBelow: numberParameter(
    { title: 'Below a profit of', help: 'Used by “Customers below a profit”', houseRule: true },
    { default: 0, min: -1_000_000, max: 1_000_000, step: 10, unit: 'money' },
  ),
  action: choiceParameter(
    { title: 'What to do', help: 'One change of terms at a time' },
    [
      { value: 'order-minimum', label: 'Minimum order' },
      { value: 'surcharge', label: 'Surcharge an order' },
      { value: 're-price', label: 'Raise prices' },
      { value: 'self-service', label: 'Self-service' },
      { value: 'call-frequency', label: 'Fewer calls and visits' },
      { value: 'exit', label: 'Part company' },
    ],
    'surcharge',
  ),
  minimumOrder: numberParameter(
    { title: 'Minimum order', help: 'Smaller orders are put together until they reach it', houseRule: true },
    { default: 50, min: 0, max: 100_000, step: 5, unit: 'money' },
  ),
  surcharge: numberParameter(
    { title: 'Surcharge', help: 'Added to every order of these customers', houseRule: true },
    { default: 5, min: 0, max: 10_000, step: 0.5, unit: 'money an order' },
  ),
  priceRise: share('Price rise', 'Added to what these customers pay', 0.05, 'share of revenue'),
  moved: share(
    'Moved to self-service',
    'Part of tickets, calls, visits and messages',
    0.5,
    'share of contacts',
  ),
  saving: share(
    'Saved by self-service',
    'Part of the cost of a contact that goes with it',
    0.8,
    'share of cost',
  ),
  callsCut: share(
    'Calls and visits dropped',
    'Quarterly instead of monthly drops two thirds',
    0.5,
    'share of calls',
  ),
  exitShare: share('Customers who are let go', 'Part of the business with them that ends', 1, 'share'),
  expectedLoss: share(
    'Business lost by it',
    'Part of the changed customers’ business that goes elsewhere',
    0.1,
    'share',
  ),
};

/** What serving customers takes and costs. */
const serving = {
  useCosts: switchParameter(
    {
      title: 'Use the costs table',
      help: 'Cost pools where they are loaded; otherwise the cost a minute below',
    },
    true,
  ),
  costAMinute: numberParameter(
    {
      title: 'Cost a minute',
      help: 'Cost supplied ÷ practical capacity, where no cost pool is loaded; 0.80 is Kaplan & Anderson’s example',
      houseRule: true,
    },
    { default: 0.8, min: 0, max: 100, step: 0.05, unit: 'money a minute' },
  ),
  usualLoad: numberParameter(
    {
      title: 'Usual load',
      help: 'Part of the practical capacity that is used, where the minutes of a pool are automatic',
      houseRule: true,
    },
    { default: 0.83, min: 0.05, max: 1, step: 0.01, unit: 'share of capacity' },
  ),
  minutesOrder: minutes('An order takes', 'Taking, checking and billing it'),
  minutesLine: minutes('A line takes', 'Picking and packing it'),
  minutesDelivery: minutes('A delivery takes', 'Loading and driving it'),
  minutesRush: minutes('A rush order takes more', 'Promised for the next day'),
  minutesReturn: minutes('A return takes', 'Each line given back, refund or credit note'),
  minutesTicket: minutes('A ticket takes', 'Each service request'),
  minutesCall: minutes('A call takes', 'Each telephone call'),
  minutesVisit: minutes('A visit takes', 'Visits, meetings, reviews, with the way'),
  minutesContact: minutes('A message takes', 'Each e-mail, letter or chat from the customer'),
};

/** What goods, payment and freight cost where the data don't say. */
const charges = {
  assumedMarginShare: numberParameter(
    {
      title: 'Margin where costs are unknown',
      help: 'Taken for orders whose cost of goods is not known',
      houseRule: true,
    },
    { default: 0.3, min: -1, max: 1, step: 0.05, unit: 'share of revenue' },
  ),
  paymentFee: numberParameter(
    { title: 'Payment fee', help: 'Part of sales that the payment provider keeps', houseRule: true },
    { default: 0.015, min: 0, max: 0.2, step: 0.005, unit: 'share of sales' },
  ),
  freight: numberParameter(
    { title: 'Freight', help: 'Paid to a carrier for each delivery, beyond the cost pools', houseRule: true },
    { default: 0, min: 0, max: 10_000, step: 0.5, unit: 'money a delivery' },
  ),
};

/** What the profit of customers is counted by, wherever it is shown. */
export const costTerms = { ...serving, ...charges };

/** Everything that the profit of customers can be asked with. */
export const customerProfitParams = v.object({ ...surgery, ...costTerms });

/** {@link customerProfitParams}' type. */
export type CustomerProfitParams = v.InferOutput<typeof customerProfitParams>;
