import type { TreeCondition, TreeFeature, TreeSplit } from './tree-feature.ts';

/** Customers who can't be told apart by the feature, taken together. */
interface Block {
  readonly customers: readonly number[];
  readonly events: number;
}

interface Cut {
  readonly gain: number;
  /** How many blocks lie left of the cut. */
  readonly blocks: number;
}

const impurity = (events: number, customers: number): number =>
  customers === 0 ? 0 : 2 * (events / customers) * (1 - events / customers);

/** The cut between neighbouring blocks that lowers the impurity most; the first of equals. Null when none keeps the minimum. */
const bestCut = (blocks: readonly Block[], cuttable: number, minimum: number): Cut | null => {
  const count = blocks.reduce((sum, block) => sum + block.customers.length, 0);
  const events = blocks.reduce((sum, block) => sum + block.events, 0);
  let best: Cut | null = null;
  let left = 0;
  let leftEvents = 0;
  for (const [at, block] of blocks.slice(0, cuttable).entries()) {
    left += block.customers.length;
    leftEvents += block.events;
    if (left < minimum || count - left < minimum) continue;
    const after =
      (left * impurity(leftEvents, left) + (count - left) * impurity(events - leftEvents, count - left)) /
      count;
    const gain = impurity(events, count) - after;
    if (gain > (best?.gain ?? 0) + 1e-12) best = { gain, blocks: at + 1 };
  }
  return best;
};

const blocksBy = <Key>(
  customers: readonly number[],
  keyOf: (place: number) => Key,
  outcomes: readonly boolean[],
): Map<Key, Block> => {
  const groups = new Map<Key, number[]>();
  for (const place of customers) {
    const list = groups.get(keyOf(place));
    if (list === undefined) groups.set(keyOf(place), [place]);
    else list.push(place);
  }
  const counted = ([key, list]: [Key, number[]]): [Key, Block] => [
    key,
    { customers: list, events: list.filter((place) => outcomes[place]).length },
  ];
  return new Map([...groups].map(counted));
};

const sidesOf = (
  blocks: readonly Block[],
  cut: Cut,
  left: TreeCondition,
  right: TreeCondition,
): TreeSplit => {
  const customersOf = (part: readonly Block[]): number[] => part.flatMap((block) => block.customers);
  return {
    gain: cut.gain,
    sides: [
      { condition: left, customers: customersOf(blocks.slice(0, cut.blocks)) },
      { condition: right, customers: customersOf(blocks.slice(cut.blocks)) },
    ],
  };
};

const splitAmount = (
  feature: TreeFeature & { kind: 'amount' },
  customers: readonly number[],
  outcomes: readonly boolean[],
  minimum: number,
): TreeSplit | null => {
  const groups = blocksBy(customers, (place) => feature.values[place] ?? null, outcomes);
  const known = [...groups]
    .flatMap(([value, block]) => (value === null ? [] : [{ value, block }]))
    .toSorted((one, other) => one.value - other.value);
  const unknown = groups.get(null);
  const blocks = [...known.map(({ block }) => block), ...(unknown === undefined ? [] : [unknown])];
  const cut = bestCut(blocks, known.length, minimum);
  const below = known[(cut?.blocks ?? 0) - 1]?.value;
  if (cut === null || below === undefined) return null;
  const above = known[cut.blocks]?.value ?? below;
  const value = (below + above) / 2;
  const { name } = feature;
  return sidesOf(
    blocks,
    cut,
    { feature: name, kind: 'at-most', value },
    { feature: name, kind: 'above', value, orUnknown: unknown !== undefined },
  );
};

const splitCategory = (
  feature: TreeFeature & { kind: 'category' },
  customers: readonly number[],
  outcomes: readonly boolean[],
  minimum: number,
): TreeSplit | null => {
  const byName = (one: string | null, other: string | null): number => ((one ?? '') < (other ?? '') ? -1 : 1);
  const rising = [...blocksBy(customers, (place) => feature.values[place] ?? null, outcomes)]
    .map(([category, block]) => ({ category, block, rate: block.events / block.customers.length }))
    .toSorted((one, other) => one.rate - other.rate || byName(one.category, other.category));
  const blocks = rising.map(({ block }) => block);
  const cut = bestCut(blocks, blocks.length - 1, minimum);
  if (cut === null) return null;
  const categories = rising.map(({ category }) => category);
  const condition = (part: (string | null)[]): TreeCondition => ({
    feature: feature.name,
    kind: 'among',
    categories: part.toSorted(byName),
  });
  return sidesOf(
    blocks,
    cut,
    condition(categories.slice(0, cut.blocks)),
    condition(categories.slice(cut.blocks)),
  );
};

/**
 * The best split of the customers in two by one feature (Breiman et al. 1984): amounts half-way between neighbouring
 * values, categories in the order of their rates. Both sides keep at least `minimum` customers; of equal splits the
 * first feature's counts. Null when none lowers the impurity.
 */
export const bestSplit = (
  features: readonly TreeFeature[],
  customers: readonly number[],
  outcomes: readonly boolean[],
  minimum: number,
): TreeSplit | null => {
  let best: TreeSplit | null = null;
  for (const feature of features) {
    const split =
      feature.kind === 'amount'
        ? splitAmount(feature, customers, outcomes, minimum)
        : splitCategory(feature, customers, outcomes, minimum);
    if (split !== null && split.gain > (best?.gain ?? 0) + 1e-12) best = split;
  }
  return best;
};
