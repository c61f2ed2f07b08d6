import { addDays } from '../../core/day.ts';
import type { Day } from '../../core/day.ts';
import type { PurchaseOccasions } from './result.ts';

type Period = PurchaseOccasions['period'];

const perYear: Readonly<Record<Period, number>> = { month: 12, quarter: 4, year: 1 };

/** First day of a period by its running number (year · periods a year + place in it). */
export const startOfPeriod = (number: number, period: Period): Day => {
  const year = Math.floor(number / perYear[period]);
  const month = ((number - year * perYear[period]) * 12) / perYear[period] + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01` as Day;
};

/** Last day of a period by its running number. */
export const endOfPeriodNumber = (number: number, period: Period): Day =>
  addDays(startOfPeriod(number + 1, period), -1);
