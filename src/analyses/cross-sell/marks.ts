import type { Predicate } from '../../core/predicate.ts';
import type { Mark } from '../analysis.ts';
import type { CrossSellParams } from './params.ts';
import type { CrossSellPair } from './result.ts';

const bought = (value: string, { item, windowDays }: CrossSellParams): Predicate => ({
  kind: 'purchased',
  by: item,
  value,
  atLeast: 1,
  withinDays: windowDays,
});

/** Those who bought the first in the look-back and not the second; the rule follows the data as they grow. */
export const lackingMark = (
  { first, second }: Pick<CrossSellPair, 'first' | 'second'>,
  params: CrossSellParams,
): Mark => ({
  label: `Bought ${first}, not ${second}`,
  predicate: {
    kind: 'all',
    of: [bought(first, params), { kind: 'not', of: bought(second, params) }],
  },
});

/** Of these, the customers of one RFM segment. */
export const clusterMark = (
  pair: Pick<CrossSellPair, 'first' | 'second'>,
  segment: string | null,
  params: CrossSellParams,
): Mark => {
  const { label, predicate } = lackingMark(pair, params);
  return {
    label: `${label}: ${segment ?? 'no purchase lately'}`,
    predicate: {
      kind: 'all',
      of: [
        predicate,
        segment === null
          ? { kind: 'compare', field: 'rfm_segment', operator: 'is-missing' }
          : { kind: 'compare', field: 'rfm_segment', operator: 'is', value: segment },
      ],
    },
  };
};
