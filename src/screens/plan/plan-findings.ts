import type { Day } from '../../core/day.ts';
import type { Formats } from '../../core/format/formats.ts';
import { budgetByMonth, type BudgetPart } from '../../strategy/plan/plan-budget.ts';
import type { PlanTotals } from '../../strategy/plan/plan-totals.ts';
import type { Gate, PlanLine } from '../../strategy/records/plan.ts';

/** The first day of a month (`YYYY-MM`). */
export const firstDay = (month: string): Day => `${month}-01` as Day;

/** The gate before the phase of a line; undefined for phase 1, which has none. */
const gateBefore = (line: PlanLine, gates: readonly Gate[]): Gate | undefined => gates[line.phase - 2];

/** What is wrong with the time of a line, in words: it starts before the gate of its phase. */
export const gateWarning = (line: PlanLine, gates: readonly Gate[]): string | undefined => {
  const day = gateBefore(line, gates)?.day;
  return day && line.start < day.slice(0, 7) ? `before gate ${line.phase - 1}` : undefined;
};

const largest = (parts: readonly BudgetPart[]): BudgetPart | undefined =>
  parts.reduce<BudgetPart | undefined>(
    (most, part) => (most === undefined || part.budget > most.budget ? part : most),
    undefined,
  );

/** The finding above the timeline: lines that start before their gate, else how long the plan runs. */
export const timelineFinding = (
  lines: readonly PlanLine[],
  gates: readonly Gate[],
  formats: Formats,
): string => {
  const early = lines.filter((line) => gateWarning(line, gates) !== undefined).length;
  if (early === 1) return 'One line starts before the gate of its phase';
  if (early > 1) return `${early} lines start before the gate of their phase`;
  const months = budgetByMonth(lines);
  const [first, last] = [months[0]?.key, months.at(-1)?.key];
  if (first === undefined || last === undefined) return 'Nothing is planned yet';
  const write = (month: string): string => formats.month(firstDay(month));
  return first === last ? `Everything happens in ${write(first)}` : `${write(first)} to ${write(last)}`;
};

/** The finding above a roll-up: what takes most of the budget. `nameOf` gives the words of a part. */
export const rollUpFinding = (
  parts: readonly BudgetPart[],
  budget: number,
  nameOf: (key: string) => string,
  formats: Formats,
): string => {
  const most = largest(parts);
  if (!most || budget <= 0) return 'No budget yet';
  return parts.length === 1
    ? `All of the budget goes to one: ${nameOf(most.key)}`
    : `${nameOf(most.key)}: ${formats.value(most.budget / budget, 'share')} of the budget`;
};

/** The finding above the months: when most is spent. */
export const monthFinding = (parts: readonly BudgetPart[], formats: Formats): string => {
  const most = largest(parts);
  if (!most || most.budget <= 0) return 'No budget yet';
  return `Most is spent in ${formats.month(firstDay(most.key))}: ${formats.compact(most.budget, 'money')}`;
};

/** The two versions against each other, in a sentence. */
export const scenarioFinding = (a: PlanTotals, b: PlanTotals, formats: Formats): string => {
  if (a.lines === 0 || b.lines === 0) return 'There is one scenario so far: copy it to compare two';
  if (a.net === null || b.net === null) return 'Say what the lines bring, and the two can be compared';
  const gap = a.net.likely - b.net.likely;
  if (gap === 0) return 'Both leave the same after their budget';
  const overlaps = a.net.low <= b.net.high && b.net.low <= a.net.high;
  return `${gap > 0 ? 'A' : 'B'} is likely to leave ${formats.compact(Math.abs(gap), 'money')} more${overlaps ? '; their ranges overlap' : ''}`;
};
