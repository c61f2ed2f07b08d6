import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { EstimationFailure } from '../estimation/estimation-failure.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { bestSplit } from './best-split.ts';
import type { TreeCondition, TreeFeature } from './tree-feature.ts';

/** Customers whom all conditions describe, and how often the outcome occurs among them. */
export interface SuggestedRule {
  /** All must hold; none: all customers. */
  readonly conditions: readonly TreeCondition[];
  readonly customers: number;
  readonly events: number;
  /** 0–1, with its 95 % interval (Wilson 1927; too narrow, as the rule was chosen on the same customers). */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** Rate ÷ rate of all; null when the outcome never occurs. */
  readonly lift: number | null;
}

/** How far the tree grows; house rules unless said otherwise. */
export interface RuleChoice {
  /** Conditions of a rule at most, 1 to 3; 3. */
  readonly maximumDepth?: number;
  /** Customers of a rule at least; 20. */
  readonly minimumLeaf?: number;
  /** Least fall of the impurity of all customers for a split; 0.001. */
  readonly minimumGain?: number;
}

const isSameSide = (one: TreeCondition, other: TreeCondition): boolean =>
  one.feature === other.feature && one.kind === other.kind;

/** Adds a condition; it replaces an earlier, wider one on the same side of the same feature. */
const withCondition = (conditions: readonly TreeCondition[], added: TreeCondition): TreeCondition[] => [
  ...conditions.filter((condition) => !isSameSide(condition, added)),
  added,
];

/** The first amount that is no finite number; unknown ones (null) are welcome. */
const firstInvalid = (features: readonly TreeFeature[]): EstimationFailure | null => {
  for (const feature of features) {
    if (feature.kind === 'category') continue;
    const index = feature.values.findIndex((value) => value !== null && !Number.isFinite(value));
    if (index >= 0)
      return { kind: 'value-invalid', name: feature.name, index, value: String(feature.values[index]) };
  }
  return null;
};

/**
 * Rules that tell apart customers with an outcome from those without: the leaves of a classification tree (Breiman et al.
 * 1984, Gini impurity), the highest rate first. Deterministic. Every customer falls under exactly one rule. Fails on
 * lists of different lengths, amounts that are not finite, and without customers.
 */
export const suggestRules = (
  outcomes: readonly boolean[],
  features: readonly TreeFeature[],
  { maximumDepth = 3, minimumLeaf = 20, minimumGain = 0.001 }: RuleChoice = {},
): Result<SuggestedRule[], EstimationFailure> => {
  if (outcomes.length === 0) return err({ kind: 'too-few', have: 0, need: 1 });
  const short = features.find(({ values }) => values.length !== outcomes.length);
  if (short !== undefined) {
    const { name, values } = short;
    return err({ kind: 'lengths-differ', name, have: values.length, need: outcomes.length });
  }
  const invalid = firstInvalid(features);
  if (invalid !== null) return err(invalid);
  const overall = outcomes.filter(Boolean).length / outcomes.length;
  const leaf = (customers: readonly number[], conditions: readonly TreeCondition[]): SuggestedRule => {
    const events = customers.filter((place) => outcomes[place]).length;
    const interval = wilsonInterval(events, customers.length);
    const rate = events / customers.length;
    return {
      conditions,
      customers: customers.length,
      events,
      rate,
      low: interval?.low ?? 0,
      high: interval?.high ?? 1,
      lift: overall > 0 ? rate / overall : null,
    };
  };
  const grow = (
    customers: readonly number[],
    conditions: readonly TreeCondition[],
    depth: number,
  ): SuggestedRule[] => {
    const split =
      depth >= Math.min(3, maximumDepth)
        ? null
        : bestSplit(features, customers, outcomes, Math.max(1, minimumLeaf));
    const isWorth = split !== null && (split.gain * customers.length) / outcomes.length >= minimumGain;
    if (!isWorth) return [leaf(customers, conditions)];
    return split.sides.flatMap((side) =>
      grow(side.customers, withCondition(conditions, side.condition), depth + 1),
    );
  };
  const everyone = outcomes.map((_, place) => place);
  return ok(grow(everyone, [], 0).toSorted((one, other) => other.rate - one.rate));
};
