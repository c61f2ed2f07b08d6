import type { Comparison, Predicate, Purchased } from '../../core/predicate.ts';
import type { LoadedColumn } from '../../engine/contract.ts';
import { fieldKind } from './field-kind.ts';
import { operatorEntry, type OperatorEntry } from './operator-choices.ts';
import { profileFieldLabel } from './profile-field-labels.ts';
import { conditionsOf } from './rule-group.ts';

const entryProblem = (entry: OperatorEntry, value: Comparison['value']): string | undefined => {
  if (entry === 'nothing') return undefined;
  if (value === undefined || value === '') return 'Enter a value.';
  if (entry === 'many')
    return Array.isArray(value) && value.length === 0 ? 'Choose at least one value.' : undefined;
  if (entry === 'days') return typeof value === 'number' && value > 0 ? undefined : 'Enter a number of days.';
  if (entry !== 'two') return undefined;
  const [low, high] = Array.isArray(value) ? value : [];
  if (low === undefined || high === undefined || low === '' || high === '') return 'Enter both ends.';
  return low > high ? 'The first value must not be above the second.' : undefined;
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
  const column = profile.find((one) => one.name === condition.field);
  if (!column)
    return `“${profileFieldLabel(condition.field).label}” is not in the data now. The condition is kept; choose another field or load data that has it.`;
  const entry = operatorEntry(fieldKind(column), condition.operator);
  if (!entry) return `“${profileFieldLabel(condition.field).label}” can’t be compared in this way.`;
  return entryProblem(entry, condition.value);
};

/** The problems of all conditions of a rule, in reading order. Empty when the rule can be counted. */
export const ruleProblems = (predicate: Predicate, profile: readonly LoadedColumn[]): readonly string[] =>
  conditionsOf(predicate).flatMap((condition) => conditionProblem(condition, profile) ?? []);
