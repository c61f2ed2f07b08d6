import type { Comparison } from '../../core/predicate.ts';
import type { Mark } from '../analysis.ts';

/** By what equity is split. */
export type EquitySplit = 'cohorts' | 'channels' | 'segments';

/** Name of those whose channel is not known. */
export const unknownChannel = 'Unknown';
/** Name of those without a purchase in the RFM window of 365 days. */
export const outsideWindow = 'No order in a year';

const fieldOf = { channels: 'acq_channel', segments: 'rfm_segment' } as const;

/** The customers of a group as a segment: buyers of a cohort, a channel or an RFM segment. */
export const groupMark = (split: EquitySplit, name: string): Mark => {
  if (split === 'cohorts')
    return {
      label: `First bought in ${name}`,
      predicate: {
        kind: 'compare',
        field: 'first_order',
        operator: 'between',
        value: [`${name}-01-01`, `${name}-12-31`],
      },
    };
  const bought: Comparison = { kind: 'compare', field: 'orders', operator: 'at-least', value: 1 };
  const field = fieldOf[split];
  const isUnknown = name === unknownChannel || name === outsideWindow;
  return {
    label: name === unknownChannel ? 'No known channel' : name,
    predicate: {
      kind: 'all',
      of: [
        bought,
        isUnknown
          ? { kind: 'compare', field, operator: 'is-missing' }
          : { kind: 'compare', field, operator: 'is', value: name },
      ],
    },
  };
};
