import { liftInterval, liftRatio } from '../../models/association/lift-interval.ts';
import { without } from '../../models/association/pair-counts.ts';
import { benjaminiHochberg } from '../../models/statistics/benjamini-hochberg.ts';
import { fewestTogether } from './pairs.ts';
import type { PairSource } from './pairs.ts';
import type { WeekdayPair } from './result.ts';

const mostShown = 12;
/** False alarms that are borne among the pairs shown (house rule): few, since thousands of pairs and days are tried. */
const falseAlarms = 0.01;

/** Pairs whose lift is higher on one day of the week than on the others, beyond chance over all pairs and days tried (B26). */
export const weekdayPairs = ({ items, baskets, params }: PairSource): readonly WeekdayPair[] => {
  const total = baskets.all([0, 0]).total;
  const tried = baskets.pairs
    .filter((codes) => baskets.all(codes).together >= fewestTogether(total, params))
    .flatMap((codes) => {
      const all = baskets.all(codes);
      return baskets.contexts.flatMap(({ context, countsOf }) => {
        const day = countsOf(codes);
        const ratio = liftRatio(day, without(all, day));
        return ratio === null ? [] : [{ codes, weekday: Number(context), day, all, ratio }];
      });
    });
  const adjusted = benjaminiHochberg(tried.map(({ ratio }) => ratio.p));
  return tried
    .flatMap(({ codes, weekday, day, all, ratio }, at): WeekdayPair[] => {
      const lift = liftInterval(day);
      const other = liftInterval(without(all, day));
      const q = adjusted[at] ?? 1;
      const isClear = q < falseAlarms && ratio.low > 1 && day.together >= params.minimumTogether;
      if (!lift || !other || !isClear || lift.low <= 1 || ratio.value < params.minimumLift) return [];
      const [first, second] = codes.map((code) => items.get(code)?.name ?? '') as [string, string];
      return [
        {
          key: `${first} + ${second}, ${weekday}`,
          first,
          second,
          weekday,
          baskets: day.total,
          together: day.together,
          lift: lift.value,
          otherLift: other.value,
          ratio: ratio.value,
          low: ratio.low,
          high: ratio.high,
          q,
        },
      ];
    })
    .toSorted((one, other) => other.low - one.low)
    .slice(0, mostShown);
};
