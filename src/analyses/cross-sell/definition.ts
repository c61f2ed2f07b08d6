import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { crossSellParams } from './params.ts';
import countsSql from './query.sql?raw';
import { crossSellResult } from './result.ts';
import type { CrossSell } from './result.ts';

const headlines = ({ pairs, passed, totalValue, weekdays }: CrossSell): readonly Headline[] => {
  const [best] = pairs;
  const [day] = weekdays;
  return [
    { key: 'value', label: 'Best cross-sell offer, a year', value: best?.value ?? null, unit: 'money' },
    {
      key: 'lacking',
      label: 'Customers who lack its second half',
      value: best?.lacking ?? null,
      unit: 'count',
    },
    {
      key: 'confidence',
      label: 'Of those with the first, have the second',
      value: best?.confidence ?? null,
      unit: 'share',
    },
    { key: 'lift', label: 'Lift of the best offer', value: best?.lift ?? null, unit: 'ratio' },
    { key: 'passed', label: 'Pairs worth an offer', value: passed, unit: 'count' },
    { key: 'totalValue', label: 'Best offer of each second item, a year', value: totalValue, unit: 'money' },
    {
      key: 'weekday',
      label: 'Lift on its day ÷ on other days, surest pair',
      value: day?.ratio ?? null,
      unit: 'ratio',
    },
  ];
};

/** What sells together, which customers have one half, what offering them the other is worth, and on which day it sells. */
export const crossSell = defineAnalysis({
  id: 'cross-sell',
  title: 'What sells together',
  question: 'Which customers lack what others like them buy with it, and what would offering it bring?',
  needs: [{ table: 'lines', columns: ['product_id'] }],
  params: crossSellParams,
  queries: { counts: countsSql },
  result: crossSellResult,
  headlines,
  formulas: [
    {
      name: 'Confidence',
      formula: 'n_AB ÷ n_A; lower end by Wilson, 95 %',
      meaning: 'Of those who have A, the share who have B',
    },
    {
      name: 'Lift',
      formula: 'confidence ÷ (n_B ÷ N); ln lift ± 1.96 √(1/n_AB − 1/n_A − 1/n_B + 2 n_AB/(n_A n_B) − 1/N)',
      meaning: 'Times as often as if A and B had nothing to do with each other',
    },
    {
      name: 'Lift in the segment',
      formula: 'Σ n_AB ÷ Σ (n_A n_B ÷ N), sums over RFM segments',
      meaning:
        'Who buys much has more of everything; among customers who buy alike this vanishes. A house rule',
    },
    {
      name: 'Leverage, conviction, cosine',
      formula: 'support − p_A p_B; (1 − p_B) ÷ (1 − confidence); n_AB ÷ √(n_A n_B)',
      meaning: 'Beyond chance; how much rarer A without B is than by chance; nearness',
    },
    {
      name: 'Kulczynski, imbalance, Yule’s Q',
      formula: '½ (n_AB/n_A + n_AB/n_B); |n_A − n_B| ÷ (n_A + n_B − n_AB); (ad − bc) ÷ (ad + bc)',
      meaning: 'Mean of both directions; how unequal they are; −1 to 1 whatever the frequencies',
    },
    {
      name: 'Chance',
      formula: 'Fisher’s exact test, one-sided; q by Benjamini & Hochberg over all pairs tried',
      meaning: 'Keeping pairs up to q = 5 % leaves one false alarm in twenty',
    },
    {
      name: 'Value of an offer',
      formula: '(n_A − n_AB) × lower confidence × margin of B a holder, × 365 ÷ days',
      meaning: 'If those who lack B take it up as those with A do at the least; before the cost of asking',
    },
    {
      name: 'Day of the week',
      formula:
        'lift on the day ÷ lift on the other days, baskets; exact binomial p, q by Benjamini & Hochberg below 1 %',
      meaning: 'Pairs that belong together on one day: above 1 beyond chance',
    },
  ],
  sources: [
    'Agrawal, Imieliński & Swami, Mining association rules, 1993',
    'Brin, Motwani, Ullman & Tsur 1997 (lift, conviction); Tan, Kumar & Srivastava 2002; Wu, Chen & Han 2010 (Kulczynski, imbalance)',
    'Fisher 1922; Yule 1900; Benjamini & Hochberg 1995; Wilson 1927',
  ],
  limits: [
    'That two things are bought by the same customers doesn’t say that an offer moves the second: try it on some and hold others out',
    'Values of several offers don’t add up: one customer may be in many of them',
    'Two names of one product look like two products; a product renamed in the look-back too',
    'Money of the look-back is taken as that of a year to come',
  ],
  compute: async () => (await import('./compute.ts')).computeCrossSell,
});
