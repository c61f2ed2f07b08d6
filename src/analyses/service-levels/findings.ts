import type { Formats } from '../../core/format/formats.ts';
import type { PromiseKey, ServiceLevels, ServiceShare, ShareKey } from './result.ts';

const shareOf = (value: ServiceLevels, key: ShareKey): ServiceShare | undefined =>
  value.shares.find((share) => share.key === key);

/** The promises as they are said of an order that broke one. */
const brokenWords: Readonly<Record<Exclude<PromiseKey, 'perfect'>, string>> = {
  onTime: 'late deliveries',
  inFull: 'goods given back',
  noError: 'complaints',
  rightPrice: 'prices above the list',
};

/** How many orders keep everything, and what breaks most. */
export const promisesFinding = (value: ServiceLevels, formats: Formats): string => {
  const perfect = shareOf(value, 'perfect');
  if (typeof perfect?.value !== 'number') return 'The data don’t tell yet which promises were kept';
  const promises = ['onTime', 'inFull', 'noError', 'rightPrice'] as const;
  const known = promises.filter((key) => typeof shareOf(value, key)?.value === 'number');
  const parts = promises
    .map((key) => ({ key, share: shareOf(value, key)?.value ?? 1 }))
    .toSorted((one, other) => one.share - other.share);
  const weakest = parts[0];
  const kept = `${formats.value(perfect.value, 'share')} of orders keep ${known.length === promises.length ? 'all four promises' : `what can be checked: ${known.length} of four promises`}`;
  return weakest && weakest.share < 1 ? `${kept}; ${brokenWords[weakest.key]} break most` : kept;
};

const points = (share: number): string => `${(100 * Math.abs(share)).toFixed(1)} points`;

/** Which failure goes with fewer repeat purchases. */
export const failuresFinding = ({ failures }: ServiceLevels): string => {
  const known = failures.filter(({ promise }) => promise !== 'perfect');
  const costly = known
    .filter(({ low }) => low !== null && low > 0)
    .toSorted((one, other) => (other.cost ?? 0) - (one.cost ?? 0))[0];
  if (costly)
    return `After ${brokenWords[costly.promise as Exclude<PromiseKey, 'perfect'>]} ${points(costly.cost ?? 0)} fewer customers buy again`;
  return known.some(({ cost }) => cost !== null)
    ? 'No failure goes with fewer repeat purchases beyond chance'
    : 'Too few broken promises to say what they cost';
};

/** Within how many days a complaint has to be solved. */
export const recoveryFinding = ({ recovery, recoverWithin }: ServiceLevels, formats: Formats): string => {
  if (recoverWithin !== null)
    return `Complaints solved within ${formats.value(recoverWithin, 'days')} are forgiven, later ones are not`;
  return recovery.length > 0
    ? 'No length of wait after a complaint stands out beyond chance'
    : 'No complaints old enough to see what followed';
};

/** How customers pay. */
export const paymentFinding = ({ payments }: ServiceLevels, formats: Formats): string => {
  const [first] = payments;
  if (!first) return 'The data don’t tell how orders were paid';
  return payments.length === 1
    ? `All orders are paid by ${first.method}`
    : `${formats.value(first.share, 'share')} of orders are paid by ${first.method}`;
};

/** Whether more messages bring more. */
export const pressureFinding = (value: ServiceLevels, formats: Formats): string => {
  const { pressureEffect, pressureLow, pressureHigh, messagesPerWeek } = value;
  if (messagesPerWeek === null) return 'The data hold no outgoing messages';
  if (pressureEffect === null || pressureLow === null || pressureHigh === null)
    return `${formats.value(messagesPerWeek, 'ratio')} messages a week to 100 customers; too few who get many to see what more would do`;
  if (pressureHigh < 0)
    return `More messages, fewer answers: ${points(pressureEffect)} less a message where you write most`;
  return pressureLow > 0
    ? `Where you write most, ${points(pressureEffect)} more messages are answered`
    : 'More messages, the same response: writing more brings no more answers a message';
};
