import * as v from 'valibot';
import { dayField, described, numberOrUnknown } from '../result-fields.ts';

const movedGroup = (who: string) =>
  described(
    v.object({
      customers: described(v.number(), `${who}, customers`),
      share: numberOrUnknown('Their share of those who could, 0–1; null when nobody could'),
      revenueBefore: described(v.number(), 'What they brought in the window before the earlier day, money'),
      revenueNow: described(v.number(), 'What they brought in the window before the later day, money'),
    }),
    who,
  );

/** The documented result of the migration between RFM segments. */
export const rfmMigrationResult = v.object({
  earlier: dayField('The earlier day'),
  later: dayField('The later day: the as-of date'),
  customers: described(v.number(), 'Customers who had bought by the later day'),
  moves: described(
    v.array(
      v.object({
        from: described(v.string(), 'State on the earlier day'),
        to: described(v.string(), 'State on the later day'),
        customers: described(v.number(), 'Customers'),
        share: described(v.number(), 'Of those in the earlier state, 0–1'),
        revenueBefore: described(v.number(), 'Their revenue in the window before the earlier day, money'),
        revenueNow: described(v.number(), 'Their revenue in the window before the later day, money'),
      }),
    ),
    'Every pair of states that somebody moved between or stayed in, best first',
  ),
  states: described(
    v.array(
      v.object({
        name: described(v.string(), 'State'),
        before: described(v.number(), 'Customers on the earlier day'),
        now: described(v.number(), 'Customers on the later day'),
        stayed: numberOrUnknown('Share of those before who are still in it, 0–1; null when nobody was'),
      }),
    ),
    'Every state that somebody was in, best first',
  ),
  slipped: movedGroup('Well on the earlier day, slipping away or gone on the later'),
  wonBack: movedGroup('Slipping away or gone on the earlier day, well on the later'),
  newCustomers: described(v.number(), 'Bought for the first time in between'),
  championsKept: numberOrUnknown('Share of the Champions of the earlier day who still are, 0–1'),
});

/** {@link rfmMigrationResult}'s type. */
export type RfmMigration = v.InferOutput<typeof rfmMigrationResult>;
