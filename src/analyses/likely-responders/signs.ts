import type { Row } from '../../data/row.ts';
import { knownNumberOf, numberOf } from '../cells.ts';
import type { LikelyResponders } from './result.ts';

type Sign = LikelyResponders['signs'][number];

/** Something known before a message: a column of the model. */
export interface KnownSign extends Pick<Sign, 'label' | 'unit' | 'spread' | 'reference'> {
  readonly name: string;
  readonly values: readonly number[];
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** A number; where it is unknown the mean stands in, which leaves the effect to the sign that says so. */
const numberSign = (
  rows: readonly Row[],
  name: string,
  label: string,
  unit: NonNullable<Sign['unit']>,
): KnownSign => {
  const mean = meanOf(rows.map((row) => knownNumberOf(row, name)).filter((value) => value !== null));
  const values = rows.map((row) => knownNumberOf(row, name) ?? mean);
  const centre = meanOf(values);
  const spread = Math.sqrt(meanOf(values.map((value) => (value - centre) ** 2)));
  return { name, label, unit, spread, reference: null, values };
};

const groupSign = (
  rows: readonly Row[],
  name: string,
  label: string,
  reference: string,
  isIn: (row: Row) => boolean,
): KnownSign => ({
  name,
  label,
  unit: null,
  spread: null,
  reference,
  values: rows.map((row) => Number(isIn(row))),
});

const channelOf = (row: Row): string => String(row['channel'] ?? 'unknown');

const channelSigns = (rows: readonly Row[], fewest: number): readonly KnownSign[] => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(channelOf(row), (counts.get(channelOf(row)) ?? 0) + 1);
  const [usual, ...others] = [...counts].toSorted((one, other) => other[1] - one[1]);
  return others
    .filter(([, count]) => count >= fewest)
    .map(([channel]) =>
      groupSign(
        rows,
        `channel ${channel}`,
        `By ${channel}`,
        `by ${usual?.[0] ?? ''}`,
        (row) => channelOf(row) === channel,
      ),
    );
};

/** What was known before each message, without what is the same for everybody. */
export const signsOf = (rows: readonly Row[], fewest: number): readonly KnownSign[] =>
  [
    numberSign(rows, 'recency_days', 'Time since the last purchase', 'days'),
    numberSign(rows, 'tenure_days', 'Time since the first purchase', 'days'),
    numberSign(rows, 'frequency', 'Days of purchase in the year before', 'count'),
    numberSign(rows, 'spend', 'Spend in the year before', 'money'),
    numberSign(rows, 'messages', 'Our messages in the year before', 'count'),
    numberSign(rows, 'contacts', 'Their contacts in the year before', 'count'),
    groupSign(
      rows,
      'never',
      'Had never bought',
      'had bought',
      (row) => knownNumberOf(row, 'recency_days') === null,
    ),
    ...channelSigns(rows, fewest),
  ].filter(({ values }) => values.some((value) => value !== values[0]));

/** Whether a message was answered. */
export const isAnswered = (row: Row): boolean => row['is_answered'] === true;

/** Mean net value of purchases in response, over all answered messages; null without any purchase. */
export const answerValueOf = (rows: readonly Row[]): number | null => {
  const answered = rows.filter(isAnswered);
  if (answered.every((row) => knownNumberOf(row, 'order_value') === null)) return null;
  return meanOf(answered.map((row) => numberOf(row, 'order_value')));
};
