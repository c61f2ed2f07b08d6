import type { Row } from '../row.ts';
import sql from './traceability.sql?raw';

/** Query behind {@link readTraceability}. */
export const traceabilitySql = sql;

/** Some money and how much of it is tied to known customers. */
export interface TracedMoney {
  readonly total: number;
  readonly traced: number;
  /** traced ÷ total; null when the total isn't positive. */
  readonly share: number | null;
}

/** One kind of cost. */
export interface TracedCost extends TracedMoney {
  readonly kind: 'goods' | 'pool' | 'campaign';
  readonly label: string;
  /** What drives a cost pool, as the data say. */
  readonly driver: string | null;
}

/** The traceability meter: how much of revenue and cost is tied to customers whom we know. Money in the currency of the data. */
export interface Traceability {
  readonly revenue: TracedMoney;
  readonly cost: TracedMoney;
  /** What the cost consists of, the largest of each kind first; empty when the data hold no cost. */
  readonly costs: readonly TracedCost[];
  /** Share of net revenue whose cost of goods is known; null without revenue. */
  readonly revenueWithCost: number | null;
}

const shareOf = (traced: number, total: number): number | null => (total > 0 ? traced / total : null);

const moneyOf = (rows: readonly Row[]): TracedMoney => {
  const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  const [total, traced] = [sum('total'), sum('traced')];
  return { total, traced, share: shareOf(traced, total) };
};

/** The meter from the rows of {@link traceabilitySql}. */
export const readTraceability = (rows: readonly Row[]): Traceability => {
  const of = (...kinds: readonly string[]): readonly Row[] =>
    rows.filter(({ kind }) => kinds.includes(String(kind)));
  const revenue = moneyOf(of('revenue'));
  const costRows = of('goods', 'pool', 'campaign');
  return {
    revenue,
    cost: moneyOf(costRows),
    costs: costRows.map((row) => ({
      ...moneyOf([row]),
      kind: String(row['kind']) as TracedCost['kind'],
      label: String(row['label']),
      driver: typeof row['note'] === 'string' ? row['note'] : null,
    })),
    revenueWithCost: shareOf(moneyOf(of('covered')).total, revenue.total),
  };
};
