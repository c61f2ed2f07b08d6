import { at } from './at.ts';

/** For k = 0, 1, …: ln Γ(p + k) − ln Γ(p), and its slope in p. */
export interface RisingFactorial {
  readonly log: Float64Array;
  readonly slope: Float64Array;
}

/** An empty table for k = 0 … most, to be filled again and again by {@link fillRisingFactorial}. */
export const createRisingFactorial = (most: number): RisingFactorial => ({
  log: new Float64Array(most + 1),
  slope: new Float64Array(most + 1),
});

/** Fills the table for p > 0 by recurrence: one logarithm an entry in place of two log-gammas. */
export const fillRisingFactorial = (table: RisingFactorial, p: number): void => {
  for (let k = 1; k < table.log.length; k += 1) {
    table.log[k] = at(table.log, k - 1) + Math.log(p + k - 1);
    table.slope[k] = at(table.slope, k - 1) + 1 / (p + k - 1);
  }
};
