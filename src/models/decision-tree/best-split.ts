import type { TreeCondition, TreeFeature, TreeSplit } from './tree-feature.ts';

/** Customers who can't be told apart by the feature, counted together. */
interface Block<Key> {
  readonly key: Key;
  customers: number;
  events: number;
}

interface Cut {
  readonly gain: number;
  /** How many blocks lie left of the cut. */
  readonly blocks: number;
}

const impurity = (events: number, customers: number): number =>
  customers === 0 ? 0 : 2 * (events / customers) * (1 - events / customers);

/** The cut between neighbouring blocks that lowers the impurity most; the first of equals. Null when none keeps the minimum. */
const bestCut = (blocks: readonly Block<unknown>[], cuttable: number, minimum: number): Cut | null => {
  const count = blocks.reduce((sum, block) => sum + block.customers, 0);
  const events = blocks.reduce((sum, block) => sum + block.events, 0);
  let best: Cut | null = null;
  let left = 0;
  let leftEvents = 0;
  for (const [at, block] of blocks.slice(0, cuttable).entries()) {
    left += block.customers;
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
  keys: readonly Key[],
  outcomes: readonly boolean[],
): Map<Key | null, Block<Key | null>> => {
  const blocks = new Map<Key | null, Block<Key | null>>();
  for (const place of customers) {
    const key = keys[place] ?? null;
    const events = outcomes[place] ? 1 : 0;
    const block = blocks.get(key);
    if (block === undefined) {
      blocks.set(key, { key, customers: 1, events });
    } else {
      block.customers += 1;
      block.events += events;
    }
  }
  return blocks;
};

/** The two sides of a cut; `isLeft` tells for a customer. */
const splitOf = (
  customers: readonly number[],
  gain: number,
  isLeft: (place: number) => boolean,
  left: TreeCondition,
  right: TreeCondition,
): TreeSplit => ({
  gain,
  sides: [
    { condition: left, customers: customers.filter(isLeft) },
    { condition: right, customers: customers.filter((place) => !isLeft(place)) },
  ],
});

const splitAmount = (
  { name, values }: TreeFeature & { kind: 'amount' },
  customers: readonly number[],
  outcomes: readonly boolean[],
  minimum: number,
): TreeSplit | null => {
  const blocks = blocksBy(customers, values, outcomes);
  const unknown = blocks.get(null);
  const known = [...blocks.values()]
    .flatMap((block) => (block.key === null ? [] : [{ ...block, key: block.key }]))
    .sort((one, other) => one.key - other.key);
  const cut = bestCut(unknown === undefined ? known : [...known, unknown], known.length, minimum);
  const below = known[(cut?.blocks ?? 0) - 1]?.key;
  if (cut === null || below === undefined) return null;
  const value = (below + (known[cut.blocks]?.key ?? below)) / 2;
  return splitOf(
    customers,
    cut.gain,
    (place) => (values[place] ?? Infinity) <= below,
    { feature: name, kind: 'at-most', value },
    { feature: name, kind: 'above', value, orUnknown: unknown !== undefined },
  );
};

const splitCategory = (
  { name, values }: TreeFeature & { kind: 'category' },
  customers: readonly number[],
  outcomes: readonly boolean[],
  minimum: number,
): TreeSplit | null => {
  const byName = (one: string | null, other: string | null): number => ((one ?? '') < (other ?? '') ? -1 : 1);
  const rising = [...blocksBy(customers, values, outcomes).values()].sort(
    (one, other) => one.events / one.customers - other.events / other.customers || byName(one.key, other.key),
  );
  const cut = bestCut(rising, rising.length - 1, minimum);
  if (cut === null) return null;
  const categories = rising.map(({ key }) => key);
  const left = new Set(categories.slice(0, cut.blocks));
  const among = (part: readonly (string | null)[]): TreeCondition => ({
    feature: name,
    kind: 'among',
    categories: part.toSorted(byName),
  });
  return splitOf(
    customers,
    cut.gain,
    (place) => left.has(values[place] ?? null),
    among([...left]),
    among(categories.slice(cut.blocks)),
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
