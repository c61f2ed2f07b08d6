import type { ExampleRow } from '../example.ts';

const step = (
  place: string,
  [now, goal]: readonly [number, number],
  what: string,
  missing: string,
  owner: string,
): ExampleRow => ({ values: { place, now, goal, what, missing }, owner });

/** What the retailer does at each place of the value chain. */
export const retailerChain: readonly ExampleRow[] = [
  step(
    'portfolio',
    [2, 4],
    'Revenue by customer, once a year',
    'Profit after returns and service; who is worth keeping.',
    'Finance',
  ),
  step(
    'intimacy',
    [2, 4],
    'Surveys after orders; shop staff know regulars by name',
    'Talks with those who fell silent; answers reach nobody who could act.',
    'Head of insight',
  ),
  step(
    'network',
    [3, 3],
    'Forty makers of food, most within a day’s drive',
    'Nothing urgent.',
    'Head of range',
  ),
  step(
    'proposition',
    [2, 4],
    'A promise of the day of delivery',
    'A promise that the parcel is complete, and a count that shows it.',
    'Head of operations',
  ),
  step(
    'acquisition',
    [4, 3],
    'Search, social media, campaigns with coupons',
    'Restraint: winning costs more than the won bring.',
    'Head of marketing',
  ),
  step(
    'onboarding',
    [1, 4],
    'An order confirmation',
    'A reason to come back before the next occasion.',
    'Head of marketing',
  ),
  step(
    'engagement',
    [3, 4],
    'A weekly mail to everybody, a loyalty scheme',
    'Less of it, and what fits each household.',
    'Head of marketing',
  ),
  step(
    'retention',
    [2, 4],
    'Complaints answered in order of arrival',
    'Five days at most, and a call to those who used to buy often.',
    'Head of service',
  ),
  step('advocacy', [1, 3], 'Nothing; it happens', 'A reason to bring a friend.', 'Shop managers'),
  step(
    'customer-strategy',
    [2, 4],
    'A marketing calendar',
    'Decisions about whom to spend on, agreed with finance.',
    'Managing director',
  ),
  step(
    'channels',
    [3, 4],
    'Web shop, app, shops and an order line at one price',
    'Shops do not see what was ordered online.',
    'Head of e-commerce',
  ),
  step(
    'information',
    [3, 4],
    'One customer number in all channels; one order in twenty has none',
    'Tickets and orders side by side on one screen.',
    'Head of insight',
  ),
  step(
    'measurement',
    [2, 4],
    'Revenue and margin each month',
    'What customers are worth, and whether promises are kept.',
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
    now: { marketing: now[0], service: now[1], finance: now[2] },
    least,
    goal,
    proof,
    step: next,
  },
});

/** How strong the retailer’s supporting conditions are, in three people’s eyes. */
export const retailerConditions: readonly ExampleRow[] = [
  condition(
    'data-and-analytics',
    [4, 3, 4],
    [3, 4],
    ['Orders, tickets and surveys share one customer number.', 'Cost of returns by customer, each month.'],
  ),
  condition(
    'technology',
    [2, 3, 2],
    [3, 3],
    [
      'The service desk runs on a shared mailbox; shops do not see web orders.',
      'None before 2027: the plan does without a new system.',
    ],
  ),
  condition(
    'people',
    [4, 3, 3],
    [3, 4],
    ['Shop staff stay six years on average.', 'Half a post more in service from April.'],
  ),
  condition(
    'process',
    [3, 3, 3],
    [3, 4],
    ['Deliveries on the day promised; parcels not counted.', 'A second count at the packing table.'],
  ),
  condition(
    'leadership-and-culture',
    [4, 4, 3],
    [3, 4],
    ['The managing director reads ten complaints a week.', 'Profit after service into the monthly meeting.'],
  ),
];
