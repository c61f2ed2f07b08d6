import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import attributesSql from './attributes.sql?raw';
import { segmentProfileParams } from './params.ts';
import measuresSql from './query.sql?raw';
import { segmentProfileResult } from './result.ts';
import type { SegmentProfile } from './result.ts';
import totalsSql from './totals.sql?raw';
import typesSql from './types.sql?raw';

const headlines = ({ focus, measures }: SegmentProfile): readonly Headline[] => [
  { key: 'customers', label: 'Customers', value: focus.customers, unit: 'count' },
  { key: 'share', label: 'Share of all customers', value: focus.share, unit: 'share' },
  { key: 'total-revenue', label: 'Revenue', value: focus.revenue, unit: 'money' },
  { key: 'revenue-share', label: 'Share of all revenue', value: focus.revenueShare, unit: 'share' },
  { key: 'total-margin', label: 'Margin', value: focus.margin, unit: 'money' },
  { key: 'total-orders', label: 'Orders', value: focus.orders, unit: 'count' },
  ...measures.flatMap((measure): Headline[] => [
    { key: measure.key, label: measure.label, value: measure.focus.value, unit: measure.unit },
    {
      key: `${measure.key}-difference`,
      label: `${measure.label}: difference from the comparison`,
      value: measure.difference,
      unit: measure.unit,
    },
  ]),
];

/** What sets a segment apart: its size, value and behaviour against the rest or another segment, with intervals. */
export const segmentProfile = defineAnalysis({
  id: 'segment-profile',
  title: 'Segment profile',
  question: 'Who is in this segment, what is it worth, and what sets it apart from the others?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }],
  params: segmentProfileParams,
  queries: { measures: measuresSql, totals: totalsSql, attributes: attributesSql, types: typesSql },
  result: segmentProfileResult,
  headlines,
  formulas: [
    {
      name: 'Interval of a mean',
      formula: 'mean ± t₀.₉₇₅(n − 1) × s ÷ √n',
      meaning: 'Where the mean of such customers lies with 95 % confidence',
    },
    {
      name: 'Interval of a ratio',
      formula: 'R = Σy ÷ Σx, error √((s²_y − 2R·s_xy + R²·s²_x) ÷ n) ÷ x̄',
      meaning: 'For revenue per order and discounted orders, where customers count as a whole',
    },
    {
      name: 'Interval of a share',
      formula: 'Wilson score interval, 95 %',
      meaning: 'Right for few customers and for shares near 0 or 1',
    },
    {
      name: 'More than chance',
      formula: 'Welch’s t or χ², p adjusted by Benjamini–Hochberg ≤ accepted false alarms',
      meaning: 'Of all differences that are called so, about that share is chance after all',
    },
    {
      name: 'Strength of an attribute',
      formula: 'Cramér’s V = √(χ² ÷ n)',
      meaning: '0: the same in both groups; 1: it tells the groups apart completely',
    },
    {
      name: 'Residual of a value',
      formula: '(observed − expected) ÷ √(expected × (1 − row share) × (1 − column share))',
      meaning: 'How far the segment’s count is from chance, in standard errors',
    },
    {
      name: 'Standardised difference',
      formula: '(mean − mean of the comparison) ÷ √((s² + s²′) ÷ 2)',
      meaning: 'For attributes that are numbers: 0.2 is small, 0.8 large',
    },
  ],
  sources: [
    'Wilson 1927; Newcombe 1998; Welch 1947; Benjamini & Hochberg 1995; Cochran 1977 (ratio); Haberman 1973 (residuals)',
    'Smallest group of 10 and 5 % false alarms: house rules',
  ],
  limits: [
    'What the segment is defined by differs by definition and proves nothing',
    'A difference is not a cause: the segment may be older, or from another market',
    'Money is skewed: with few customers a single large one moves a mean out of its interval',
    'Attributes with more than 50 different words are not compared',
  ],
  compute: async () => (await import('./compute.ts')).computeSegmentProfile,
});
