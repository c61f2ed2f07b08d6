import * as v from 'valibot';
import { numberParameter } from '../parameters.ts';

const rule = (title: string, help: string, standard: number, max: number, unit: string) =>
  numberParameter({ title, help, houseRule: true }, { default: standard, min: 1, max, step: 1, unit });

/** When an offer had better wait. */
export const offerConflictsParams = v.object({
  maxContacts: rule('Contacts at most', 'More outgoing contacts than this are too many', 4, 100, 'contacts'),
  days: rule('Counted over', 'Days in which contacts are counted', 30, 365, 'days'),
  recentDays: rule(
    'Has just bought',
    'A purchase so many days ago or fewer: let it arrive first',
    14,
    365,
    'days',
  ),
  brokenDays: rule(
    'Was let down lately',
    'The last order came late, and is so many days old or fewer',
    60,
    730,
    'days',
  ),
});

/** {@link offerConflictsParams}' type. */
export type OfferConflictsParams = v.InferOutput<typeof offerConflictsParams>;
