import { earliestDay } from '../rules/test-orders.ts';
import type { Treatment } from '../treatment.ts';
import { dayText, momentText } from './example-sql.ts';
import { moves, type Check } from './check.ts';
import type { GateFacts } from './gate-facts.ts';

const unit = 'orders';

const clockChecks = ({ hasTimes, rules }: GateFacts): readonly Check[] =>
  hasTimes
    ? [
        {
          id: 'night',
          title: 'Many orders in the night',
          severity: 'info',
          column: 'ordered_at',
          where:
            'counts and (hour(ordered_at) >= 22 or hour(ordered_at) < 4) and ordered_at <> ordered_at::DATE::TIMESTAMP',
          among: 'counts and ordered_at <> ordered_at::DATE::TIMESTAMP',
          unit,
          explanation:
            'Placed between 22:00 and 4:00 by the clock of the source, which may be another time zone than your customers’.',
          how: 'If the clock is wrong, orders near midnight belong to the day before or after.',
          analyses: moves.time,
          example: momentText('ordered_at'),
          // Shops sell about a tenth then.
          from: rules.nightPercent / 100,
        },
        {
          id: 'midnight',
          title: 'Orders at midnight sharp',
          severity: 'info',
          column: 'ordered_at',
          where: 'counts and ordered_at = ordered_at::DATE::TIMESTAMP',
          among: 'counts',
          unit,
          explanation: 'They carry a day and no time, while others have a time.',
          how: 'Days are right; anything by the hour is not.',
          analyses: moves.nothing,
          example: momentText('ordered_at'),
          from: 0.01,
        },
      ]
    : [
        {
          id: 'no-times',
          title: 'Orders carry no time of day',
          severity: 'info',
          column: 'ordered_at',
          where: 'counts',
          among: 'counts',
          unit,
          explanation: 'Every order is dated by its day, so the time zone doesn’t matter.',
          how: 'Days are right; nothing can be said by the hour.',
          analyses: moves.nothing,
          example: dayText('ordered_at'),
        },
      ];

/** When: days that can't be right, and the clock. */
export const dateChecks = (facts: GateFacts): readonly Check[] => {
  const aside: readonly Treatment[] = [{ kind: 'set-impossible-dates-aside', after: facts.after }];
  return [
    {
      id: 'future',
      title: 'Orders in the future',
      severity: 'error',
      column: 'ordered_at',
      where: `ordered_at >= date '${facts.after}' + interval 1 day`,
      unit,
      explanation: `Dated after ${facts.after}.`,
      how: 'They move the as-of date, so that everybody else seems to have left.',
      analyses: moves.time,
      treatments: aside,
      example: dayText('ordered_at'),
    },
    {
      id: 'ancient',
      title: 'Orders before 1990',
      severity: 'error',
      column: 'ordered_at',
      where: `ordered_at < timestamp '${earliestDay} 00:00:00'`,
      unit,
      explanation: 'Dates like these come from empty cells (1900-01-01, 1970-01-01) or mistyped years.',
      how: 'They make customers old, stretch every trend, and start cohorts that never were.',
      analyses: moves.time,
      treatments: aside,
      example: dayText('ordered_at'),
    },
    {
      id: 'delivered-early',
      title: 'Delivered before ordered',
      severity: 'warning',
      column: 'delivered_at',
      where: 'delivered_at::DATE < ordered_at::DATE',
      among: 'delivered_at is not null',
      unit,
      explanation: 'The day of delivery lies before the day of the order.',
      how: 'Revenue is not touched; delivery times are wrong.',
      analyses: moves.nothing,
      example: `'ordered ' || ${dayText('ordered_at')} || ', delivered ' || ${dayText('delivered_at')}`,
    },
    {
      id: 'promised-early',
      title: 'Promised before ordered',
      severity: 'info',
      column: 'promised_at',
      where: 'promised_at::DATE < ordered_at::DATE',
      among: 'promised_at is not null',
      unit,
      explanation: 'The promised day lies before the day of the order.',
      how: 'Revenue is not touched; punctuality is wrong.',
      analyses: moves.nothing,
      example: `'ordered ' || ${dayText('ordered_at')} || ', promised ' || ${dayText('promised_at')}`,
    },
    ...clockChecks(facts),
  ];
};
