import type { ComparisonOperator } from '../../core/predicate.ts';
import type { FieldKind } from './field-kind.ts';

/** What has to be entered beside an operator. */
export type OperatorEntry = 'nothing' | 'one' | 'many' | 'two' | 'days';

/** One operator as it is offered for a kind of field. */
export interface OperatorChoice {
  readonly operator: ComparisonOperator;
  readonly label: string;
  readonly entry: OperatorEntry;
}

const choice = (operator: ComparisonOperator, label: string, entry: OperatorEntry): OperatorChoice => ({
  operator,
  label,
  entry,
});

const known = [choice('is-known', 'is known', 'nothing'), choice('is-missing', 'is not known', 'nothing')];

const textual = [
  choice('is', 'is', 'one'),
  choice('is-not', 'is not', 'one'),
  choice('in', 'is one of', 'many'),
  choice('not-in', 'is none of', 'many'),
  choice('contains', 'contains', 'one'),
  ...known,
];

const byKind: Readonly<Record<FieldKind, readonly OperatorChoice[]>> = {
  choice: textual,
  text: textual,
  number: [
    choice('at-least', 'is at least', 'one'),
    choice('at-most', 'is at most', 'one'),
    choice('more-than', 'is more than', 'one'),
    choice('less-than', 'is less than', 'one'),
    choice('between', 'is between', 'two'),
    choice('is', 'is exactly', 'one'),
    choice('is-not', 'is not', 'one'),
    ...known,
  ],
  date: [
    choice('within-days', 'is in the last', 'days'),
    choice('before-days', 'is longer ago than', 'days'),
    choice('at-least', 'is on or after', 'one'),
    choice('at-most', 'is on or before', 'one'),
    choice('between', 'is between', 'two'),
    ...known,
  ],
  boolean: [choice('is', 'is', 'one'), ...known],
};

/** The operators that a kind of field takes, commonest first. */
export const operatorChoices = (kind: FieldKind): readonly OperatorChoice[] => byKind[kind];

/** What an operator asks for on a kind of field; undefined when the field doesn't take it. */
export const operatorEntry = (kind: FieldKind, operator: ComparisonOperator): OperatorEntry | undefined =>
  byKind[kind].find((one) => one.operator === operator)?.entry;
