import type { ScoreField } from '../field.ts';
import { starAxes, starAxisLabel } from '../star-axes.ts';
import { defineWorksheet } from '../worksheet.ts';

/** What is scored of an axis, each 1–10; `stepCost` in money. */
interface AxisRow {
  readonly importance: number | null;
  readonly us: number | null;
  readonly competitor: number | null;
  readonly stepCost: number | null;
}

/** By how many points we fall short of the better of what they expect (as much as it matters to them) and the best competitor; 0–9. */
const shortfall = ({ importance, us, competitor }: AxisRow): number | null =>
  importance === null || us === null ? null : Math.max(0, Math.max(importance, competitor ?? 0) - us);

/**
 * Importance × shortfall, 0–90: `importance × max(0, max(importance, best competitor) − us)`; null until importance and us are scored, by
 * what is expected alone while no competitor is. House rule: what customers expect is put at how much it matters to them, as in the
 * under-served score of Ulwick (2002).
 */
export const starGap = (row: AxisRow): number | null => {
  const missing = shortfall(row);
  return missing === null || row.importance === null ? null : row.importance * missing;
};

/**
 * What one step more closes of the gap, per thousand of money that it costs: `importance × min(1, shortfall) ÷ cost × 1,000`. Null without
 * a gap or a cost above nothing. House rule.
 */
export const gainPerThousand = (row: AxisRow): number | null => {
  const missing = shortfall(row);
  return missing === null || row.importance === null || row.stepCost === null || row.stepCost <= 0
    ? null
    : (row.importance * Math.min(1, missing) * 1000) / row.stepCost;
};

const score = (label: string, hint: string): ScoreField => ({ kind: 'score', label, hint, low: 1, high: 10 });

/** How a segment weighs the eight axes of an offer, how we and the best of the others do on each, and what a step more would cost. */
export const valueStar = defineWorksheet({
  id: 'value-star',
  title: 'Value star',
  answers:
    'What these customers weigh an offer by, where we fall short of what they expect or can get elsewhere, and which step is worth its cost.',
  concepts: ['A15', 'A17', 'A19', 'A20', 'A21', 'A22', 'B20', 'D7'],
  item: 'axis',
  fields: {
    axis: { kind: 'choice', label: 'Axis', options: starAxes },
    importance: score('Importance', 'How much it matters to them, 1 not at all, 10 more than anything'),
    us: score('Us', 'How well we do in their eyes, 1 badly, 10 nobody could do it better'),
    competitor: score('Best other', 'How well the best of the others does, on the same scale'),
    stepCost: {
      kind: 'amount',
      label: 'Cost of a step',
      hint: 'What one point more for us would cost in a year',
      unit: 'money',
      min: 0,
    },
    segment: { kind: 'segment', label: 'Whose star' },
    step: { kind: 'text', label: 'What the next step would be', isLong: true },
    heardFrom: { kind: 'text', label: 'Heard from', placeholder: 'Survey, interviews, tickets …' },
  },
  name: 'axis',
  columns: ['importance', 'us', 'competitor', 'stepCost'],
  derived: [
    {
      key: 'gap',
      label: 'Gap',
      unit: 'points',
      formula:
        'Importance × the points we are short of the better of the best competitor and what they expect (as much as it matters), up to 90.',
      of: starGap,
    },
    {
      key: 'gain',
      label: 'Gain per 1,000',
      unit: 'ratio',
      formula: 'Gap closed by one step more, per 1,000 of its cost: importance × a step ÷ cost × 1,000.',
      of: gainPerThousand,
    },
  ],
  rankBy: 'gap',
  binding: 'actual',
  finding: (rows) => {
    const gaps = rows
      .flatMap(({ values }) => {
        const gap = starGap(values);
        return gap === null || values.axis === null ? [] : [{ axis: values.axis, gap }];
      })
      .sort((first, second) => second.gap - first.gap);
    const [widest] = gaps;
    if (!widest) return rows.length === 0 ? '' : 'Score what matters to them and how we do, to see the gaps.';
    const short = gaps.filter(({ gap }) => gap > 0).length;
    return short === 0
      ? `We fall short on no axis that is scored, of ${gaps.length}.`
      : `${starAxisLabel(widest.axis)} is the widest gap, ${widest.gap} of 90; we fall short on ${short} of ${gaps.length} axes.`;
  },
  source:
    'Eight axes: value star of the CRM value chain. Gap and gain per cost: house rules, stated at each figure.',
});
