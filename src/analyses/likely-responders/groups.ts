import type { Row } from '../../data/row.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import { knownNumberOf, numberOf } from '../cells.ts';
import type { LikelyResponders, ResponseGroup } from './result.ts';
import { answerValueOf, isAnswered } from './signs.ts';

type Band = Pick<ResponseGroup, 'key' | 'recencyFrom' | 'recencyTo' | 'frequencyFrom' | 'frequencyTo'>;

const recencies = [
  [0, 30],
  [31, 90],
  [91, 180],
  [181, 365],
] as const;
const frequencies = [
  [1, 1],
  [2, 3],
  [4, null],
] as const;

/** Classes by recency and frequency (house rules) that a rule over the customer profile can ask for; the last: no purchase in a year, or never. */
const bands: readonly Band[] = [
  ...recencies.flatMap(([recencyFrom, recencyTo]) =>
    frequencies.map(([frequencyFrom, frequencyTo]) => ({
      key: `${recencyFrom}-${recencyTo}/${frequencyFrom}`,
      recencyFrom,
      recencyTo,
      frequencyFrom,
      frequencyTo,
    })),
  ),
  { key: 'silent', recencyFrom: null, recencyTo: null, frequencyFrom: null, frequencyTo: null },
];

const isIn = (row: Row, { recencyFrom, recencyTo, frequencyFrom, frequencyTo }: Band): boolean => {
  const days = knownNumberOf(row, 'recency_days');
  if (recencyFrom === null || days === null) return recencyFrom === null && (days === null || days > 365);
  const times = numberOf(row, 'frequency');
  return (
    days >= recencyFrom &&
    days <= (recencyTo ?? Infinity) &&
    times >= (frequencyFrom ?? 0) &&
    times <= (frequencyTo ?? Infinity)
  );
};

/** How often each group answered, who is in it now, and what one message to all of them would bring; likeliest first. */
export const groupsOf = (
  rows: readonly Row[],
  now: readonly Row[],
  fewest: number,
): LikelyResponders['groups'] => {
  const rate = rows.filter(isAnswered).length / Math.max(1, rows.length);
  const worth = answerValueOf(rows);
  return bands
    .flatMap((band): ResponseGroup[] => {
      const messages = rows.filter((row) => isIn(row, band));
      const answers = messages.filter(isAnswered).length;
      const interval = wilsonInterval(answers, messages.length);
      if (interval === null || messages.length < fewest || rate === 0) return [];
      const customers = now
        .filter((row) => isIn(row, band))
        .reduce((sum, row) => sum + numberOf(row, 'customers'), 0);
      const answered = answers / messages.length;
      return [
        {
          ...band,
          messages: messages.length,
          answered,
          ...interval,
          lift: answered / rate,
          customers,
          value: worth === null ? null : customers * interval.low * worth,
        },
      ];
    })
    .toSorted((one, other) => other.answered - one.answered);
};
