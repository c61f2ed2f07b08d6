import { fisherExact } from '../../models/association/fisher-exact.ts';
import { liftInterval } from '../../models/association/lift-interval.ts';
import type { PairCounts } from '../../models/association/pair-counts.ts';
import { pairMeasures } from '../../models/association/pair-measures.ts';
import { stratifiedLift } from '../../models/association/within-strata.ts';
import { benjaminiHochberg } from '../../models/statistics/benjamini-hochberg.ts';
import type { PairCodes, PairContexts } from './contexts.ts';
import type { Item } from './items.ts';
import type { CrossSellParams } from './params.ts';
import type { CrossSellPair } from './result.ts';

/** Everything that pairs are judged by. */
export interface PairSource {
  readonly items: ReadonlyMap<number, Item>;
  /** Customers by RFM segment. */
  readonly people: PairContexts;
  /** Baskets by day of the week. */
  readonly baskets: PairContexts;
  /** Days that the counts cover. */
  readonly days: number;
  readonly params: CrossSellParams;
}

const clustersOf = ({ people }: PairSource, codes: PairCodes, value: number): CrossSellPair['clusters'] => {
  const parts = people.contexts
    .map(({ context, countsOf }) => {
      const { withA, together } = countsOf(codes);
      return { segment: context === null ? null : String(context), customers: withA - together };
    })
    .filter(({ customers }) => customers > 0)
    .toSorted((one, other) => other.customers - one.customers);
  const lacking = parts.reduce((sum, { customers }) => sum + customers, 0);
  return parts.map((part) => ({ ...part, value: (value * part.customers) / lacking }));
};

const worthOf = ({ items, days, params }: PairSource, code: number): number => {
  const item = items.get(code);
  const holders = (params.level === 'customer' ? item?.customers : item?.baskets) ?? 0;
  return holders > 0 ? ((item?.gain ?? 0) / holders) * (365 / days) : 0;
};

/** One direction of a pair in all its measures; q is still to be worked out. Null where nothing can be said. */
const pairOf = (
  source: PairSource,
  counts: PairCounts,
  codes: PairCodes,
  p: number,
): CrossSellPair | null => {
  const lift = liftInterval(counts);
  const { jaccard: _, phi: __, chiSquared: ___, ...measures } = pairMeasures(counts);
  const { support, confidence, confidenceLow, leverage, cosine, kulczynski, imbalance } = measures;
  if (lift === null || support === null || confidence === null || confidenceLow === null) return null;
  const isOfCustomers = source.params.level === 'customer';
  const [first, second] = codes.map((code) => source.items.get(code)?.name ?? '') as [string, string];
  const people = source.people.all(codes);
  const worth = worthOf(source, codes[1]);
  const value = (counts.withA - counts.together) * confidenceLow * worth;
  return {
    ...measures,
    key: `${first} → ${second}`,
    first,
    second,
    withFirst: counts.withA,
    withSecond: counts.withB,
    together: counts.together,
    support,
    confidence,
    confidenceLow,
    lift: lift.value,
    liftLow: lift.low,
    liftHigh: lift.high,
    liftWithin: isOfCustomers
      ? stratifiedLift(source.people.contexts.map(({ countsOf }) => countsOf(codes)))
      : null,
    leverage: leverage ?? 0,
    cosine: cosine ?? 0,
    kulczynski: kulczynski ?? 0,
    imbalance: imbalance ?? 0,
    p,
    q: p,
    lacking: people.withA - people.together,
    worth,
    value,
    clusters: [],
  };
};

const passes = (
  { confidence, lift, liftLow, liftWithin }: CrossSellPair,
  { minimumConfidence, minimumLift }: CrossSellParams,
): boolean =>
  confidence >= minimumConfidence &&
  lift >= minimumLift &&
  (minimumLift < 1 || (liftLow > 1 && (liftWithin ?? lift) >= minimumLift));

/** How often a pair must be together to be judged: F14, max(10, 0.1 % of all) unless changed. */
export const fewestTogether = (total: number, params: CrossSellParams): number =>
  Math.max(params.minimumTogether, params.minimumShare * total);

/** The pairs that pass every limit, worth most first, and how many were tried. */
export const judgePairs = (
  source: PairSource,
): { readonly tried: number; readonly passing: readonly CrossSellPair[] } => {
  const { params, people, baskets } = source;
  const counted = params.level === 'customer' ? people : baskets;
  const fewest = fewestTogether(counted.all([0, 0]).total, params);
  const frequent = counted.pairs.filter((codes) => counted.all(codes).together >= fewest);
  const chances = frequent.map((codes) => fisherExact(counted.all(codes)));
  const adjusted = benjaminiHochberg(chances);
  const passing = frequent.flatMap((codes, at) =>
    [codes, [codes[1], codes[0]] as const].flatMap((direction) => {
      const pair = pairOf(source, counted.all(direction), direction, chances[at] ?? 1);
      return pair && passes(pair, params)
        ? [{ ...pair, q: adjusted[at] ?? 1, clusters: clustersOf(source, direction, pair.value) }]
        : [];
    }),
  );
  return {
    tried: frequent.length,
    passing: passing.toSorted((one, other) => other.value - one.value || (one.key < other.key ? -1 : 1)),
  };
};
