import * as v from 'valibot';
import { numberParameter, switchParameter } from '../parameters.ts';

/** What counts as kept, and over which time it is looked at. */
export const serviceLevelsParams = v.object({
  windowDays: numberParameter(
    { title: 'Look back', help: 'Orders, tickets and messages of so many days up to as-of', houseRule: true },
    { default: 365, min: 28, max: 3_650, step: 1, unit: 'days' },
  ),
  followUpDays: numberParameter(
    {
      title: 'Follow-up',
      help: 'Days after a delivery or a complaint in which a purchase counts as bought again; the look-back then ends so many days earlier',
      houseRule: true,
    },
    { default: 120, min: 14, max: 730, step: 1, unit: 'days' },
  ),
  graceDays: numberParameter(
    {
      title: 'Still on time',
      help: 'Days after the promised moment that your customers forgive; give 1 where only a day is promised',
      houseRule: true,
    },
    { default: 0, min: 0, max: 30, step: 0.5, unit: 'days' },
  ),
  overdueIsLate: switchParameter(
    {
      title: 'Undelivered counts as late',
      help: 'Orders whose promise has passed without a delivery; off, only deliveries are judged, as published figures do',
      houseRule: true,
    },
    false,
  ),
  errorDays: numberParameter(
    {
      title: 'Wrong within',
      help: 'A complaint or a credit note so many days after a purchase is put down to it',
      houseRule: true,
    },
    { default: 30, min: 1, max: 180, step: 1, unit: 'days' },
  ),
  priceTolerance: numberParameter(
    {
      title: 'Above list price by',
      help: 'A line still has the right price when it is dearer by no more than this',
      houseRule: true,
    },
    { default: 0.005, min: 0, max: 1, step: 0.005, unit: 'share of list price' },
  ),
  satisfiedFrom: numberParameter(
    { title: 'Satisfied from', help: 'Score of a ticket on the scale of 1 to 5', houseRule: true },
    { default: 4, min: 1.1, max: 5, step: 0.1, unit: 'points' },
  ),
  responseDays: numberParameter(
    {
      title: 'Response within',
      help: 'A message is answered when the customer buys or turns to us in so many days after it',
      houseRule: true,
    },
    { default: 14, min: 1, max: 90, step: 1, unit: 'days' },
  ),
  minimumCustomers: numberParameter(
    { title: 'Fewest customers', help: 'Groups of fewer aren’t compared', houseRule: true },
    { default: 30, min: 5, max: 10_000, step: 5, unit: 'customers' },
  ),
});

/** {@link serviceLevelsParams}' type. */
export type ServiceLevelsParams = v.InferOutput<typeof serviceLevelsParams>;
