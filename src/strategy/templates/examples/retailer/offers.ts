import type { ExampleRow } from '../example.ts';

/** What the retailer promises. The first promise is not kept today: that is what the plan is for. */
export const retailerPropositions: readonly ExampleRow[] = [
  {
    key: 'whole-dinner',
    values: {
      name: 'The whole dinner',
      segment: 'regulars',
      need: 'complete',
      problem: 'cook for guests on a fixed evening',
      promise: 'everything you ordered is there on the day we said, nothing missing',
      unlike: 'supermarkets that replace what they do not have',
      because: 'we hold what regulars buy and count every parcel twice',
    },
    owner: 'Head of operations',
    numbers: ['regularsPerfect'],
  },
  {
    key: 'on-the-day',
    values: {
      name: 'On the day we said',
      segment: 'fresh',
      need: 'what-next',
      problem: 'have just ordered for the first time and wonder whether it will work',
      promise: 'it comes on the day we said, with a card that says what to cook first',
      unlike: 'marketplaces that send a parcel and fall silent',
      because: 'we pack ourselves and cook what we sell',
    },
    owner: 'Head of marketing',
    numbers: ['onTime'],
  },
];

/** What the retailer puts before whom in 2026, and where it says nothing. */
export const retailerOffers: readonly ExampleRow[] = [
  {
    key: 'second-evening',
    values: {
      title: 'A second evening',
      segment: 'fresh',
      kind: 'product',
      channel: 'direct-marketing',
      start: '2026-09-07',
      end: '2027-02-28',
      level: 'segment',
      proposition: 'on-the-day',
      what: 'Three weeks after the first parcel: a box for one evening that fits what they bought, with its recipe. No coupon.',
      bond: 'reward',
      price: 38,
    },
    owner: 'Head of marketing',
    numbers: ['freshCustomers'],
  },
  {
    key: 'whole-dinner-box',
    values: {
      title: 'Autumn hamper, reserved',
      segment: 'regulars',
      kind: 'product',
      channel: 'e-commerce',
      start: '2026-10-01',
      end: '2026-11-15',
      level: 'segment',
      proposition: 'whole-dinner',
      what: 'Reserved for regulars a month before everybody else, delivered complete on the evening they choose.',
      bond: 'structural',
      price: 95,
      discount: 0.05,
      isExclusive: true,
    },
    owner: 'Head of range',
    numbers: ['regularsProfit'],
  },
  {
    key: 'table',
    values: {
      title: 'A table for regulars',
      segment: 'regulars',
      kind: 'non-product',
      channel: 'outlets',
      start: '2026-11-20',
      end: '2027-02-28',
      level: 'cluster',
      proposition: 'whole-dinner',
      what: 'An evening in the shop with the people who make the food. Each guest may bring one who has never bought from us.',
      bond: 'social',
    },
    owner: 'Shop managers',
    numbers: ['referral'],
  },
  {
    key: 'no-coupons',
    values: {
      title: 'No coupons',
      segment: 'discount',
      kind: 'silence',
      channel: 'direct-marketing',
      start: '2026-01-05',
      end: '2026-06-30',
      level: 'segment',
      reason:
        'Each reduced order loses money after returns and service. They may buy at the price that everybody pays.',
    },
    owner: 'Finance',
    numbers: ['discountProfit'],
  },
];

/** The retailer’s channels, with the revenue of 2025. */
export const retailerChannels: readonly ExampleRow[] = [
  {
    values: {
      channel: 'Web shop',
      category: 'e-commerce',
      virtual: 5,
      segment: 'regulars',
      cost: 310_000,
      revenue: 1_733_000,
      satisfaction: 7,
      note: 'Where the large orders are placed. Used to look up what the shops have.',
    },
    owner: 'Head of e-commerce',
  },
  {
    values: {
      channel: 'Shops in York and Bath',
      category: 'outlets',
      virtual: 1,
      segment: 'regulars',
      cost: 265_000,
      revenue: 723_000,
      satisfaction: 9,
      note: 'Where people taste. Half of what is tasted here is ordered at home.',
    },
    owner: 'Shop managers',
  },
  {
    values: {
      channel: 'App',
      category: 'm-commerce',
      virtual: 5,
      segment: 'fresh',
      cost: 96_000,
      revenue: 583_000,
      satisfaction: 6,
      note: 'Reorders of coffee and larder.',
    },
    owner: 'Head of e-commerce',
  },
  {
    values: {
      channel: 'Order line',
      category: 'telephony',
      virtual: 3,
      segment: 'quiet',
      cost: 88_000,
      revenue: 114_000,
      satisfaction: 8,
      note: 'Sells little and mends much: two calls in three are about an order that went wrong.',
    },
    owner: 'Head of service',
  },
];
