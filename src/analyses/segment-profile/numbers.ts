import type { Row } from '../../data/row.ts';
import { fieldWords } from '../../core/describe-predicate.ts';
import { benjaminiHochberg } from '../../models/statistics/benjamini-hochberg.ts';
import { knownNumberOf, numberOf } from '../cells.ts';
import { compareMeans } from './compare-means.ts';
import type { Estimate } from './compare-means.ts';
import type { SegmentProfile } from './result.ts';
import { verdictOf } from './verdict.ts';

type NumberAttribute = SegmentProfile['numbers'][number];

const summaryOf = (rows: readonly Row[], side: string): Row | undefined =>
  rows.find((row) => row['side'] === side && row['value'] === null);

const estimateOf = (row: Row | undefined): Estimate => {
  const customers = numberOf(row, 'known');
  const variance = knownNumberOf(row, 'variance');
  return {
    value: knownNumberOf(row, 'mean'),
    error: variance === null || customers === 0 ? null : Math.sqrt(variance / customers),
    customers,
  };
};

/** Difference of means in standard deviations, those of the two groups averaged (Austin 2009); null without spread. */
const standardised = (focus: Row | undefined, comparison: Row | undefined, difference: number | null) => {
  const [one, other] = [knownNumberOf(focus, 'variance'), knownNumberOf(comparison, 'variance')];
  const spread = one === null || other === null ? 0 : Math.sqrt((one + other) / 2);
  return difference === null || spread === 0 ? null : difference / spread;
};

/** Attributes that are numbers, by standardised mean difference, most differentiating first. */
export const numbersOf = (
  fields: ReadonlyMap<string, readonly Row[]>,
  falseAlarms: number,
): NumberAttribute[] => {
  const found = [...fields].map(([field, rows]) => {
    const [focus, comparison] = [summaryOf(rows, 'focus'), summaryOf(rows, 'comparison')];
    const [focusEstimate, comparisonEstimate] = [estimateOf(focus), estimateOf(comparison)];
    const test = compareMeans(focusEstimate, comparisonEstimate);
    return { field, focus, comparison, focusEstimate, comparisonEstimate, test };
  });
  const adjusted = benjaminiHochberg(found.map(({ test }) => test.p));
  return found
    .map(({ field, focus, comparison, focusEstimate, comparisonEstimate, test }, index): NumberAttribute => {
      const qValue = adjusted[index] ?? null;
      return {
        field,
        label: fieldWords(field),
        focusMean: focusEstimate.value,
        comparisonMean: comparisonEstimate.value,
        standardisedDifference: standardised(focus, comparison, test.difference),
        qValue,
        verdict: verdictOf(test.difference, qValue, falseAlarms),
      };
    })
    .filter(({ focusMean }) => focusMean !== null)
    .toSorted(
      (left, right) =>
        Math.abs(right.standardisedDifference ?? 0) - Math.abs(left.standardisedDifference ?? 0),
    );
};
