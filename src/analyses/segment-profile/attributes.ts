import type { Cell, Row } from '../../data/row.ts';
import { columnKind } from '../../data/segments/profile-column.ts';
import { fieldWords } from '../../core/describe-predicate.ts';
import { benjaminiHochberg } from '../../models/statistics/benjamini-hochberg.ts';
import { chiSquareTail } from '../../models/statistics/chi-square-tail.ts';
import { numberOf, ratioOf } from '../cells.ts';
import type { SegmentProfileParams } from './params.ts';
import type { SegmentProfile } from './result.ts';
import { verdictOf } from './verdict.ts';

type Attribute = SegmentProfile['attributes'][number];
type AttributeValue = Attribute['values'][number];

/** Customers with one value in both groups. */
interface Tally {
  readonly text: string;
  readonly focus: number;
  readonly comparison: number;
}

/** Chance's part in a tally: expected customers in the focus, and the adjusted standardised residual (Haberman 1973). */
const residualOf = (tally: Tally, focusKnown: number, comparisonKnown: number): number | null => {
  const all = focusKnown + comparisonKnown;
  const ofValue = tally.focus + tally.comparison;
  const expected = (focusKnown * ofValue) / all;
  const variance = expected * (1 - focusKnown / all) * (1 - ofValue / all);
  return comparisonKnown > 0 && variance > 0 ? (tally.focus - expected) / Math.sqrt(variance) : null;
};

/** χ² of the table of two groups by values: Σ (observed − expected)² ÷ expected. */
const chiSquare = (tallies: readonly Tally[], focusKnown: number, comparisonKnown: number): number =>
  tallies.reduce((sum, { focus, comparison }) => {
    const ofValue = focus + comparison;
    const expected = (focusKnown * ofValue) / (focusKnown + comparisonKnown);
    const expectedOther = ofValue - expected;
    return sum + (focus - expected) ** 2 / expected + (comparison - expectedOther) ** 2 / expectedOther;
  }, 0);

const typedValue = (text: string, type: string, field: string): string | number | boolean => {
  const kind = columnKind({ name: field, type });
  if (kind === 'number') return Number(text);
  return kind === 'boolean' ? text === 'true' : text;
};

const talliesOf = (rows: readonly Row[]): Tally[] => {
  const values = new Map<string, { focus: number; comparison: number }>();
  for (const row of rows) {
    const text: Cell | undefined = row['value'];
    if (typeof text !== 'string') continue;
    const tally = values.get(text) ?? { focus: 0, comparison: 0 };
    tally[row['side'] === 'focus' ? 'focus' : 'comparison'] += numberOf(row, 'customers');
    values.set(text, tally);
  }
  return [...values].map(([text, tally]) => ({ text, ...tally }));
};

const knownOf = (rows: readonly Row[], side: string): number =>
  numberOf(
    rows.find((row) => row['side'] === side),
    'known',
  );

interface Draft extends Omit<Attribute, 'values' | 'qValue'> {
  readonly p: number | null;
  readonly values: readonly (Omit<AttributeValue, 'qValue' | 'verdict'> & { readonly p: number | null })[];
}

const draftOf = (field: string, type: string, rows: readonly Row[], minimumGroup: number): Draft => {
  const [focusKnown, comparisonKnown] = [knownOf(rows, 'focus'), knownOf(rows, 'comparison')];
  const tallies = talliesOf(rows);
  const shown = tallies.filter(({ focus, comparison }) => focus + comparison >= minimumGroup);
  const isComparable = focusKnown > 0 && comparisonKnown > 0 && tallies.length > 1;
  const statistic = isComparable ? chiSquare(tallies, focusKnown, comparisonKnown) : null;
  return {
    field,
    label: fieldWords(field),
    strength: statistic === null ? null : Math.sqrt(statistic / (focusKnown + comparisonKnown)),
    p: statistic === null ? null : chiSquareTail(statistic, tallies.length - 1),
    hiddenValues: tallies.length - shown.length,
    values: shown.map((tally) => {
      const residual = isComparable ? residualOf(tally, focusKnown, comparisonKnown) : null;
      const focusShare = ratioOf(tally.focus, focusKnown) ?? 0;
      const comparisonShare = ratioOf(tally.comparison, comparisonKnown);
      return {
        value: typedValue(tally.text, type, field),
        focusShare,
        comparisonShare,
        lift: comparisonShare === null ? null : ratioOf(focusShare, comparisonShare),
        residual,
        p: residual === null ? null : chiSquareTail(residual ** 2, 1),
      };
    }),
  };
};

const bySize = (left: AttributeValue, right: AttributeValue): number =>
  Math.abs(right.residual ?? 0) - Math.abs(left.residual ?? 0) || right.focusShare - left.focusShare;

/**
 * Attributes with up to 50 values: Cramér's V (for two groups, √(χ² ÷ n)), and for each value its shares, lift and
 * residual. p-values are adjusted over all attributes, and over all values. Most differentiating first.
 */
export const attributesOf = (
  fields: ReadonlyMap<string, readonly Row[]>,
  types: Row,
  params: SegmentProfileParams,
): Attribute[] => {
  const drafts = [...fields].map(([field, rows]) =>
    draftOf(field, String(types[field] ?? 'VARCHAR'), rows, params.minimumGroup),
  );
  const fieldValues = benjaminiHochberg(drafts.map(({ p }) => p));
  const valueValues = benjaminiHochberg(drafts.flatMap(({ values }) => values.map(({ p }) => p)));
  let at = 0;
  return drafts
    .map(({ p: _, values, ...draft }, index): Attribute => ({
      ...draft,
      qValue: fieldValues[index] ?? null,
      values: values
        .map(({ p: _p, ...value }): AttributeValue => {
          const qValue = valueValues[at++] ?? null;
          const difference = value.comparisonShare === null ? null : value.focusShare - value.comparisonShare;
          return { ...value, qValue, verdict: verdictOf(difference, qValue, params.falseAlarms) };
        })
        .toSorted(bySize),
    }))
    .filter(({ values }) => values.length > 0)
    .toSorted((left, right) => (right.strength ?? 0) - (left.strength ?? 0));
};
