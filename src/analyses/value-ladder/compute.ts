import type { Row } from '../../data/row.ts';
import type { Compute, Warning } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { counted, grouped } from '../counted.ts';
import type { ValueLadderParams } from './params.ts';
import type { Rung, ValueLadder } from './result.ts';
import { rungRules } from './rungs.ts';

const sum = (rows: readonly Row[], column: string, fromRung = 1): number =>
  rows
    .filter((row) => numberOf(row, 'rung') >= fromRung)
    .reduce((total, row) => total + numberOf(row, column), 0);

const breadthBasis = (known: Row): 'categories' | 'products' | null => {
  if (known['has_categories'] === true) return 'categories';
  return known['has_products'] === true ? 'products' : null;
};

const rungsOf = (rows: readonly Row[], known: Row, params: ValueLadderParams): Rung[] => {
  const customers = sum(rows, 'customers');
  const revenue = sum(rows, 'revenue');
  const isPaceKnown = typeof known['everyones_gap_days'] === 'number';
  const placed = rungRules.map((rules, index) => {
    const row = rows.find((candidate) => candidate['rung'] === index + 1) ?? {};
    const count = numberOf(row, 'customers');
    return { ...rules, row, count, needs: count > 0 ? null : rules.missing(params, known) };
  });
  return placed.map(({ stage, rule, row, count, needs }, index) => {
    const rung = index + 1;
    const isStepKnown = needs === null && placed[index - 1]?.needs === null;
    const isBuyer = rung >= 3;
    return {
      rung,
      stage,
      rule: rule(params, known),
      available: needs === null,
      needs,
      customers: count,
      share: ratioOf(count, customers),
      reached: sum(rows, 'customers', rung),
      stepRate: isStepKnown ? ratioOf(sum(rows, 'customers', rung), sum(rows, 'customers', rung - 1)) : null,
      revenue: numberOf(row, 'revenue'),
      revenueShare: ratioOf(numberOf(row, 'revenue'), revenue),
      meanRevenue: count > 0 ? numberOf(row, 'revenue') / count : null,
      margin: count > 0 && numberOf(row, 'with_margin') === count ? knownNumberOf(row, 'margin') : null,
      lapsed: numberOf(row, 'lapsed'),
      lapsedShare: isBuyer && isPaceKnown ? ratioOf(numberOf(row, 'lapsed'), count) : null,
      behavioural: numberOf(row, 'behavioural'),
    };
  });
};

const notAskedWords = ({ behavioural, customers }: Rung): string =>
  behavioural === customers
    ? 'Nobody asked the loyal customers what they think of you; what they do speaks for them.'
    : `${grouped(behavioural)} of ${grouped(customers)} loyal customers were not asked what they think of you; what they do speaks for them.`;

const warningsOf = (value: ValueLadder): Warning[] => {
  const warnings: Warning[] = [];
  const add = (code: string, message: string): void => void warnings.push({ code, message });
  const advocates = value.rungs.at(-1)?.customers ?? 0;
  const loyal = value.rungs.at(-2);
  if (value.customers === 0) add('no-customers', 'There are no customers here to place on the ladder.');
  else if (value.buyers === 0)
    add(
      'no-buyers',
      'None of these customers has bought until the as-of date, so only the lowest rungs can be told.',
    );
  else if (value.buyers < 30)
    add(
      'few-buyers',
      `Only ${counted(value.buyers, 'customer has', 'customers have')} bought; shares of so few swing widely.`,
    );
  if (loyal && loyal.behavioural > 0) add('behaviourally-loyal', notAskedWords(loyal));
  if (value.buyers > 0 && value.thresholds.breadthBasis === null)
    add(
      'no-breadth',
      'No products are known, so the majority rung does not ask how many of them a customer buys.',
    );
  if (advocates > 0 && value.advocatesByReview > advocates / 2)
    add(
      'advocates-by-review',
      `${grouped(value.advocatesByReview)} of ${grouped(advocates)} advocates gave a good review and no referral. If everybody is asked for a review, switch that rule off.`,
    );
  return warnings;
};

/** From counts by rung to the ladder: shares, cumulative steps, what each rung needs. */
export const computeValueLadder: Compute<'rungs' | 'known', ValueLadderParams, ValueLadder> = ({
  rows,
  params,
}) => {
  const known = rows.known[0] ?? {};
  const rungs = rungsOf(rows.rungs, known, params);
  const buyers = sum(rows.rungs, 'customers', 3);
  const lapsed = sum(rows.rungs, 'lapsed');
  const value: ValueLadder = {
    customers: sum(rows.rungs, 'customers'),
    buyers,
    revenue: sum(rows.rungs, 'revenue'),
    lapsed,
    lapsedShare: typeof known['everyones_gap_days'] === 'number' ? ratioOf(lapsed, buyers) : null,
    repeatShare: ratioOf(sum(rows.rungs, 'customers', 4), buyers),
    attitudeKnown: known['has_attitudes'] === true,
    advocatesByReview: sum(rows.rungs, 'by_review'),
    thresholds: {
      frequencyMinimum: knownNumberOf(known, 'frequency_minimum'),
      breadthMinimum: knownNumberOf(known, 'breadth_minimum'),
      breadthBasis: breadthBasis(known),
      usualGapDays: knownNumberOf(known, 'everyones_gap_days'),
    },
    rungs,
  };
  return { value, warnings: warningsOf(value) };
};
