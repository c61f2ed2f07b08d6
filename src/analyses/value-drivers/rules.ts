import type { Row } from '../../data/row.ts';
import { suggestRules } from '../../models/decision-tree/suggest-rules.ts';
import type { TreeCondition, TreeFeature } from '../../models/decision-tree/tree-feature.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import type { DriverRule } from './result.ts';

/** Columns of the customer profile that are known before the outcome and don’t change with it. */
const fields = ['kind', 'country', 'region', 'acq_channel', 'acq_campaign', 'consent'] as const;
const mostValues = 30;

const textOf = (row: Row | undefined, field: string): string | null => {
  const cell = row?.[field] ?? null;
  return cell === null ? null : String(cell);
};

/** Features of the tree with all their values; those with one value or very many are left out. */
const treeFeatures = (rows: readonly Row[]) =>
  fields.flatMap((name) => {
    const values = rows.map((row) => textOf(row, name));
    const different = [...new Set(values)];
    return different.length > 1 && different.length <= mostValues
      ? [{ feature: { name, kind: 'category', values } satisfies TreeFeature, different }]
      : [];
  });

type Condition = DriverRule['conditions'][number];

const scalarOf = (field: string, text: string): string | boolean =>
  field === 'consent' ? text === 'true' : text;

/** The condition in its shorter form: these values, or all but those. */
const conditionOf = (
  field: string,
  chosen: readonly (string | null)[],
  all: readonly (string | null)[],
): Condition => {
  const others = all.filter((value) => !chosen.includes(value));
  const isExcept = others.length < chosen.length;
  const listed = isExcept ? others : chosen;
  return {
    field,
    values: listed.flatMap((value) => (value === null ? [] : [scalarOf(field, value)])),
    hasUnknown: listed.includes(null),
    isExcept,
  };
};

const holds = (condition: TreeCondition, row: Row | undefined): boolean =>
  condition.kind === 'among' && condition.categories.includes(textOf(row, condition.feature));

/** Customers to learn rules from, and others to judge them on. */
export interface Parts {
  readonly learning: readonly number[];
  readonly held: readonly number[];
}

/**
 * Rules over columns that segments can ask about, learned on one part of the customers and judged on the others: those whose
 * rate differs from that of all beyond its interval, highest first. Values that only held-out customers have fall under no rule.
 */
export const rulesOf = (
  rows: readonly Row[],
  happened: readonly boolean[],
  { learning, held }: Parts,
  minimum: number,
): DriverRule[] => {
  const isLearning = new Set(learning);
  const learningRows = rows.filter((_, place) => isLearning.has(place));
  const features = treeFeatures(learningRows);
  const found = suggestRules(
    learning.map((place) => happened[place] ?? false),
    features.map(({ feature }) => feature),
    { maximumDepth: 3, minimumLeaf: minimum },
  );
  if (!found.ok || held.length === 0) return [];
  const overall = held.filter((place) => happened[place]).length / held.length;
  return found.value
    .filter(({ conditions }) => conditions.length > 0)
    .flatMap(({ conditions }): DriverRule[] => {
      const isUnder = (place: number): boolean =>
        conditions.every((condition) => holds(condition, rows[place]));
      const under = held.filter(isUnder);
      const events = under.filter((place) => happened[place]).length;
      const interval = wilsonInterval(events, under.length);
      const customers = under.length + learning.filter(isUnder).length;
      if (interval === null || (interval.low <= overall && interval.high >= overall)) return [];
      return [
        {
          conditions: conditions.flatMap((condition) =>
            condition.kind === 'among'
              ? [
                  conditionOf(
                    condition.feature,
                    condition.categories,
                    features.find(({ feature }) => feature.name === condition.feature)?.different ?? [],
                  ),
                ]
              : [],
          ),
          customers,
          share: customers / rows.length,
          rate: events / under.length,
          ...interval,
          heldOut: under.length,
          lift: overall > 0 ? events / under.length / overall : null,
        },
      ];
    })
    .toSorted((one, other) => other.rate - one.rate);
};
