import type { Comparison, Predicate, Purchased } from '../../core/predicate.ts';
import type { LoadedColumn } from '../../engine/contract.ts';
import { listOf, rangeOf } from './edit-condition.ts';
import { fieldKind } from './field-kind.ts';
import { operatorEntry, type OperatorEntry } from './operator-choices.ts';
import { profileFieldLabel } from './profile-field-labels.ts';
import { conditionsOf } from './rule-group.ts';

type Value = Comparison['value'];

const isBlank = (value: Value): boolean => value === undefined || value === '';

const rangeProblem = (value: Value): string | undefined => {
  const [low, high] = rangeOf(value);
  if (isBlank(low) || isBlank(high) || low === undefined || high === undefined) return 'Enter both ends.';
  return low > high ? 'The first value must not be above the second.' : undefined;
};

const entryProblems: Readonly<Record<OperatorEntry, (value: Value) => string | undefined>> = {
  nothing: () => undefined,
  one: (value) => (isBlank(value) ? 'Enter a value.' : undefined),
  many: (value) => (listOf(value).length === 0 ? 'Choose at least one value.' : undefined),
  two: rangeProblem,
  days: (value) => (typeof value === 'number' && value > 0 ? undefined : 'Enter a number of days.'),
};

const purchasedProblem = (condition: Purchased): string | undefined => {
  if (condition.by !== 'any' && !condition.value) return 'Choose what was bought.';
  return condition.atLeast >= 1 ? undefined : 'Enter at least one order.';
};

/** Why a condition can't be counted on the data of now, in a sentence; undefined when it can. */
export const conditionProblem = (
  condition: Comparison | Purchased,
  profile: readonly LoadedColumn[],
): string | undefined => {
  if (condition.kind === 'purchased') return purchasedProblem(condition);
  // Large data are shown before it is known what can be asked about their customers.
  if (profile.length === 0) return undefined;
  const column = profile.find((one) => one.name === condition.field);
  if (!column)
    return `“${profileFieldLabel(condition.field).label}” is not in the data now. The condition is kept; choose another field or load data that has it.`;
  const entry = operatorEntry(fieldKind(column), condition.operator);
  if (!entry) return `“${profileFieldLabel(condition.field).label}” can’t be compared in this way.`;
  return entryProblems[entry](condition.value);
};

/** The problems of all conditions of a rule, in reading order. Empty when the rule can be counted. */
export const ruleProblems = (predicate: Predicate, profile: readonly LoadedColumn[]): readonly string[] =>
  conditionsOf(predicate).flatMap((condition) => conditionProblem(condition, profile) ?? []);
