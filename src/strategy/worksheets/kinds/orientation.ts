import { meanScore, mostDisputed, spreadOf } from '../assessed.ts';
import { oneDecimal } from '../one-decimal.ts';
import { defineWorksheet } from '../worksheet.ts';

const pair = (statement: string, low: string, high: string) => ({ statement, low, high });

/** Whether decisions start from the product or from the customer. */
export const orientation = defineWorksheet({
  id: 'orientation',
  title: 'Orientation',
  answers: 'Whether your decisions start from what you make or from whom you serve.',
  concepts: ['B33', 'A24'],
  item: 'statement',
  fields: {
    statement: { kind: 'text', label: 'Decision', placeholder: 'What to develop next' },
    low: { kind: 'text', label: 'Product-led', isLong: true },
    high: { kind: 'text', label: 'Customer-driven', isLong: true },
    now: {
      kind: 'assessed',
      label: 'Today',
      hint: '1 product-led, 3 as much one as the other, 5 customer-driven; what is done, not what is said',
      low: 1,
      high: 5,
      anchors: [
        'product-led',
        'rather product-led',
        'half and half',
        'rather customer-driven',
        'customer-driven',
      ],
    },
    example: { kind: 'text', label: 'Latest example', placeholder: 'What we decided, and why', isLong: true },
  },
  name: 'statement',
  columns: ['low', 'high', 'now'],
  derived: [
    {
      key: 'mean',
      label: 'Together',
      unit: 'points',
      formula: 'Mean of everyone’s scores, 1 to 5.',
      of: ({ now }) => meanScore(now),
    },
    {
      key: 'spread',
      label: 'Apart',
      unit: 'points',
      formula: 'Highest less lowest score; needs two people.',
      of: ({ now }) => spreadOf(now),
    },
  ],
  starters: {
    label: 'Begin with eight decisions',
    rows: [
      pair('What to develop next', 'What we can make better', 'What a chosen group still can’t get done'),
      pair('Whom to sell to', 'Anyone who will have it', 'Those whom we can serve well with profit'),
      pair('How to set a price', 'Cost and what others ask', 'What it is worth to each group'),
      pair('How we are organised', 'By product or plant', 'By customer group, with products as means'),
      pair('What salespeople are paid for', 'Units sold this month', 'Customers who stay and grow'),
      pair('What meetings begin with', 'Output and stock', 'What customers did and said'),
      pair('When something goes wrong', 'The customer used it wrongly', 'What in our process let it happen'),
      pair('What we know best', 'Our products', 'Our customers’ business or life'),
    ],
  },
  finding: (rows) => {
    const means = rows.flatMap(({ values }) => meanScore(values.now) ?? []);
    if (means.length === 0) return '';
    const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
    const side = mean < 2.5 ? 'product-led' : mean > 3.5 ? 'customer-driven' : 'between product and customer';
    const disputed = mostDisputed(rows, ({ values }) => values.now);
    const rest = disputed
      ? ` Judgements differ most on “${disputed.row.values.statement.trim() || 'an unnamed decision'}”.`
      : '';
    return `You are ${side}: ${oneDecimal(mean)} of 5.${rest}`;
  },
  source: 'Product-led against customer-driven, from customer-care practice; the pairs are house rules.',
});
