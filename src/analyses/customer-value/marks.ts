import type { Comparison } from '../../core/predicate.ts';
import type { Mark } from '../analysis.ts';
import { bandName } from './bands.ts';
import type { CustomerValue } from './result.ts';
import { cohortDays } from './tallies.ts';

type Cell = CustomerValue['grid'][number];

/** Key of a cell of the grid. */
export const cellKey = ({ recencyFrom, purchasesFrom }: Cell): string => `${recencyFrom}/${purchasesFrom}`;

const within = (field: string, from: number, to: number | null): Comparison =>
  to === null
    ? { kind: 'compare', field, operator: 'at-least', value: from }
    : { kind: 'compare', field, operator: 'between', value: [from, to] };

/** The segment of a cell: so many days since the last purchase, so many purchase days. */
export const cellMark = (value: CustomerValue, key: string): Mark | undefined => {
  const cell = value.grid.find((candidate) => cellKey(candidate) === key);
  if (!cell) return undefined;
  const { recencyFrom, recencyTo, purchasesFrom, purchasesTo } = cell;
  const purchases = bandName(purchasesFrom, purchasesTo);
  return {
    label: `Bought ${purchases} ${purchases === '1' ? 'time' : 'times'}, last ${bandName(recencyFrom, recencyTo)} days ago`,
    predicate: {
      kind: 'all',
      of: [
        within('recency_days', recencyFrom, recencyTo),
        within('purchase_days', purchasesFrom, purchasesTo),
      ],
    },
  };
};

/** The segment of a cohort: customers who first bought in its year or quarter. */
export const cohortMark = (value: CustomerValue, name: string): Mark | undefined => {
  if (!value.cohorts.some((cohort) => cohort.name === name)) return undefined;
  return {
    label: `First bought in ${name}`,
    predicate: {
      kind: 'all',
      of: [{ kind: 'compare', field: 'first_order', operator: 'between', value: [...cohortDays(name)] }],
    },
  };
};

/** The segment of a channel of acquisition: buyers who came by it, or of whom it isn’t known. */
export const channelMark = (value: CustomerValue, name: string): Mark | undefined => {
  if (!value.channels.some((channel) => channel.name === name)) return undefined;
  return {
    label: `Won by ${name}`,
    predicate: {
      kind: 'all',
      of: [
        { kind: 'compare', field: 'orders', operator: 'at-least', value: 1 },
        name === 'Unknown'
          ? { kind: 'compare', field: 'acq_channel', operator: 'is-missing' }
          : { kind: 'compare', field: 'acq_channel', operator: 'is', value: name },
      ],
    },
  };
};
