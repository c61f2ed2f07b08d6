import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

/** What can be set: the earlier day, the window, and what is compared. */
export const rfmMigrationParams = v.object({
  daysBefore: numberParameter(
    {
      title: 'Compared with',
      help: 'The earlier day, so many days before the as-of date',
      houseRule: true,
    },
    { default: 182, min: 7, max: 3_650, unit: 'days before' },
  ),
  windowDays: numberParameter(
    {
      title: 'Window',
      help: 'Purchases of so many days before each of the two days count',
      houseRule: true,
    },
    { default: 365, min: 30, max: 3_650, unit: 'days' },
  ),
  cutsFrom: choiceParameter(
    {
      title: 'Cut points',
      help: 'Those of the earlier day on both days show who bought more or less; those of each day show who overtook whom',
      houseRule: true,
    },
    [
      { value: 'earlier', label: 'Of the earlier day, on both' },
      { value: 'each', label: 'Of each day' },
    ],
    'earlier',
  ),
});

/** {@link rfmMigrationParams}' type. */
export type RfmMigrationParams = v.InferOutput<typeof rfmMigrationParams>;
