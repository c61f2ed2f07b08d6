import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

const sign = v.object({
  key: described(v.string(), 'Identifies what was known'),
  label: described(v.string(), 'What it is, in words'),
  unit: described(v.nullable(v.picklist(['days', 'count', 'money'])), 'Unit of a number; null of a group'),
  spread: numberOrUnknown('One standard deviation, in the unit; null of a group'),
  reference: described(v.nullable(v.string()), 'What a group is held against; null of a number'),
  oddsRatio: described(v.number(), 'Odds of an answer for one spread more, or against the reference'),
  low: described(v.number(), 'Lower end of its 95 % interval'),
  high: described(v.number(), 'Upper end of its 95 % interval'),
});

const tenth = v.object({
  tenth: described(v.number(), '1 likeliest to 10 least likely, of the customers held out'),
  customers: described(v.number(), 'Customers held out'),
  predicted: described(v.number(), 'Mean predicted chance, 0–1'),
  answered: described(v.number(), 'Share who answered, 0–1'),
  low: described(v.number(), 'Lower end of its 95 % interval (Wilson)'),
  high: described(v.number(), 'Upper end of its 95 % interval'),
});

const group = v.object({
  key: described(v.string(), 'Identifies the group'),
  recencyFrom: numberOrUnknown('Fewest days since the last purchase; null: none in 365 days, or never'),
  recencyTo: numberOrUnknown('Most days since the last purchase'),
  frequencyFrom: numberOrUnknown('Fewest days of purchase in 365 days'),
  frequencyTo: numberOrUnknown('Most; null: any more'),
  messages: described(v.number(), 'Messages, one a customer'),
  answered: described(v.number(), 'Share answered, 0–1'),
  low: described(v.number(), 'Lower end of its 95 % interval (Wilson)'),
  high: described(v.number(), 'Upper end of its 95 % interval'),
  lift: described(v.number(), 'Share answered ÷ that of all messages'),
  customers: described(v.number(), 'Customers of the group now who haven’t refused contact'),
  value: numberOrUnknown(
    'Customers × lower end × mean value of an answer: money of one message to all; null without purchases in response',
  ),
});

/** Who answers messages: signs that were known before, how well they tell, and groups to write to. */
export const likelyRespondersResult = v.object({
  eligible: described(v.number(), 'Customers with a message old enough to be judged'),
  messages: described(v.number(), 'Of these, those worked with: one message each'),
  answers: described(v.number(), 'Messages answered'),
  rate: numberOrUnknown('Share answered, 0–1'),
  answerValue: numberOrUnknown('Mean net value of purchases in response, over all answered messages; money'),
  auc: numberOrUnknown(
    'Chance that of two held-out customers the one who answers ranks higher; 0.5 is chance',
  ),
  aucLow: numberOrUnknown('Lower end of its 95 % interval (DeLong)'),
  aucHigh: numberOrUnknown('Upper end of its 95 % interval'),
  topLift: numberOrUnknown('Share answered in the likeliest tenth ÷ that of all held out'),
  isUseful: described(v.boolean(), 'The whole interval of the AUC lies above 0.5'),
  signs: v.pipe(v.array(sign), v.description('What was known before, strongest first')),
  calibration: v.pipe(v.array(tenth), v.description('Predicted and actual by tenths, customers held out')),
  groups: v.pipe(v.array(group), v.description('Groups by recency and frequency, likeliest first')),
});

/** {@link likelyRespondersResult}'s type. */
export type LikelyResponders = v.InferOutput<typeof likelyRespondersResult>;
/** One group to write to. */
export type ResponseGroup = LikelyResponders['groups'][number];
