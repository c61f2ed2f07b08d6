import type { Row } from '../../data/row.ts';
import { columnKind } from '../../data/segments/profile-column.ts';
import type { Compute, Warning } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { counted } from '../counted.ts';
import { attributesOf } from './attributes.ts';
import { measuresOf } from './measures.ts';
import { numbersOf } from './numbers.ts';
import type { SegmentProfileParams } from './params.ts';
import type { SegmentProfile } from './result.ts';

const mostValues = 50;

/** From so many different values on, a column of numbers is compared by its mean. */
const fewestForMeans = 11;

const groupOf = (row: Row | undefined): SegmentProfile['focus'] => {
  const buyers = numberOf(row, 'buyers');
  return {
    customers: numberOf(row, 'customers'),
    share: ratioOf(numberOf(row, 'customers'), numberOf(row, 'all_customers')),
    buyers,
    orders: numberOf(row, 'orders'),
    revenue: numberOf(row, 'revenue'),
    revenueShare: ratioOf(numberOf(row, 'revenue'), numberOf(row, 'all_revenue')),
    margin: numberOf(row, 'with_margin') === buyers ? knownNumberOf(row, 'margin') : null,
  };
};

type Fields = Map<string, Row[]>;

/** Parts the columns into those compared by their mean and those compared by their values; others are left out. */
const fieldsOf = (rows: readonly Row[], types: Row): { categories: Fields; numbers: Fields } => {
  const [categories, numbers]: [Fields, Fields] = [new Map(), new Map()];
  for (const row of rows) {
    const field = String(row['field']);
    const different = numberOf(row, 'different_values');
    const kind = columnKind({ name: field, type: String(types[field] ?? 'VARCHAR') });
    const isMean = kind === 'number' && different >= fewestForMeans;
    if (kind === 'day' || (!isMean && different > mostValues)) continue;
    const target = isMean ? numbers : categories;
    target.set(field, [...(target.get(field) ?? []), row]);
  }
  return { categories, numbers };
};

const warningsOf = (value: SegmentProfile, minimumGroup: number): Warning[] => {
  const { focus, comparison, overlap } = value;
  const warnings: Warning[] = [];
  const add = (code: string, message: string): void => void warnings.push({ code, message });
  if (focus.customers === 0) add('empty-segment', 'No customers are in this segment on the as-of date.');
  else if (!comparison)
    add(
      'no-comparison',
      'This describes all customers: nobody is left to compare them with. Choose a segment to see what sets it apart.',
    );
  const small = [
    ...(focus.customers > 0 && focus.customers < minimumGroup ? [focus.customers] : []),
    ...(comparison && comparison.customers < minimumGroup ? [comparison.customers] : []),
  ];
  if (small.length > 0)
    add(
      'small-group',
      `One group has only ${counted(Math.min(...small), 'customer', 'customers')}. Its figures swing widely, and its attributes are not shown, because they would describe individuals.`,
    );
  if (overlap > 0)
    add(
      'overlap',
      `${counted(overlap, 'customer is', 'customers are')} in both groups, which makes the groups look more alike than they are.`,
    );
  return warnings;
};

/** From the rows of both groups to the comparison. Attributes of groups below the smallest size are suppressed. */
export const computeSegmentProfile: Compute<
  'measures' | 'totals' | 'attributes' | 'types',
  SegmentProfileParams,
  SegmentProfile
> = ({ rows, params }) => {
  const side = (name: string): Row | undefined => rows.totals.find((row) => row['side'] === name);
  const focus = groupOf(side('focus'));
  const other = groupOf(side('comparison'));
  const comparison = other.customers > 0 ? other : null;
  const types = rows.types[0] ?? {};
  const isSmall =
    focus.customers < params.minimumGroup ||
    (comparison !== null && comparison.customers < params.minimumGroup);
  const { categories, numbers } = fieldsOf(isSmall ? [] : rows.attributes, types);
  const value: SegmentProfile = {
    focus,
    comparison,
    overlap: numberOf(side('overlap'), 'customers'),
    measures: measuresOf(rows.measures, comparison !== null, params.falseAlarms),
    attributes: attributesOf(categories, types, params),
    numbers: numbersOf(numbers, params.falseAlarms),
  };
  return { value, warnings: warningsOf(value, params.minimumGroup) };
};
