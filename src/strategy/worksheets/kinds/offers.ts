import { levels } from '../levels.ts';
import { defineWorksheet } from '../worksheet.ts';

/** What a customer pays after the discount (0–1), money; without one, the price. Null without a price. */
export const priceAfterDiscount = (price: number | null, discount: number | null): number | null =>
  price === null ? null : price * (1 - (discount ?? 0));

/** What we put before whom, by which channel, when; also when we say nothing on purpose. */
export const offers = defineWorksheet({
  id: 'offers',
  title: 'Offers',
  answers: 'What we put before whom, by which channel and when, and where it is wiser to say nothing.',
  concepts: ['A12', 'A14', 'A30', 'A32', 'A33'],
  item: 'offer',
  fields: {
    title: { kind: 'text', label: 'Offer', placeholder: 'Spring catalogue' },
    segment: { kind: 'segment', label: 'To whom' },
    kind: {
      kind: 'choice',
      label: 'Kind',
      options: [
        { value: 'product', label: 'Product' },
        { value: 'non-product', label: 'Without a product' },
        { value: 'silence', label: 'Silence' },
      ],
    },
    channel: {
      kind: 'choice',
      label: 'Channel',
      options: [
        { value: 'sales-force', label: 'Sales force' },
        { value: 'outlets', label: 'Outlets' },
        { value: 'telephony', label: 'Telephony' },
        { value: 'direct-marketing', label: 'Direct marketing' },
        { value: 'e-commerce', label: 'E-commerce' },
        { value: 'm-commerce', label: 'M-commerce' },
      ],
    },
    start: { kind: 'day', label: 'From' },
    end: { kind: 'day', label: 'Until', hint: 'The last day; none: until further notice' },
    level: { kind: 'choice', label: 'Level', options: levels },
    proposition: { kind: 'row', label: 'Promise that it makes', worksheet: 'propositions' },
    what: { kind: 'text', label: 'What exactly', isLong: true },
    bond: {
      kind: 'choice',
      label: 'Ties customers by',
      options: [
        { value: 'reward', label: 'Reward: they gain by coming back' },
        { value: 'social', label: 'Social: they know us and each other' },
        { value: 'structural', label: 'Structural: we are part of how they work' },
      ],
    },
    price: { kind: 'amount', label: 'Price', unit: 'money', min: 0 },
    discount: { kind: 'amount', label: 'Discount', unit: 'share', min: 0, max: 1 },
    isExclusive: {
      kind: 'flag',
      label: 'Nothing else meanwhile',
      hint: 'Whoever gets this offer gets no other while it runs',
    },
    reason: { kind: 'text', label: 'Why we say nothing', hint: 'For a silence', isLong: true },
  },
  name: 'title',
  columns: ['segment', 'kind', 'channel', 'start', 'end'],
  derived: [
    {
      key: 'paid',
      label: 'They pay',
      unit: 'money',
      formula: 'Price less discount.',
      of: ({ price, discount }) => priceAfterDiscount(price, discount),
    },
  ],
  starters: {
    label: 'Bring six offers without a product',
    rows: [
      {
        title: 'A club of regulars',
        kind: 'non-product',
        bond: 'social',
        what: 'Members meet, see new things first and have a name to ask for. Joining costs nothing; staying takes a purchase a year.',
      },
      {
        title: 'Loyalty programme',
        kind: 'non-product',
        bond: 'reward',
        what: 'Every purchase counts towards something worth having within a few months, redeemed in one step.',
      },
      {
        title: 'Bring a friend',
        kind: 'non-product',
        bond: 'reward',
        what: 'Whoever brings somebody who buys is thanked, and so is the one who comes. Asked right after something went well.',
      },
      {
        title: 'Evening for something new',
        kind: 'non-product',
        bond: 'social',
        what: 'An invitation to see and try what comes next before it can be bought, with the people who made it.',
      },
      {
        title: 'Competition',
        kind: 'non-product',
        bond: 'social',
        what: 'Customers show what they do with what they bought; the best are shown to the others, with their consent.',
      },
      {
        title: 'Try it for free',
        kind: 'non-product',
        bond: 'structural',
        what: 'The whole thing for a set time, with help to begin, an end that needs no cancelling, and a question before it.',
      },
    ],
  },
  finding: (rows) => {
    if (rows.length === 0) return '';
    const count = (kind: string): number => rows.filter(({ values }) => values.kind === kind).length;
    const silences = rows.filter(({ values }) => values.kind === 'silence' && !values.reason.trim()).length;
    const parts = [
      `${count('product')} with a product`,
      `${count('non-product')} without`,
      `${count('silence')} ${count('silence') === 1 ? 'silence' : 'silences'}${silences > 0 ? ` (${silences} without a reason)` : ''}`,
    ];
    return `${rows.length} ${rows.length === 1 ? 'offer' : 'offers'}: ${parts.join(', ')}.`;
  },
  source:
    'Offers at four levels, without a product, and silence: CRM value chain. Channels: the six categories of Payne & Frow.',
});
