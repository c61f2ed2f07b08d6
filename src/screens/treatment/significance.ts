import type { Predicate } from '../../core/predicate.ts';
import { everyone } from '../../core/predicate.ts';
import { priceCellNames } from '../../analyses/portfolio/cells.ts';
import { listMark } from '../../analyses/portfolio/marks.ts';
import type { PortfolioParams } from '../../analyses/portfolio/params.ts';
import type { Portfolio } from '../../analyses/portfolio/result.ts';
import { segmentTags } from '../../strategy/records/segment.ts';
import type { Segment, SegmentTag } from '../../strategy/records/segment.ts';

/** Why customers are significant: two reasons that the figures give, three that people give. */
export const reasons = ['high-value', 'high-volume', ...segmentTags] as const;

/** One of {@link reasons}. */
export type Reason = (typeof reasons)[number];

/** Whether people give a reason, not the figures. */
export const isTag = (reason: Reason): reason is SegmentTag => segmentTags.some((tag) => tag === reason);

/** Reasons in words. */
export const reasonWords: Readonly<Record<Reason, { readonly title: string; readonly meaning: string }>> = {
  'high-value': {
    title: 'High future value',
    meaning: 'From the figures: the tenth with the highest lifetime values.',
  },
  'high-volume': { title: 'High volume', meaning: 'From the figures: the tenth with the most revenue.' },
  benchmark: { title: 'Benchmark', meaning: 'Others copy what they buy.' },
  inspiration: {
    title: 'Inspiration',
    meaning: 'They make you better: new uses, new products, lower costs.',
  },
  'door opener': { title: 'Door opener', meaning: 'They give access to a market that is closed otherwise.' },
};

/** The segments that carry a tag. */
export const taggedSegments = (segments: readonly Segment[], tag: SegmentTag): readonly Segment[] =>
  segments.filter(({ tags }) => tags?.includes(tag));

/** Who is significant for a reason: by the portfolio's figures, or in a segment with the tag; undefined where nobody is tagged. */
export const significantRule = (
  reason: Reason,
  portfolio: Portfolio,
  params: PortfolioParams,
  segments: readonly Segment[],
): Predicate | undefined => {
  if (!isTag(reason)) return listMark(portfolio, params, reason).predicate;
  const [first, ...others] = taggedSegments(segments, reason).map(({ predicate }) => predicate);
  if (first === undefined || others.length === 0) return first;
  return { kind: 'any', of: [first, ...others] };
};

/** The rule of a reason within the focus. */
export const withinFocus = (rule: Predicate, focus: Predicate = everyone): Predicate => ({
  kind: 'all',
  of: [focus, rule],
});

/** The portfolio's parameters with its cuts as they are for everyone in focus, so that a part of them is not cut anew. */
export const withCutsOf = ({ cuts }: Portfolio, params: PortfolioParams): PortfolioParams => ({
  ...params,
  clvCut: cuts.clv,
  serveCut: cuts.serve,
  priceCut: cuts.price,
});

/** Significant customers in figures; null while they are being counted. */
export interface SignificantRow {
  readonly reason: Reason;
  readonly customers: number | null;
  readonly clv: number | null;
  readonly profit: number | null;
  /** Of them regular and profitable. */
  readonly key: number | null;
  /** Of them on the divest list. */
  readonly candidates: number | null;
  /** Of them in each of Shapiro's four, by its name. */
  readonly prices: Readonly<Record<string, number>> | null;
}

/** The row of a reason from the portfolio of its customers; without anybody tagged all is 0. */
export const significantRow = (
  reason: Reason,
  found: Portfolio | undefined,
  isAnybody: boolean,
): SignificantRow => {
  if (!isAnybody)
    return { reason, customers: 0, clv: null, profit: null, key: null, candidates: null, prices: null };
  if (!found)
    return { reason, customers: null, clv: null, profit: null, key: null, candidates: null, prices: null };
  return {
    reason,
    customers: found.all.customers,
    clv: found.all.clv,
    profit: found.all.profit,
    key: found.key.customers,
    candidates: found.candidates.customers,
    prices: Object.fromEntries(
      priceCellNames.map((name, place) => [name, found.priceCells[place]?.customers ?? 0]),
    ),
  };
};

/** The fewest people that any figure of a row is about, for the suppression of small groups; 0 for nobody. */
export const fewestIn = ({ customers, key, candidates, prices }: SignificantRow): number =>
  [customers, key, candidates, ...Object.values(prices ?? {})]
    .filter((count) => count !== null && count > 0)
    .reduce<number>((fewest, count) => (fewest === 0 ? (count ?? 0) : Math.min(fewest, count ?? fewest)), 0);

/** What stands out, as a sentence: who is tagged and on the divest list all the same. */
export const significanceFinding = (
  rows: readonly SignificantRow[],
  written: (count: number) => string,
): string => {
  const tagged = rows.filter(({ reason, customers }) => isTag(reason) && (customers ?? 0) > 0);
  if (tagged.length === 0) return 'Significant customers: nobody is tagged yet';
  const clash = tagged.find(({ candidates }) => (candidates ?? 0) > 0);
  if (clash) {
    const { title } = reasonWords[clash.reason];
    return `${written(clash.candidates ?? 0)} tagged “${title}” are on the divest list: their figures miss what they do for you`;
  }
  return `Significant customers: nobody who is tagged is on the divest list`;
};

/** Identifiers that were typed or pasted, between commas, semicolons or lines; each once. */
export const readIdentifiers = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;\n\t]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];
