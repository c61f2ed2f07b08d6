import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

/** What is to be explained, and by what time. */
export const valueDriversParams = v.object({
  outcome: choiceParameter(
    { title: 'What to explain', help: 'Always counted after the days in which the drivers are' },
    [
      { value: 'top-fifth', label: 'Who becomes one of the best fifth' },
      { value: 'again', label: 'Who buys again' },
      { value: 'churned', label: 'Who falls silent' },
    ],
    'top-fifth',
  ),
  windowDays: numberParameter(
    {
      title: 'Drivers from the first',
      help: 'What happened in so many days after the first purchase, and what was known before, explains the rest',
      houseRule: true,
    },
    { default: 90, min: 1, max: 365, unit: 'days' },
  ),
  followDays: numberParameter(
    {
      title: 'Outcome in the next',
      help: 'Days after these in which value and purchases count',
      houseRule: true,
    },
    { default: 365, min: 30, max: 1_460, step: 5, unit: 'days' },
  ),
  churnDays: numberParameter(
    { title: 'Silent means no purchase in', help: 'The last days before as-of', houseRule: true },
    { default: 180, min: 30, max: 1_460, step: 5, unit: 'days' },
  ),
  measure: choiceParameter(
    { title: 'Best by', help: 'Margin on goods where it is known, else revenue' },
    [
      { value: 'auto', label: 'Margin, if known' },
      { value: 'revenue', label: 'Revenue' },
    ],
    'auto',
  ),
  minimumRule: numberParameter(
    { title: 'Fewest customers of a rule', help: 'Smaller groups are not suggested', houseRule: true },
    { default: 100, min: 20, max: 5_000, step: 10, unit: 'customers' },
  ),
});

/** {@link valueDriversParams}' type. */
export type ValueDriversParams = v.InferOutput<typeof valueDriversParams>;
