import type { Compute } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import type { Row } from '../../data/row.ts';
import { naturalCuts } from './natural-cuts.ts';
import { otherMapOf } from './other-map.ts';
import type { RfmParams } from './params.ts';
import type { Rfm } from './result.ts';
import { rfmSegments } from './segments.ts';
import { spreadOf } from './spread.ts';
import { warningsOf } from './warnings.ts';

const cutsOf = (totals: Row | undefined, name: string): number[] =>
  [1, 2, 3, 4].flatMap((at) => knownNumberOf(totals, `${name}_${at}`) ?? []);

const sumOf = (rows: readonly Row[], column: string, score: number): number =>
  rows.filter((row) => row[column] === score).reduce((sum, row) => sum + numberOf(row, 'customers'), 0);

const perCustomer = (row: Row): number | null => {
  const customers = numberOf(row, 'customers');
  return customers === 0 ? null : numberOf(row, 'revenue') / customers;
};

const byScore = (left: Row, right: Row): number =>
  numberOf(right, 'r') - numberOf(left, 'r') || numberOf(left, 'f') - numberOf(right, 'f');

/** From grouped rows to the result: shares, the 25 cells (recency descending), the segments in their fixed order. */
export const computeRfm: Compute<'groups' | 'totals' | 'values' | 'maps', RfmParams, Rfm> = ({
  rows,
  params,
}) => {
  const [totals] = rows.totals;
  const all = rows.groups.find((row) => row['grain'] === 'all');
  const cells = rows.groups.filter((row) => row['grain'] === 'cell');
  const monetary = rows.groups.filter((row) => row['grain'] === 'monetary');
  const segmentRows = new Map(
    rows.groups.filter((row) => row['grain'] === 'segment').map((row) => [row['rfm_segment'], row]),
  );
  const scored = numberOf(all, 'customers');
  const revenue = numberOf(all, 'revenue');
  const value: Rfm = {
    customers: numberOf(totals, 'customers'),
    scored,
    withoutOrder: numberOf(totals, 'without_order'),
    neverBought: numberOf(totals, 'never_bought'),
    scoredBase: numberOf(totals, 'scored_base'),
    windowDays: params.wholeHistory ? null : params.windowDays,
    usualGapDays: knownNumberOf(totals, 'usual_gap_days'),
    revenue,
    highSpenders: numberOf(all, 'high_spenders'),
    cuts: {
      recency: cutsOf(totals, 'recency'),
      frequency: cutsOf(totals, 'frequency'),
      monetary: cutsOf(totals, 'monetary'),
    },
    spread: {
      recency: spreadOf(rows.values, 'recency'),
      frequency: spreadOf(rows.values, 'frequency'),
      monetary: spreadOf(rows.values, 'monetary'),
    },
    naturalCuts: {
      recency: naturalCuts(rows.values, 'recency'),
      frequency: naturalCuts(rows.values, 'frequency'),
      monetary: naturalCuts(rows.values, 'monetary'),
    },
    scores: [1, 2, 3, 4, 5].map((score) => ({
      score,
      recency: sumOf(cells, 'r', score),
      frequency: sumOf(cells, 'f', score),
      monetary: sumOf(monetary, 'm', score),
    })),
    cells: cells.toSorted(byScore).map((row) => ({
      r: numberOf(row, 'r'),
      f: numberOf(row, 'f'),
      segment: String(row['rfm_segment']),
      customers: numberOf(row, 'customers'),
      revenue: numberOf(row, 'revenue'),
      meanMonetary: perCustomer(row),
      highSpenders: numberOf(row, 'high_spenders'),
    })),
    segments: rfmSegments.map(({ name }) => {
      const row = segmentRows.get(name);
      return {
        name,
        customers: numberOf(row, 'customers'),
        share: ratioOf(numberOf(row, 'customers'), scored),
        revenue: numberOf(row, 'revenue'),
        revenueShare: ratioOf(numberOf(row, 'revenue'), revenue),
        medianRecencyDays: knownNumberOf(row, 'median_recency_days'),
        medianFrequency: knownNumberOf(row, 'median_frequency'),
        medianMonetary: knownNumberOf(row, 'median_monetary'),
        highSpenders: numberOf(row, 'high_spenders'),
      };
    }),
    otherMap: otherMapOf(rows.maps, params),
  };
  return { value, warnings: warningsOf(value, params) };
};
