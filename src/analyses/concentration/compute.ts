import { gini } from '../../models/concentration/gini.ts';
import { lorenzCurve } from '../../models/concentration/lorenz-curve.ts';
import type { RankedGroup } from '../../models/concentration/ranked-group.ts';
import { whaleCurve } from '../../models/concentration/whale-curve.ts';
import type { Row } from '../../data/row.ts';
import type { Compute } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import type { Concentration } from './result.ts';
import { concentrationWarnings } from './warnings.ts';

interface ConcentrationParams {
  readonly measure: 'auto' | 'profit' | 'revenue';
  readonly minimumCostCoverage: number;
}

const groupOf = (row: Row): RankedGroup => ({
  count: numberOf(row, 'customers'),
  total: numberOf(row, 'total'),
  rankedTotal: numberOf(row, 'ranked_total'),
});

const decileOf = (row: Row, total: number): Concentration['deciles'][number] => ({
  decile: numberOf(row, 'step'),
  customers: numberOf(row, 'customers'),
  orders: numberOf(row, 'orders'),
  revenue: numberOf(row, 'revenue'),
  margin: knownNumberOf(row, 'margin'),
  total: numberOf(row, 'total'),
  share: ratioOf(numberOf(row, 'total'), total),
  lowest: numberOf(row, 'lowest'),
  highest: numberOf(row, 'highest'),
});

const whaleOf = (summary: Row | undefined, groups: readonly Row[], total: number): Concentration['whale'] => {
  // A ranking of losses alone is highest before the first customer.
  const peak = Math.max(0, numberOf(summary, 'peak'));
  const peakCustomers = peak > 0 ? numberOf(summary, 'peak_customers') : 0;
  const peakShare = ratioOf(peak, total);
  return {
    points: whaleCurve(groups.map(groupOf), { customers: peakCustomers, value: peak }).map(({ x, y }) => ({
      x,
      y,
      share: ratioOf(y, total),
    })),
    peak,
    peakCustomers,
    peakShare,
    erosion: peakShare === null ? null : Math.max(0, peakShare - 1),
    erosionMoney: Math.max(0, peak - total),
    unprofitable: numberOf(summary, 'negative'),
  };
};

/** Turns the ranked groups into curves, coefficient and deciles; without customers everything is empty or null. */
export const computeConcentration: Compute<'groups', ConcentrationParams, Concentration> = ({
  rows,
  params,
}) => {
  const part = (name: string): readonly Row[] => rows.groups.filter((row) => row['part'] === name);
  const summary = part('summary')[0];
  const rising = part('lorenz').map(groupOf);
  const customers = numberOf(summary, 'customers');
  const total = numberOf(summary, 'total');
  const customersFor80 = knownNumberOf(summary, 'customers_for_80');
  const value: Concentration = {
    measure: summary?.['by_profit'] === true ? 'profit' : 'revenue',
    customers,
    total,
    gini: gini(rising),
    lorenz: lorenzCurve(rising),
    top10Share: ratioOf(numberOf(summary, 'top_10'), total),
    top20Share: ratioOf(numberOf(summary, 'top_20'), total),
    customersFor80,
    customersFor80Share: ratioOf(customersFor80, customers),
    whale: whaleOf(summary, part('whale'), total),
    deciles: part('decile').map((row) => decileOf(row, total)),
    unknownCustomers: numberOf(summary, 'unknown'),
    leftOut: {
      customers: numberOf(summary, 'left_out'),
      revenue: numberOf(summary, 'left_out_revenue'),
    },
  };
  return { value, warnings: concentrationWarnings(value, numberOf(summary, 'floored'), params.measure) };
};
