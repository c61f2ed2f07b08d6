import type { ExampleRow } from '../example.ts';

/** What the retailer’s customers need, where there is more to win, and how they see it. */
export const retailerNeeds: readonly ExampleRow[] = [
  {
    key: 'complete',
    values: {
      need: 'Have everything there when guests come',
      segment: 'regulars',
      importance: 9,
      satisfaction: 5,
      competitor: 7,
      heardFrom: 'Tickets, shop staff in York and Bath',
      note: '“Half a dinner is no dinner.”',
    },
    numbers: ['regularsComplete'],
  },
  {
    key: 'heard',
    values: {
      need: 'Be heard when something went wrong',
      segment: 'quiet',
      importance: 8,
      satisfaction: 4,
      competitor: 6,
      heardFrom: 'Complaints of 2025',
      note: '“I would have forgiven the broken jar. Not the fortnight.”',
    },
    numbers: ['quietNps'],
  },
  {
    key: 'what-next',
    values: {
      need: 'Know what to cook with what I bought',
      segment: 'fresh',
      importance: 7,
      satisfaction: 5,
      competitor: 5,
      heardFrom: 'Twelve interviews, autumn 2025',
      note: '“I bought the pan. Now what?”',
    },
  },
  {
    key: 'guests',
    values: {
      need: 'Surprise friends at the table',
      segment: 'regulars',
      importance: 7,
      satisfaction: 8,
      competitor: 5,
      heardFrom: 'Shop staff, comments in reviews',
    },
  },
];

/** The retailer’s opportunities. */
export const retailerOpportunities: readonly ExampleRow[] = [
  {
    key: 'hosts',
    values: {
      title: 'Hosts: people who cook for guests',
      level: 'market',
      problem: 'Ingredients, tools and an idea come from three shops and never on one day.',
      today: 'Supermarket for the food, a department store for the pans, the internet for the recipe.',
      gain: 'experience',
      worth: 60_000,
      impact: 4,
      confidence: 2,
      ease: 2,
    },
    owner: 'Head of range',
  },
  {
    key: 'second',
    values: {
      title: 'A second order within 90 days',
      level: 'segment',
      parent: 'hosts',
      segment: 'fresh',
      problem: 'The first order was for an occasion; there is no reason to come back until the next one.',
      today: 'A coupon after two weeks, which teaches them to wait for the next.',
      gain: 'effective',
      customers: 5500,
      worth: 24_000,
      impact: 4,
      confidence: 4,
      ease: 4,
    },
    owner: 'Head of marketing',
    numbers: ['freshCustomers'],
  },
  {
    key: 'answers',
    values: {
      title: 'Complaints answered within five days',
      level: 'cluster',
      segment: 'quiet',
      problem: 'Some 450 complaints a year wait longer than five days.',
      today: 'They are answered in the order in which they come, by whoever is free.',
      gain: 'effective',
      customers: 450,
      worth: 19_000,
      impact: 4,
      confidence: 5,
      ease: 4,
    },
    owner: 'Head of service',
    numbers: ['recoverWithin'],
  },
  {
    key: 'coupons',
    values: {
      title: 'No coupons for those who return their orders',
      level: 'segment',
      segment: 'discount',
      problem: 'They lose money on every third parcel, and so do we.',
      today: 'They are on every list because they open every mail.',
      gain: 'cheaper',
      customers: 977,
      worth: 60_000,
      impact: 5,
      confidence: 4,
      ease: 4,
    },
    owner: 'Finance',
    numbers: ['discountProfit'],
  },
];

const axis = (
  name: string,
  [importance, us, competitor]: readonly [number, number, number],
  stepCost: number,
  step: string,
): ExampleRow => ({
  values: {
    axis: name,
    segment: 'regulars',
    importance,
    us,
    competitor,
    stepCost,
    step,
    heardFrom: 'Interviews and the autumn survey',
  },
});

/** How the regulars see the retailer’s offer. */
export const retailerStar: readonly ExampleRow[] = [
  axis('product', [9, 8, 6], 25_000, 'Forty more fresh lines from makers within a day’s drive.'),
  axis('process', [7, 6, 8], 14_000, 'One basket for shop and web, paid once.'),
  axis('price', [6, 6, 7], 60_000, 'Lower prices on the fifty lines that everybody compares.'),
  axis('service', [8, 5, 7], 10_600, 'Every complaint answered within five days by one named person.'),
  axis('location', [5, 6, 7], 45_000, 'A collection point in four more towns.'),
  axis(
    'logistics',
    [9, 5, 7],
    12_600,
    'Count parcels twice before they leave; hold stock of what regulars buy.',
  ),
  axis(
    'communication',
    [6, 5, 4],
    4_700,
    'One letter a month that says what to cook, none that says 20% off.',
  ),
  axis('people', [7, 8, 5], 9_000, 'Two tasting days a year for shop staff.'),
];
