import type { Row } from '../../data/row.ts';
import { suggestRules } from '../../models/decision-tree/suggest-rules.ts';
import type { TreeCondition, TreeFeature } from '../../models/decision-tree/tree-feature.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import { knownNumberOf } from '../cells.ts';
import type { DriverRule } from './result.ts';

/** Columns that segments can ask about, known before the outcome and not changed by it: of the profile and of first orders. */
const categories: Readonly<Record<string, string>> = {
  kind: 'kind',
  country: 'country',
  region: 'region',
  acq_channel: 'acq_channel',
  acq_campaign: 'acq_campaign',
  consent: 'consent',
  first_order_channel: 'first_channel',
  first_order_category: 'first_category',
  first_order_discounted: 'is_discounted',
  first_order_coupon: 'has_coupon',
};
/** The same of amounts. */
const amounts: Readonly<Record<string, string>> = {
  first_order_value: 'first_value',
  first_order_items: 'first_items',
};
const mostValues = 30;
/** Digits to which the cut of an amount is written, so that it can be said; the rule is judged as written. */
const digits = 3;

const textOf = (row: Row | undefined, field: string): string | null => {
  const cell = row?.[categories[field] ?? field] ?? null;
  return cell === null ? null : String(cell);
};

const amountOf = (row: Row | undefined, field: string): number | null =>
  knownNumberOf(row, amounts[field] ?? field);

const rounded = (value: number): number => Number(value.toPrecision(digits));

/** Features of the tree with all their values; those with one value or very many are left out. */
const treeFeatures = (rows: readonly Row[]) =>
  Object.keys(categories).flatMap((name) => {
    const values = rows.map((row) => textOf(row, name));
    const different = [...new Set(values)];
    return different.length > 1 && different.length <= mostValues
      ? [{ feature: { name, kind: 'category', values } satisfies TreeFeature, different }]
      : [];
  });

/** Amounts that differ between customers, as features of the tree. */
const amountFeatures = (rows: readonly Row[]): TreeFeature[] =>
  Object.keys(amounts).flatMap((name): TreeFeature[] => {
    const values = rows.map((row) => amountOf(row, name));
    return new Set(values).size > 1 ? [{ name, kind: 'amount', values }] : [];
  });

type Condition = DriverRule['conditions'][number];

const flags: ReadonlySet<string> = new Set(['consent', 'first_order_discounted', 'first_order_coupon']);

const scalarOf = (field: string, text: string): string | boolean =>
  flags.has(field) ? text === 'true' : text;

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

/** A condition of the tree as the rule says it, and as it is judged: amounts are cut where it is written. */
const writtenOf = (
  condition: TreeCondition,
  differentOf: (field: string) => readonly (string | null)[],
): Condition => {
  const { feature: field } = condition;
  if (condition.kind === 'among') return conditionOf(field, condition.categories, differentOf(field));
  const amount = { field, values: [], isExcept: false };
  return condition.kind === 'above'
    ? { ...amount, hasUnknown: condition.orUnknown, above: rounded(condition.value) }
    : { ...amount, hasUnknown: false, atMost: rounded(condition.value) };
};

const holds = (condition: TreeCondition, row: Row | undefined): boolean => {
  if (condition.kind === 'among') return condition.categories.includes(textOf(row, condition.feature));
  const amount = amountOf(row, condition.feature);
  const cut = rounded(condition.value);
  if (condition.kind === 'at-most') return amount !== null && amount <= cut;
  return amount === null ? condition.orUnknown : amount > cut;
};

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
  const differentOf = (field: string): readonly (string | null)[] =>
    features.find(({ feature }) => feature.name === field)?.different ?? [];
  const found = suggestRules(
    learning.map((place) => happened[place] ?? false),
    [...features.map(({ feature }) => feature), ...amountFeatures(learningRows)],
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
          conditions: conditions.map((condition) => writtenOf(condition, differentOf)),
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
