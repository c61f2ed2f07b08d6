import * as v from 'valibot';
import { numberParameter } from '../parameters.ts';

/** What can be set: how small a group may be shown, and how many false alarms are accepted. */
export const segmentProfileParams = v.object({
  minimumGroup: numberParameter(
    {
      title: 'Smallest group shown',
      help: 'Values that fewer customers share are left out; attributes are not compared when either group is smaller',
      houseRule: true,
    },
    { default: 10, min: 5, max: 1_000, unit: 'customers' },
  ),
  falseAlarms: numberParameter(
    {
      title: 'False alarms accepted',
      help: 'Of the differences called more than chance, the expected share that are chance after all',
      houseRule: true,
    },
    { default: 0.05, min: 0.001, max: 0.5, step: 0.01, unit: 'share' },
  ),
});

/** {@link segmentProfileParams}' type. */
export type SegmentProfileParams = v.InferOutput<typeof segmentProfileParams>;
