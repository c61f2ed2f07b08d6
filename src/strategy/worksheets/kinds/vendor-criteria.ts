import { vendorCriteria as criteria } from '../vendor-criteria.ts';
import { defineWorksheet } from '../worksheet.ts';

/** How much each criterion of the shortlist weighs. */
export const vendorCriteria = defineWorksheet({
  id: 'vendor-criteria',
  title: 'Vendor criteria',
  answers: 'How much each criterion of the shortlist weighs for you, and what is the least that it takes.',
  concepts: ['D16'],
  item: 'criterion',
  fields: {
    criterion: { kind: 'choice', label: 'Criterion', options: criteria },
    weight: { kind: 'score', label: 'Weight', hint: '0 does not count, 5 decides', low: 0, high: 5 },
    least: { kind: 'text', label: 'The least it takes', placeholder: 'Below that, a vendor is out' },
    checked: { kind: 'text', label: 'How we check it', placeholder: 'Trial, reference, contract' },
  },
  name: 'criterion',
  columns: ['weight', 'least', 'checked'],
  starters: {
    label: 'Begin with house weights',
    rows: criteria.map(({ value, weight }) => ({ criterion: value, weight })),
  },
  finding: (rows) => {
    const weights = rows.map(({ values }) => values.weight ?? 0);
    const most = Math.max(0, ...weights);
    if (most === 0) return '';
    const names = rows
      .filter(({ values }) => values.weight === most)
      .flatMap(({ values }) => criteria.find(({ value }) => value === values.criterion)?.label ?? []);
    return names.length === 0 ? '' : `What weighs most: ${names.join(', ')}.`;
  },
  source: 'House weights, yours to change.',
});
