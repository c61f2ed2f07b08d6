import type { Mark } from '../analysis.ts';
import { lapsed } from './states.ts';

/** Those who are in a state now, by the customer profile: their RFM segment, or none in the window. */
export const stateMark = (state: string): Mark => ({
  label: state,
  predicate:
    state === lapsed
      ? {
          kind: 'all',
          of: [
            { kind: 'compare', field: 'orders', operator: 'at-least', value: 1 },
            { kind: 'compare', field: 'frequency', operator: 'is', value: 0 },
          ],
        }
      : { kind: 'compare', field: 'rfm_segment', operator: 'is', value: state },
});
