import * as v from 'valibot';
import { choiceParameter, cutsParameter, numberParameter, switchParameter } from '../parameters.ts';

/** What can be set: the window, what is counted, how scores are given, and the cut points themselves. */
export const rfmParams = v.object({
  windowDays: numberParameter(
    {
      title: 'Window',
      help: 'Purchases of so many days before the as-of date count; choose at least twice the usual gap between purchases',
      houseRule: true,
    },
    { default: 365, min: 30, max: 3_650, unit: 'days' },
  ),
  wholeHistory: switchParameter(
    { title: 'Whole history', help: 'Count every purchase up to the as-of date, whatever the window' },
    false,
  ),
  countOrders: choiceParameter(
    { title: 'Frequency counts', help: 'Several orders on one day are usually one purchase' },
    [
      { value: 'days', label: 'Days with a purchase' },
      { value: 'orders', label: 'Orders' },
    ],
    'days',
  ),
  scoring: choiceParameter(
    { title: 'Scores', help: 'How the cut points between the scores 1 to 5 are found' },
    [
      { value: 'percent-rank', label: 'Fifths of the customers; equal customers, equal score' },
      { value: 'quantile-breaks', label: 'Quantile breaks (rule of the R package rfm)' },
      { value: 'cuts', label: 'My own cut points' },
    ],
    'percent-rank',
  ),
  recencyCuts: cutsParameter(
    {
      title: 'Recency cuts',
      help: 'Fewer days than the first cut scores 5, the fourth cut or more scores 1; empty for fifths',
    },
    { length: 4, unit: 'days' },
  ),
  frequencyCuts: cutsParameter(
    {
      title: 'Frequency cuts',
      help: 'Fewer purchases than the first cut scores 1, the fourth cut or more scores 5; empty for fifths',
    },
    { length: 4, unit: 'purchases' },
  ),
  monetaryCuts: cutsParameter(
    {
      title: 'Monetary cuts',
      help: 'Less revenue than the first cut scores 1, the fourth cut or more scores 5; empty for fifths',
    },
    { length: 4, unit: 'money' },
  ),
  scoreWithin: choiceParameter(
    {
      title: 'Compared with',
      help: 'Among all customers, a score means the same in every segment; within the segment, each has its own best fifth',
      houseRule: true,
    },
    [
      { value: 'everyone', label: 'All customers' },
      { value: 'segment', label: 'The segment in focus' },
    ],
    'everyone',
  ),
  map: choiceParameter(
    {
      title: 'Beside our segments',
      help: 'Ours give each customer exactly one segment; others are shown beside them, for segments brought along from another tool',
    },
    [
      { value: 'ours', label: 'No other map' },
      { value: 'putler', label: 'Putler’s ranges, which overlap' },
      { value: 'spending', label: 'Heavy, medium, light spenders (20/30/50%)' },
    ],
    'ours',
  ),
  mapOrder: choiceParameter(
    {
      title: 'Where ranges overlap',
      help: 'Which segment a customer goes to when several of the other map claim it',
      houseRule: true,
    },
    [
      { value: 'published', label: 'The first in the published order' },
      { value: 'narrowest', label: 'The narrowest range' },
    ],
    'published',
  ),
});

/** {@link rfmParams}' type. */
export type RfmParams = v.InferOutput<typeof rfmParams>;
