import { oneDecimal } from '../one-decimal.ts';
import { vendorScore, vendorWeights } from '../vendor-criteria.ts';
import { defineWorksheet } from '../worksheet.ts';

const houseWeights = vendorWeights([]);

const score = (label: string, hint: string) => ({ kind: 'score', label, hint, low: 1, high: 5 }) as const;

/** The shortlist of those who could supply CRM software or services. */
export const vendors = defineWorksheet({
  id: 'vendors',
  title: 'Vendors',
  answers: 'Which supplier of software or services suits you best, by criteria whose weights you set.',
  concepts: ['D16'],
  item: 'vendor',
  fields: {
    vendor: { kind: 'text', label: 'Vendor', placeholder: 'Name of the supplier' },
    offers: {
      kind: 'choice',
      label: 'Offers',
      options: [
        { value: 'suite', label: 'Whole suite' },
        { value: 'front', label: 'Front-office tool' },
        { value: 'data', label: 'Data and analysis' },
        { value: 'service', label: 'Services' },
      ],
    },
    fit: score('Fits our process', '1 we would have to change, 5 as we work'),
    joins: score('Joins our data', '1 by hand, 5 ready connections to all we have'),
    ease: score('Easy to use', '1 training for weeks, 5 tried and liked by those who will use it'),
    safety: score('Protects data', '1 unclear, 5 where, by whom and how long is settled'),
    cost: score('Cost over five years', '1 far above the others, 5 far below; with changes and services'),
    service: score('Service and skill', '1 nobody answers, 5 people who know our trade'),
    exit: score('Easy to leave', '1 locked in, 5 data and rules can be taken along'),
    concerns: { kind: 'text', label: 'Concerns', isLong: true },
    asked: { kind: 'text', label: 'Customers of theirs whom we asked', isLong: true },
  },
  name: 'vendor',
  columns: ['fit', 'joins', 'ease', 'safety', 'cost', 'service', 'exit'],
  derived: [
    {
      key: 'score',
      label: 'House weights',
      unit: 'points',
      formula: 'Mean of what is scored by our weights (5, 5, 4, 4, 3, 3, 2); the picture takes yours.',
      of: (values) => vendorScore(values, houseWeights),
    },
  ],
  finding: (rows) => {
    const scored = rows
      .flatMap(({ values }) => {
        const mean = vendorScore(values, houseWeights);
        return mean === null ? [] : [{ name: values.vendor.trim() || 'An unnamed vendor', mean }];
      })
      .sort((first, second) => second.mean - first.mean);
    const [first, second] = scored;
    if (!first) return '';
    return second
      ? `${first.name} leads by house weights: ${oneDecimal(first.mean)} against ${oneDecimal(second.mean)} of 5.`
      : `${first.name}: ${oneDecimal(first.mean)} of 5 by house weights.`;
  },
  source:
    'Front-office, back-office and service vendors after Payne and Frow (2005); criteria and weights are house rules.',
});
