/** What customers may be told apart by: an amount or a category for each, null where unknown. */
export type TreeFeature =
  | { readonly name: string; readonly kind: 'amount'; readonly values: readonly (number | null)[] }
  | { readonly name: string; readonly kind: 'category'; readonly values: readonly (string | null)[] };

/** One condition of a rule. Unknown amounts count as above; an unknown category (null) is a category of its own. */
export type TreeCondition =
  | { readonly feature: string; readonly kind: 'at-most'; readonly value: number }
  | { readonly feature: string; readonly kind: 'above'; readonly value: number; readonly orUnknown: boolean }
  | { readonly feature: string; readonly kind: 'among'; readonly categories: readonly (string | null)[] };

/** The two sides of a split: which customers, by what condition. */
export interface TreeSplit {
  /** Fall of the Gini impurity, weighted by the share of these customers. */
  readonly gain: number;
  readonly sides: readonly [TreeSide, TreeSide];
}

/** One side of a split. */
export interface TreeSide {
  readonly condition: TreeCondition;
  /** Places of the customers in the lists. */
  readonly customers: readonly number[];
}
