import type { Row } from '../../data/row.ts';
import { knownNumberOf, numberOf } from '../cells.ts';
import type { CrossSell } from './result.ts';

/** What is sold, with what it brings. */
export interface Item {
  readonly name: string;
  readonly customers: number;
  readonly baskets: number;
  /** Margin (or revenue, by the basis) in the look-back; money. */
  readonly gain: number;
}

/** The items by code, and what their money is counted in: margin only where the costs of all are known. */
export const readItems = (
  rows: readonly Row[],
): { readonly items: ReadonlyMap<number, Item>; readonly basis: CrossSell['basis'] } => {
  const basis = rows.every((row) => knownNumberOf(row, 'margin') !== null) ? 'margin' : 'revenue';
  return {
    basis,
    items: new Map(
      rows.map((row) => [
        numberOf(row, 'a'),
        {
          name: String(row['item']),
          customers: numberOf(row, 'customers'),
          baskets: numberOf(row, 'baskets'),
          gain: numberOf(row, basis),
        },
      ]),
    ),
  };
};
