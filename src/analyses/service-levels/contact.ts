import type { Row } from '../../data/row.ts';
import { shareDifference } from '../../models/claims/share-difference.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import type { ServiceLevelsParams } from './params.ts';
import type { ServiceLevels } from './result.ts';
import { knownShare } from './shares.ts';

type Pressure = ServiceLevels['pressure'][number];

const bounds: Readonly<Record<number, readonly [number, number | null]>> = {
  1: [1, 1],
  2: [2, 3],
  3: [4, 7],
  4: [8, 15],
  5: [16, null],
};

const classOf = (row: Row): Pressure => {
  const [from, to] = bounds[numberOf(row, 'class')] ?? [0, null];
  const customers = numberOf(row, 'customers');
  const [responded, followed] = [numberOf(row, 'responses'), numberOf(row, 'followed')];
  const { value, low, high } = knownShare(responded, followed);
  return {
    from,
    to,
    customers,
    messages: numberOf(row, 'messages'),
    followed,
    responded,
    response: value,
    responseLow: low,
    responseHigh: high,
    unsubscribed: ratioOf(knownNumberOf(row, 'unsubscribed'), customers),
    complained: ratioOf(knownNumberOf(row, 'complained'), customers),
  };
};

/** Messages a week to 100 customers: a few letters a year would be nil for each. */
const perWeek = (row: Row | undefined, { windowDays }: ServiceLevelsParams): number | null =>
  row === undefined
    ? null
    : ratioOf((700 * numberOf(row, 'messages')) / windowDays, numberOf(row, 'customers'));

/** Messages a week, and what they bring by how many there are: the dark side of contact. */
export const contactPressure = (rows: readonly Row[], params: ServiceLevelsParams) => {
  const whole = rows.filter((row) => row['class'] === 0);
  const pressure = rows.filter((row) => numberOf(row, 'class') > 0).map(classOf);
  const large = pressure.filter(
    ({ customers, followed }) => customers >= params.minimumCustomers && followed > 0,
  );
  const [calm, busy] = [large[0], large.at(-1)];
  const effect =
    calm && busy && calm !== busy
      ? shareDifference(
          { successes: busy.responded, trials: busy.followed },
          { successes: calm.responded, trials: calm.followed },
        )
      : null;
  return {
    messagesPerWeek: perWeek(
      whole.find((row) => row['in_focus'] === true),
      params,
    ),
    othersMessagesPerWeek: perWeek(
      whole.find((row) => row['in_focus'] === false),
      params,
    ),
    pressure,
    pressureEffect: effect?.value ?? null,
    pressureLow: effect?.low ?? null,
    pressureHigh: effect?.high ?? null,
  };
};
