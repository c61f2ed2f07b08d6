import type { PlanLine } from '../records/plan.ts';
import type { Workbook } from '../workbook.ts';
import { meanScore } from '../worksheets/assessed.ts';
import { conditionState, leastOf } from '../worksheets/condition-state.ts';
import { enablingConditions } from '../worksheets/kinds/enabling-conditions.ts';
import { oneDecimal } from '../worksheets/one-decimal.ts';
import { rowsOf } from '../worksheets/rows.ts';

/** A supporting condition as a line of the plan meets it. */
export interface Condition {
  readonly id: string;
  readonly name: string;
  /** Mean score, 0–5; null while nobody scored. */
  readonly score: number | null;
  /** Score that is needed, 0–5. */
  readonly least: number;
  readonly state: 'met' | 'below' | 'unknown';
}

/** The supporting conditions with their scores, in the order of the user's list; of several rows about one, the weakest counts. */
export const conditionsOf = (workbook: Pick<Workbook, 'enablers' | 'worksheets'>): readonly Condition[] => {
  const rows = rowsOf(workbook, enablingConditions);
  return workbook.enablers.map(({ id, name }) => {
    const scored = rows
      .filter(({ values }) => values.condition === id)
      .map(({ values }): Condition => ({
        id,
        name: name.trim() || 'an unnamed condition',
        score: meanScore(values.now),
        least: leastOf(values.least),
        state: conditionState(values),
      }))
      .sort((first, second) => margin(first) - margin(second));
    const none: Condition = {
      id,
      name: name.trim() || 'an unnamed condition',
      score: null,
      least: leastOf(null),
      state: 'unknown',
    };
    return scored[0] ?? none;
  });
};

/** How far a condition lies above what is needed; one without a score after all others. */
const margin = ({ score, least }: Condition): number => (score === null ? Infinity : score - least);

/** Those of the conditions that a line needs, in their order. */
export const needsOf = (
  line: Pick<PlanLine, 'needs'>,
  conditions: readonly Condition[],
): readonly Condition[] => conditions.filter(({ id }) => line.needs?.includes(id));

/** A condition in words: “Needs people: 2 of 5, at least 3”. */
export const conditionWords = ({ name, score, least }: Condition): string =>
  score === null
    ? `Needs ${lowerFirst(name)}: not scored yet`
    : `Needs ${lowerFirst(name)}: ${oneDecimal(score)} of 5, at least ${least}`;

/** Words in a sentence; a short form such as “IT” stays as it is. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);

/** What holds a line back, a sentence a condition below its threshold; empty where nothing does. */
export const gateWords = (
  line: Pick<PlanLine, 'needs'>,
  conditions: readonly Condition[],
): readonly string[] =>
  needsOf(line, conditions)
    .filter(({ state }) => state === 'below')
    .map(conditionWords);

/** How many lines need a condition that is below its threshold. */
export const gatedLines = (
  lines: readonly Pick<PlanLine, 'needs'>[],
  conditions: readonly Condition[],
): number => lines.filter((line) => gateWords(line, conditions).length > 0).length;
