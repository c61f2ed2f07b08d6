import type { ImportIssue } from '../contract.ts';

const mostNamed = 6;

/** What is said of columns whose timestamps are moments in UTC: the file doesn't say what the local clock showed. */
export const utcIssue = (names: readonly string[]): readonly ImportIssue[] => {
  if (names.length === 0) return [];
  const named = names.slice(0, mostNamed).map((name) => `“${name.slice(0, 60)}”`);
  const more = names.length > mostNamed ? ' …' : '';
  const message = `Times in ${named.join(', ')}${more} are moments on the clock of UTC and were kept so: late or early in the day the local date may be another one`;
  return [{ severity: 'info', code: 'time-zone', message, count: names.length }];
};
