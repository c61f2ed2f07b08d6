import type { ExampleRow } from '../example.ts';

/** What the supplier promises. The first promise is not kept today: that is what the plan is for. */
export const supplierPropositions: readonly ExampleRow[] = [
  {
    key: 'line-runs',
    values: {
      name: 'Your line runs',
      segment: 'core',
      need: 'line-runs',
      problem: 'cannot stop a packing line for want of a box',
      promise: 'what you call off is there on the day, nineteen times in twenty, or we pay for the hour',
      unlike: 'wholesalers who apologise',
      because: 'we hold a week of your boxes under your name',
    },
    owner: 'Head of operations',
    numbers: ['coreOnTime'],
  },
  {
    key: 'peak-ready',
    values: {
      name: 'Ready for your peak',
      segment: 'online',
      need: 'peak',
      problem: 'ship in six weeks what others ship in six months',
      promise: 'the boxes for your peak are complete in our hall and come by the day',
      unlike: 'suppliers who deliver by the pallet and in August',
      because: 'we plan your peak with you in spring and store it for you',
    },
    owner: 'Head of sales',
    numbers: ['onlineComplete'],
  },
];

/** What the supplier puts before whom in 2026, and where it says nothing. */
export const supplierOffers: readonly ExampleRow[] = [
  {
    key: 'peak-plan',
    values: {
      title: 'Peak plan',
      segment: 'online',
      kind: 'product',
      channel: 'sales-force',
      start: '2026-09-01',
      end: '2026-12-31',
      level: 'segment',
      proposition: 'peak-ready',
      what: 'Boxes for the peak, stored by us and delivered by the day, at a fee for each pallet and week.',
      bond: 'structural',
      price: 12_500,
    },
    owner: 'Head of sales',
    numbers: ['onlineTrend'],
  },
  {
    key: 'fair-terms',
    values: {
      title: 'Fair terms',
      segment: 'below',
      kind: 'product',
      channel: 'sales-force',
      start: '2026-09-01',
      end: '2027-03-31',
      level: 'customer',
      what: 'A lower price for full loads twice a week; a fee for what is to come the next day. One invoice a month.',
      bond: 'structural',
      discount: 0.12,
      isExclusive: true,
    },
    owner: 'Managing director',
    numbers: ['belowProfit'],
  },
  {
    key: 'review',
    values: {
      title: 'An hour a year',
      segment: 'unreviewed',
      kind: 'non-product',
      channel: 'sales-force',
      start: '2026-04-01',
      level: 'cluster',
      what: 'A review on their site: what worked, what changes, what they plan. Nothing is sold in that hour.',
      bond: 'social',
    },
    owner: 'Head of key accounts',
    numbers: ['unreviewedKept'],
  },
  {
    key: 'quiet-below',
    values: {
      title: 'No visits for more volume',
      segment: 'below',
      kind: 'silence',
      channel: 'sales-force',
      start: '2026-01-05',
      end: '2026-08-31',
      level: 'customer',
      reason:
        'Every further order at today’s terms adds to the loss. Sales waits until the new terms are ready.',
    },
    owner: 'Head of sales',
    numbers: ['belowServe'],
  },
];

/** Who would speak for the supplier. */
export const supplierReferences: readonly ExampleRow[] = [
  {
    values: {
      who: 'A food firm in Wales, core account',
      segment: 'core',
      status: 'consented',
      askedOn: '2025-06-12',
      introductions: 3,
      revenue: 86_000,
      isNamed: true,
      inReturn: 'A stage at the spring fair, and first access to the crates.',
    },
    owner: 'Head of key accounts',
    numbers: ['coreTrend'],
  },
  {
    values: {
      who: 'An online retailer of garden tools',
      segment: 'online',
      status: 'asked',
      askedOn: '2025-11-20',
      introductions: 0,
      inReturn: 'Storage without a fee for one week of their peak.',
    },
    owner: 'Head of sales',
  },
  {
    values: {
      who: 'Pharmacies in a buying group',
      segment: 'core',
      status: 'candidate',
      inReturn: 'An introduction to two of our makers.',
    },
    owner: 'Head of key accounts',
  },
];
