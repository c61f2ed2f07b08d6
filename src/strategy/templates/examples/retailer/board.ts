import type { ExampleAnswer, ExampleCard, ExampleCrossing } from '../example.ts';

/** The retailer’s SWOT board. */
export const retailerCards: readonly ExampleCard[] = [
  {
    key: 'come-back',
    quadrant: 'strengths',
    text: 'Two buyers in three have come back for more: people cook with what they bought.',
    theme: 'customer-value',
    impact: 5,
    numbers: ['repeatRate'],
  },
  {
    key: 'range',
    quadrant: 'strengths',
    text: 'Regulars buy food and kitchenware together; no supermarket has both on one shelf.',
    theme: 'products-and-offers',
    impact: 4,
    segment: 'regulars',
    numbers: ['regularsProfit'],
  },
  {
    key: 'punctual',
    quadrant: 'strengths',
    text: 'Parcels arrive on the day we said, more than nine times in ten.',
    theme: 'service-and-care',
    impact: 3,
    numbers: ['onTime'],
  },
  {
    key: 'incomplete',
    quadrant: 'weaknesses',
    text: 'Our best customers get an incomplete parcel more often than anybody who has just joined.',
    theme: 'people-and-process',
    impact: 4,
    segment: 'regulars',
    numbers: ['regularsComplete'],
  },
  {
    key: 'discounts',
    quadrant: 'weaknesses',
    text: 'We send coupons to people who return what they buy: they cost more than they bring.',
    theme: 'price-and-payment',
    impact: 5,
    segment: 'discount',
    numbers: ['discountProfit'],
  },
  {
    key: 'slow-answers',
    quadrant: 'weaknesses',
    text: 'One complaint in four waits more than ten days, and those who wait do not come back.',
    theme: 'service-and-care',
    impact: 4,
    numbers: ['recoverWithin'],
  },
  {
    key: 'second-order',
    quadrant: 'opportunities',
    text: 'A third of all buyers stopped after one order. Nobody has asked them why.',
    theme: 'customer-value',
    impact: 4,
    segment: 'fresh',
    numbers: ['oneTime', 'freshCustomers'],
  },
  {
    key: 'introductions',
    quadrant: 'opportunities',
    text: 'People cook for guests: what a guest has tasted is sold. Introductions happen already, unasked.',
    theme: 'channels',
    impact: 3,
    segment: 'regulars',
    numbers: ['referral'],
  },
  {
    key: 'going-quiet',
    quadrant: 'threats',
    text: 'Good customers fall silent, and more of them would warn friends off than send them.',
    theme: 'customer-value',
    impact: 5,
    segment: 'quiet',
    numbers: ['quietCustomers', 'quietNps', 'atRisk'],
  },
  {
    key: 'dear-winning',
    quadrant: 'threats',
    text: 'Advertising grows dearer: a newcomer brings less than it costs to win one.',
    theme: 'channels',
    impact: 4,
    numbers: ['clvToCac'],
  },
  {
    key: 'choice',
    quadrant: 'threats',
    text: 'Where a competitor opens, those who had no choice leave within weeks; the Northern Isles have shown it.',
    theme: 'products-and-offers',
    impact: 3,
  },
];

/** Ratings of the retailer’s TOWS grid. */
export const retailerCrossings: readonly ExampleCrossing[] = [
  ['come-back', 'second-order', 2],
  ['come-back', 'introductions', 1],
  ['range', 'introductions', 2],
  ['range', 'choice', 1],
  ['punctual', 'second-order', 1],
  ['incomplete', 'going-quiet', -2],
  ['incomplete', 'second-order', -1],
  ['discounts', 'dear-winning', -2],
  ['slow-answers', 'going-quiet', -2],
  ['slow-answers', 'choice', -1],
];

/** What the retailer makes of them. */
export const retailerAnswers: readonly ExampleAnswer[] = [
  {
    internal: 'range',
    external: 'introductions',
    text: 'Give regulars a table to bring a friend to: food from our shelf, cooked in our pans, bought or not.',
  },
  {
    internal: 'slow-answers',
    external: 'going-quiet',
    text: 'Answer every complaint within five days and ring those who used to buy often.',
  },
  {
    internal: 'discounts',
    external: 'dear-winning',
    text: 'Stop coupons for those who return their orders; spend a part of it on the second order of newcomers.',
  },
];
