import type { Row } from '../../data/row.ts';
import type { Compute } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { cellNames, priceCellNames } from './cells.ts';
import type { PortfolioParams } from './params.ts';
import type { Portfolio, PortfolioGroup } from './result.ts';
import { portfolioWarnings } from './warnings.ts';

type QueryName = 'groups' | 'plane' | 'alive';

const groupOf = (row: Row | undefined, everyone: number): PortfolioGroup => ({
  customers: numberOf(row, 'customers'),
  share: ratioOf(numberOf(row, 'customers'), everyone),
  revenue: numberOf(row, 'revenue'),
  profit: numberOf(row, 'profit'),
  serve: numberOf(row, 'serve'),
  clv: numberOf(row, 'clv'),
  future: numberOf(row, 'future'),
  pAlive: knownNumberOf(row, 'p_alive'),
  relationship: knownNumberOf(row, 'relationship'),
  loss: numberOf(row, 'loss'),
});

const planeOf = (rows: readonly Row[], name: string): Portfolio['plane'] =>
  rows
    .filter(({ plane }) => plane === name)
    .map((row) => ({
      xFrom: numberOf(row, 'x_from'),
      xTo: numberOf(row, 'x_to'),
      yFrom: numberOf(row, 'y_from'),
      yTo: numberOf(row, 'y_to'),
      customers: numberOf(row, 'customers'),
      pAlive: numberOf(row, 'p_alive'),
      clv: numberOf(row, 'clv'),
    }));

/** Groups the valued customers by the cuts: every customer is in one cell and one tier, which add up to all. */
export const computePortfolio: Compute<QueryName, PortfolioParams, Portfolio> = ({ rows, params }) => {
  const find = (part: string, name = ''): Row | undefined =>
    rows.groups.find((row) => row['part'] === part && row['name'] === name);
  const total = find('all');
  const everyone = numberOf(total, 'customers');
  const group = (part: string, name = ''): PortfolioGroup => groupOf(find(part, name), everyone);
  const floors = [numberOf(total, 'first_floor'), numberOf(total, 'second_floor'), 0];
  const value: Portfolio = {
    all: group('all'),
    cuts: {
      clv: numberOf(total, 'clv_cut'),
      serve: numberOf(total, 'serve_cut'),
      alive: params.aliveCut,
      price: numberOf(total, 'price_cut'),
    },
    cells: cellNames.map((name) => ({ name, ...group('cell', name) })),
    priceCells: priceCellNames.map((name) => ({ name, ...group('price', name) })),
    plane: planeOf(rows.plane, 'value'),
    pricePlane: planeOf(rows.plane, 'price'),
    alive: Array.from({ length: 10 }, (_, tenth) => {
      const row = rows.alive.find((candidate) => candidate['tenth'] === tenth);
      return { from: tenth / 10, customers: numberOf(row, 'customers'), clv: numberOf(row, 'clv') };
    }),
    tiers: [0, 1, 2, 3].map((tier) => ({
      tier: tier + 1,
      from: floors[tier] ?? null,
      ...group('tier', String(tier)),
    })),
    key: group('key'),
    unprofitable: group('unprofitable'),
    keptByValue: group('kept', 'future value'),
    keptByReferrals: group('kept', 'referrals'),
    candidates: group('candidates'),
    highValue: { from: numberOf(find('high value'), 'least_clv'), ...group('high value') },
    highVolume: { from: numberOf(find('high volume'), 'least_revenue'), ...group('high volume') },
  };
  return { value, warnings: portfolioWarnings(value) };
};
