import type { PlanLine } from '../records/plan.ts';

/** A month (`YYYY-MM`) as a count of months, so that months can be subtracted. */
export const monthNumber = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** The month (`YYYY-MM`) of a count of months. */
export const monthOf = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

/** First and last month of a line as counts of months; an end before the start counts as the start. */
export const spanOf = ({ start, end }: Pick<PlanLine, 'start' | 'end'>): readonly [number, number] => {
  const first = monthNumber(start);
  return [first, Math.max(first, monthNumber(end))];
};

/** How many months a line runs, 1 or more. */
export const lineMonths = (line: Pick<PlanLine, 'start' | 'end'>): number => {
  const [first, last] = spanOf(line);
  return last - first + 1;
};
