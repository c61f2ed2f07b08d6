import type { ExampleAnswer, ExampleCard, ExampleCrossing } from '../example.ts';

/** The supplier’s SWOT board. */
export const supplierCards: readonly ExampleCard[] = [
  {
    key: 'core-grows',
    quadrant: 'strengths',
    text: 'Accounts that pay their way buy more each year, and stay.',
    theme: 'customer-value',
    impact: 5,
    segment: 'core',
    numbers: ['coreTrend', 'coreProfit'],
  },
  {
    key: 'fixed-once',
    quadrant: 'strengths',
    text: 'Whoever rings is helped in that call: buyers do not have to tell their story twice.',
    theme: 'service-and-care',
    impact: 3,
    numbers: ['firstContact'],
  },
  {
    key: 'complete-online',
    quadrant: 'strengths',
    text: 'Online retailers get what they ordered, complete, even in their own peak weeks.',
    theme: 'people-and-process',
    impact: 3,
    segment: 'online',
    numbers: ['onlineComplete'],
  },
  {
    key: 'loss-makers',
    quadrant: 'weaknesses',
    text: 'Five of our largest accounts cost more to serve than they bring. Sales is paid on their revenue.',
    theme: 'price-and-payment',
    impact: 5,
    segment: 'below',
    numbers: ['belowProfit', 'belowServe'],
  },
  {
    key: 'no-reviews',
    quadrant: 'weaknesses',
    text: 'A third of our buyers has never had a review, and that is where accounts leave from.',
    theme: 'people-and-process',
    impact: 5,
    segment: 'unreviewed',
    numbers: ['unreviewedKept'],
  },
  {
    key: 'slow-replies',
    quadrant: 'weaknesses',
    text: 'One request in ten waits for more than a working day; their line stands still meanwhile.',
    theme: 'service-and-care',
    impact: 3,
    numbers: ['replies'],
  },
  {
    key: 'online-grows',
    quadrant: 'opportunities',
    text: 'Online retail buys half as much again each year, at an ordinary margin.',
    theme: 'products-and-offers',
    impact: 5,
    segment: 'online',
    numbers: ['onlineTrend', 'onlineProfit'],
  },
  {
    key: 'returnable',
    quadrant: 'opportunities',
    text: 'New packaging rules make food firms look for returnable crates; they ask us first.',
    theme: 'products-and-offers',
    impact: 3,
  },
  {
    key: 'few-carry',
    quadrant: 'threats',
    text: 'A tenth of the accounts brings well over half of the revenue: one tender can cost a year’s profit.',
    theme: 'customer-value',
    impact: 5,
    numbers: ['topTenth'],
  },
  {
    key: 'silent-leavers',
    quadrant: 'threats',
    text: 'Buyers leave without a word; half of those never reviewed are probably gone.',
    theme: 'customer-value',
    impact: 4,
    segment: 'unreviewed',
    numbers: ['unreviewedAlive'],
  },
  {
    key: 'printing',
    quadrant: 'threats',
    text: 'Printers order a fifth less every year, and revenue as a whole no longer grows.',
    theme: 'products-and-offers',
    impact: 3,
    numbers: ['trend'],
  },
];

/** Ratings of the supplier’s TOWS grid. */
export const supplierCrossings: readonly ExampleCrossing[] = [
  ['core-grows', 'few-carry', 1],
  ['core-grows', 'returnable', 1],
  ['fixed-once', 'silent-leavers', 1],
  ['complete-online', 'online-grows', 2],
  ['complete-online', 'printing', 1],
  ['loss-makers', 'few-carry', -2],
  ['loss-makers', 'online-grows', -1],
  ['no-reviews', 'silent-leavers', -2],
  ['no-reviews', 'few-carry', -1],
  ['slow-replies', 'online-grows', -1],
];

/** What the supplier makes of them. */
export const supplierAnswers: readonly ExampleAnswer[] = [
  {
    internal: 'complete-online',
    external: 'online-grows',
    text: 'Sell online retailers boxes by the day, with a desk that knows their peak weeks.',
  },
  {
    internal: 'no-reviews',
    external: 'silent-leavers',
    text: 'Sit down once a year with every buyer above £10,000, beginning with those nobody ever visited.',
  },
  {
    internal: 'loss-makers',
    external: 'few-carry',
    text: 'Offer the five costly accounts terms under which both sides gain, and be ready to lose two of them.',
  },
];
