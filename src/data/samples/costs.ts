import type { Random } from '../../core/numeric/random.ts';
import { costs as costsDefinition } from '../tables/relationship.ts';
import { toPounds } from './money.ts';
import type { SampleTable } from './sample-tables.ts';
import { createTableBuilder } from './table-builder.ts';
import { epochDayOfStart, monthStarts } from './trading-days.ts';

/** A cost pool: what drives it, what one unit costs and takes, and how many units there were in each month. */
export interface CostPool {
  readonly pool: string;
  readonly driver: string;
  readonly poundsEach: number;
  readonly minutesEach: number;
  readonly volumes: readonly number[];
}

/** Share of the practical capacity that is used, more or less. */
const usualLoad = 0.83;

/** The costs table: every pool in every month. Some capacity is always idle, so cost rises and falls less than volume. */
export const buildCostsTable = (random: Random, pools: readonly CostPool[]): SampleTable => {
  const table = createTableBuilder(costsDefinition, [
    'pool',
    'driver',
    'period',
    'amount',
    'capacity_minutes',
  ]);
  for (const { pool, driver, poundsEach, minutesEach, volumes } of pools) {
    const usual = volumes.reduce((sum, volume) => sum + volume, 0) / Math.max(1, volumes.length);
    for (let month = 0; month < monthStarts.length - 1; month += 1) {
      const supplied = 0.7 * (volumes[month] ?? 0) + 0.3 * usual;
      const wages = 1.04 ** Math.floor(month / 12) * (1 + 0.03 * random.normal());
      table.add({
        pool,
        driver,
        period: epochDayOfStart + (monthStarts[month] ?? 0),
        amount: toPounds(Math.round(supplied * poundsEach * wages * 100)),
        capacity_minutes: Math.round((Math.max(supplied, volumes[month] ?? 0) * minutesEach) / usualLoad),
      });
    }
  }
  return table.build();
};
