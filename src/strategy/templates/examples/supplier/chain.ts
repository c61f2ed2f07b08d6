import type { ExampleRow } from '../example.ts';

const step = (
  place: string,
  [now, goal]: readonly [number, number],
  what: string,
  missing: string,
  owner: string,
): ExampleRow => ({ values: { place, now, goal, what, missing }, owner });

/** What the supplier does at each place of the value chain. */
export const supplierChain: readonly ExampleRow[] = [
  step(
    'portfolio',
    [2, 4],
    'A list of accounts by revenue',
    'Profit after visits, journeys and returns; a limit below which terms are reopened.',
    'Finance',
  ),
  step(
    'intimacy',
    [3, 4],
    'Visits, and reviews with two accounts in three',
    'The last third; one place where what was said is kept.',
    'Head of key accounts',
  ),
  step(
    'network',
    [3, 4],
    'Two mills, a haulier, a pool of seasonal staff',
    'A partner who washes and counts crates.',
    'Head of operations',
  ),
  step(
    'proposition',
    [3, 4],
    'Boxes to measure, delivered in four days',
    'A promise by segment, with a figure that shows it.',
    'Head of product',
  ),
  step(
    'acquisition',
    [3, 3],
    'Web enquiries, fairs, introductions',
    'Nothing urgent: growth comes from online retail by itself.',
    'Head of sales',
  ),
  step(
    'onboarding',
    [2, 3],
    'A credit check and a price list',
    'A first review after 90 days.',
    'Head of sales',
  ),
  step(
    'engagement',
    [3, 4],
    'Account managers, calls, a portal',
    'Call-off from frame orders without a telephone.',
    'Head of operations',
  ),
  step(
    'retention',
    [1, 4],
    'Reviews where an account manager thinks of it',
    'A calendar, and somebody who asks when an account falls silent.',
    'Head of key accounts',
  ),
  step('advocacy', [2, 3], 'One reference', 'Asking the second and the third.', 'Head of key accounts'),
  step(
    'business-strategy',
    [3, 4],
    'Volume first: the hall is to be full',
    'Profit by account as the second aim, in pay too.',
    'Managing director',
  ),
  step(
    'customer-strategy',
    [2, 4],
    'Discounts by size',
    'Terms by what an account costs and brings.',
    'Managing director',
  ),
  step(
    'channels',
    [3, 4],
    'Sales force, telephone and portal',
    'The same price and stock in all three.',
    'Head of sales',
  ),
  step(
    'information',
    [3, 4],
    'Orders, visits and calls by account',
    'Contract reviews in the same place.',
    'Head of operations',
  ),
  step(
    'measurement',
    [2, 4],
    'Revenue and tonnes each month',
    'Cost to serve by account, each quarter.',
    'Finance',
  ),
];

const condition = (
  id: string,
  now: readonly [number, number, number],
  [least, goal]: readonly [number, number],
  [proof, next]: readonly [string, string],
): ExampleRow => ({
  values: {
    condition: id,
    now: { sales: now[0], operations: now[1], finance: now[2] },
    least,
    goal,
    proof,
    step: next,
  },
});

/** How strong the supplier’s supporting conditions are, in three people’s eyes. */
export const supplierConditions: readonly ExampleRow[] = [
  condition(
    'data-and-analytics',
    [3, 4, 4],
    [3, 4],
    ['Visits, calls and orders are kept by account.', 'Cost to serve by account each quarter.'],
  ),
  condition(
    'technology',
    [3, 2, 2],
    [3, 3],
    ['The portal shows prices, not stock.', 'Stock in the portal in 2027; the plan does without it.'],
  ),
  condition(
    'people',
    [4, 3, 3],
    [3, 4],
    ['Account managers stay nine years on average.', 'One coordinator for reviews and peaks.'],
  ),
  condition(
    'process',
    [3, 3, 4],
    [3, 4],
    ['Deliveries tracked; reviews left to chance.', 'A review calendar with one owner.'],
  ),
  condition(
    'leadership-and-culture',
    [3, 4, 4],
    [3, 4],
    [
      'The board has agreed to lose two large accounts if it must.',
      'A part of sales pay on profit by account.',
    ],
  ),
];
