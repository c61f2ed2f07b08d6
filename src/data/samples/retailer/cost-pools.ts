import type { Random } from '../../../core/numeric/random.ts';
import type { SampleTable } from '../sample-tables.ts';
import { buildCostsTable } from '../costs.ts';
import type { CostPool } from '../costs.ts';
import { monthOf } from '../trading-days.ts';
import type { OrderSummary } from './orders.ts';

/** What serving customers costs: pounds and minutes for each unit of the driver. */
const pools = {
  orders: { pool: 'Order handling', driver: 'orders', poundsEach: 2.1, minutesEach: 5 },
  lines: { pool: 'Picking and packing', driver: 'lines', poundsEach: 0.75, minutesEach: 2 },
  deliveries: { pool: 'Delivery', driver: 'deliveries', poundsEach: 4.6, minutesEach: 9 },
  returns: { pool: 'Returns desk', driver: 'returns', poundsEach: 6.8, minutesEach: 14 },
  tickets: { pool: 'Customer service', driver: 'tickets', poundsEach: 11.5, minutesEach: 24 },
} as const;

/** The costs of serving customers by month, from what they were caused by. `ticketMonths` is the month of each ticket. */
export const buildCostPools = (
  random: Random,
  summaries: readonly OrderSummary[],
  ticketMonths: readonly number[],
): SampleTable => {
  const volumes: Record<keyof typeof pools, number[]> = {
    orders: [],
    lines: [],
    deliveries: [],
    returns: [],
    tickets: [],
  };
  const count = (driver: keyof typeof pools, month: number, by: number): void => {
    volumes[driver][month] = (volumes[driver][month] ?? 0) + by;
  };
  for (const { visit, lines, returnedLines } of summaries) {
    if (visit.isCancelled) continue;
    const month = monthOf(visit.day);
    count('orders', month, 1);
    count('lines', month, lines);
    count('deliveries', month, visit.promisedAt === null ? 0 : 1);
    count('returns', month, returnedLines);
  }
  for (const month of ticketMonths) count('tickets', month, 1);
  return buildCostsTable(
    random,
    Object.entries(pools).map(([key, pool]): CostPool => ({
      ...pool,
      volumes: volumes[key as keyof typeof pools],
    })),
  );
};
