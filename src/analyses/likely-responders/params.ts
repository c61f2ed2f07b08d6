import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

/** What counts as an answer, and which messages are looked at. */
export const likelyRespondersParams = v.object({
  answers: choiceParameter(
    { title: 'An answer is', help: 'Always on a later day than the message' },
    [
      { value: 'any', label: 'A purchase or a contact' },
      { value: 'order', label: 'A purchase' },
      { value: 'contact', label: 'A click, reply or call' },
    ],
    'any',
  ),
  responseDays: numberParameter(
    { title: 'Within', help: 'Days after the message', houseRule: true },
    { default: 14, min: 1, max: 90, step: 1, unit: 'days' },
  ),
  windowDays: numberParameter(
    { title: 'Look back', help: 'Messages of so many days up to as-of', houseRule: true },
    { default: 1_095, min: 28, max: 3_650, step: 1, unit: 'days' },
  ),
  minimumMessages: numberParameter(
    { title: 'Fewest messages', help: 'Groups with fewer aren’t shown', houseRule: true },
    { default: 30, min: 10, max: 5_000, step: 10, unit: 'messages' },
  ),
});

/** {@link likelyRespondersParams}' type. */
export type LikelyRespondersParams = v.InferOutput<typeof likelyRespondersParams>;
