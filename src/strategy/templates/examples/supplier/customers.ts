import type { ExampleRow } from '../example.ts';

/** What the supplier’s accounts need. */
export const supplierNeeds: readonly ExampleRow[] = [
  {
    key: 'line-runs',
    values: {
      need: 'Never stop the line for want of a box',
      segment: 'core',
      importance: 10,
      satisfaction: 6,
      competitor: 6,
      heardFrom: 'Contract reviews of 2025',
      note: '“An hour of standstill costs me more than a year of your discounts.”',
    },
    numbers: ['coreOnTime'],
  },
  {
    key: 'say-what-changes',
    values: {
      need: 'Be told before something changes',
      segment: 'unreviewed',
      importance: 8,
      satisfaction: 3,
      competitor: 5,
      heardFrom: 'Nine exit talks',
      note: '“I learned of the new price from the invoice.”',
    },
    numbers: ['unreviewedKept'],
  },
  {
    key: 'peak',
    values: {
      need: 'Three times as many boxes in November',
      segment: 'online',
      importance: 9,
      satisfaction: 6,
      competitor: 4,
      heardFrom: 'Visits in spring, order files of two accounts',
      note: '“I cannot store in August what I ship in November.”',
    },
  },
  {
    key: 'one-invoice',
    values: {
      need: 'One invoice a month for all plants',
      segment: 'below',
      importance: 7,
      satisfaction: 6,
      competitor: 6,
      heardFrom: 'Account managers',
    },
  },
];

/** The supplier’s opportunities. */
export const supplierOpportunities: readonly ExampleRow[] = [
  {
    key: 'fulfilment',
    values: {
      title: 'Packaging by the day for online retail',
      level: 'market',
      segment: 'online',
      problem: 'Demand triples for six weeks, and nobody has room for the boxes.',
      today: 'Two wholesalers with a minimum of a pallet, or a storage hall rented in autumn.',
      gain: 'effective',
      customers: 35,
      worth: 140_000,
      impact: 5,
      confidence: 4,
      ease: 3,
    },
    owner: 'Head of sales',
    numbers: ['onlineTrend'],
  },
  {
    key: 'reviews',
    values: {
      title: 'A review a year for every buyer',
      level: 'cluster',
      segment: 'unreviewed',
      problem: 'They find out too late what changes, and we find out too late that they left.',
      today: 'They ring whoever answers, or the next supplier.',
      gain: 'experience',
      customers: 67,
      worth: 75_000,
      impact: 4,
      confidence: 5,
      ease: 4,
    },
    owner: 'Head of key accounts',
    numbers: ['unreviewedEquity'],
  },
  {
    key: 'terms',
    values: {
      title: 'Terms that both sides gain by',
      level: 'customer',
      segment: 'below',
      problem: 'They order in small lots because it costs them nothing; each lot costs us a journey.',
      today: 'A quarter off the list, delivery the next day, whatever the size.',
      gain: 'cheaper',
      customers: 5,
      worth: 60_000,
      impact: 4,
      confidence: 4,
      ease: 2,
    },
    owner: 'Managing director',
    numbers: ['belowProfit'],
  },
  {
    key: 'crates',
    values: {
      title: 'Returnable crates for food and drink',
      level: 'market',
      problem: 'New rules; nobody wants to wash and count crates.',
      today: 'Single-use trays, and a working group.',
      gain: 'cheaper',
      worth: 90_000,
      impact: 4,
      confidence: 2,
      ease: 1,
    },
    owner: 'Head of product',
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
    segment: 'core',
    importance,
    us,
    competitor,
    stepCost,
    step,
    heardFrom: 'Contract reviews of 2025',
  },
});

/** How the core accounts see the supplier’s offer. */
export const supplierStar: readonly ExampleRow[] = [
  axis('product', [7, 8, 7], 80_000, 'Returnable crates in two sizes.'),
  axis('process', [8, 6, 7], 43_000, 'Call off from a frame order in the portal, confirmed at once.'),
  axis('price', [7, 6, 7], 210_000, 'Two per cent off for all of them.'),
  axis('service', [8, 6, 6], 24_000, 'Every request answered within four working hours.'),
  axis('location', [3, 6, 5], 60_000, 'A depot in Cork.'),
  axis('logistics', [10, 7, 7], 52_000, 'A week’s stock of what stops a line, held for each core account.'),
  axis('communication', [7, 4, 6], 9_000, 'Price and change notices a month ahead, from a name they know.'),
  axis('people', [6, 8, 6], 15_000, 'Account managers who have worked a week on a packing line.'),
];
