import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

/** Which places are compared, over which period. */
export const geoPotentialParams = v.object({
  level: choiceParameter(
    {
      title: 'Places',
      help: 'By itself: the coarsest of which three or more have customers enough and none holds nine in ten',
      houseRule: true,
    },
    [
      { value: 'auto', label: 'That tell most' },
      { value: 'country', label: 'Countries' },
      { value: 'region', label: 'Regions' },
      { value: 'city', label: 'Cities' },
    ],
    'auto',
  ),
  windowDays: numberParameter(
    { title: 'Period', help: 'Days up to as-of; growth is against as many days before', houseRule: true },
    { default: 365, min: 28, max: 1_095, step: 1, unit: 'days' },
  ),
  minimumCustomers: numberParameter(
    {
      title: 'Fewest customers',
      help: 'Places with fewer who bought in the period are marked and aren’t candidates',
      houseRule: true,
    },
    { default: 30, min: 5, max: 10_000, step: 5, unit: 'customers' },
  ),
  measure: choiceParameter(
    { title: 'Value by', help: 'Margin on goods where it is known of every purchase, else revenue' },
    [
      { value: 'auto', label: 'Margin, if known' },
      { value: 'revenue', label: 'Revenue' },
    ],
    'auto',
  ),
  listed: numberParameter(
    { title: 'Draw', help: 'So many places, those with most customers', houseRule: true },
    { default: 15, min: 3, max: 60, step: 1, unit: 'places' },
  ),
});

/** {@link geoPotentialParams}' type. */
export type GeoPotentialParams = v.InferOutput<typeof geoPotentialParams>;
