import type { Formats } from '../../core/format/formats.ts';
import type { PurchaseOccasions } from './result.ts';

type Check = NonNullable<PurchaseOccasions['check']>;

/** Above the grid: who came often and has likely left. */
export const occasionGridFinding = ({ grid }: PurchaseOccasions, formats: Formats): string => {
  const lost = grid.filter(({ repeatsFrom, pAlive }) => repeatsFrom >= 2 && pAlive < 0.5);
  const customers = lost.reduce((sum, cell) => sum + cell.customers, 0);
  return customers === 0
    ? 'No group that came back twice or more has likely left'
    : `${formats.value(customers, 'count')} customers who came back twice or more have likely left`;
};

/** Above customers by repeats: whether the model knows them. */
export const occasionFrequencyFinding = ({ frequency }: PurchaseOccasions, formats: Formats): string => {
  const [none] = frequency;
  return none === undefined
    ? 'Customers by occasions with a purchase'
    : `${formats.value(none.actual, 'count')} customers have not bought again; the model says ${formats.value(none.expected, 'count')}`;
};

/** Above the occasions one by one: forecast against what happened. */
export const occasionCheckFinding = (check: Check, formats: Formats): string => {
  const bought = formats.value(check.actual, 'count');
  return `${bought} purchases after the line, ${formats.value(check.expected, 'count')} forecast`;
};

/** Above purchases by repeats before: whether the better customers were told apart. */
export const occasionRepeatsFinding = ({ byRepeats }: Check, formats: Formats): string => {
  const [first, last] = [byRepeats[0], byRepeats.at(-1)];
  if (!first || !last || first === last) return 'What customers did next, by what they had done before';
  const again = last.repeats === 1 ? 'once' : `${last.repeats} times`;
  return `Customers who had come back ${again}${last.isOpen ? ' or more' : ''} then bought ${formats.value(last.actual, 'ratio')} times each; ${formats.value(last.expected, 'ratio')} were forecast`;
};
