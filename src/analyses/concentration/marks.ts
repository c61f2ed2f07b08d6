import type { Mark } from '../analysis.ts';
import type { Concentration } from './result.ts';

const nameOf = (decile: number, count: number): string => {
  if (decile === 1) return 'Best tenth';
  return decile === count ? 'Last tenth' : `Tenth ${decile} of ${count}`;
};

/**
 * The segment of a tenth: customers with an order whose revenue or margin lies within its bounds. Customers with exactly
 * the value of a bound belong to it wherever the ranking put them. Undefined when there is no such tenth.
 */
export const decileMark = (value: Concentration, key: string): Mark | undefined => {
  const decile = value.deciles.find((candidate) => String(candidate.decile) === key);
  if (!decile) return undefined;
  return {
    label: `${nameOf(decile.decile, value.deciles.length)} by ${value.measure}`,
    predicate: {
      kind: 'all',
      of: [
        { kind: 'compare', field: 'orders', operator: 'at-least', value: 1 },
        {
          kind: 'compare',
          field: value.measure === 'profit' ? 'margin' : 'revenue',
          operator: 'between',
          value: [decile.lowest, decile.highest],
        },
      ],
    },
  };
};
