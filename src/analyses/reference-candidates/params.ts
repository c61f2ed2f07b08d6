import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

/** Who counts as supra-loyal, and when to worry. */
export const referenceCandidatesParams = v.object({
  patronage: choiceParameter(
    {
      title: 'Patronage',
      help: 'By what the best customers are told, in the 365 days to as-of',
      houseRule: true,
    },
    [
      { value: 'spend', label: 'Spend' },
      { value: 'frequency', label: 'Days with a purchase' },
    ],
    'spend',
  ),
  topShare: numberParameter(
    { title: 'Top', help: 'Share of active customers that belongs to the top' },
    { default: 0.1, min: 0.01, max: 0.5, step: 0.01, unit: 'share' },
  ),
  npsFrom: numberParameter(
    { title: 'Would recommend from', help: 'Latest answer on the scale of 0 to 10' },
    { default: 9, min: 0, max: 10, step: 1, unit: 'points' },
  ),
  breadthShare: numberParameter(
    {
      title: 'Buys broadly',
      help: 'Categories (else products) at least as many as this share of active customers doesn’t exceed',
    },
    { default: 0.9, min: 0.5, max: 0.99, step: 0.01, unit: 'share' },
  ),
  aliveBelow: numberParameter(
    {
      title: 'Alarm below',
      help: 'Chance of still being a customer under which a candidate is slipping away',
      houseRule: true,
    },
    { default: 0.6, min: 0.05, max: 0.99, step: 0.05, unit: 'probability' },
  ),
  dueToReferral: numberParameter(
    {
      title: 'Due to the referral',
      help: 'Share of those referred who wouldn’t have come otherwise',
      houseRule: true,
    },
    { default: 0.5, min: 0, max: 1, step: 0.05, unit: 'share' },
  ),
});

/** {@link referenceCandidatesParams}' type. */
export type ReferenceCandidatesParams = v.InferOutput<typeof referenceCandidatesParams>;
