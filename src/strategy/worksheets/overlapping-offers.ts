import type { Predicate } from '../../core/predicate.ts';
import type { Segment } from '../records/segment.ts';
import type { offers } from './kinds/offers.ts';
import type { RowIn } from './opportunity-drafts.ts';

type Offer = RowIn<typeof offers>;

/** Two offers that reach the same customers on the same days. */
export interface OfferOverlap {
  readonly key: string;
  readonly first: Offer;
  readonly second: Offer;
  /** `silence`: one of them is to say nothing; `exclusive`: one of them stands alone; `same`: both go to one segment. */
  readonly why: 'silence' | 'exclusive' | 'same';
  /** ISO days that they share, first and last; null: open. */
  readonly from: string | null;
  readonly until: string | null;
  /** Rule of the customers who get both; an empty `all` is everyone. */
  readonly shared: Predicate;
}

const isDated = ({ values }: Offer): boolean => values.start !== null || values.end !== null;

const daysShared = (
  first: Offer,
  second: Offer,
): { readonly from: string | null; readonly until: string | null } | undefined => {
  const starts = [first.values.start, second.values.start].flatMap((day) => day ?? []).sort();
  const ends = [first.values.end, second.values.end].flatMap((day) => day ?? []).sort();
  const [from, until] = [starts.at(-1) ?? null, ends[0] ?? null];
  return from !== null && until !== null && from > until ? undefined : { from, until };
};

const reasonOf = (first: Offer, second: Offer): OfferOverlap['why'] | undefined => {
  const silences = [first, second].filter(({ values }) => values.kind === 'silence').length;
  if (silences === 2) return undefined;
  if (silences === 1) return 'silence';
  if (first.values.isExclusive || second.values.isExclusive) return 'exclusive';
  return first.values.segment === second.values.segment ? 'same' : undefined;
};

const sharedRule = (first: Offer, second: Offer, segments: readonly Segment[]): Predicate => {
  const ids = [...new Set([first.values.segment, second.values.segment])];
  const rules = ids.flatMap((id) => segments.find((segment) => segment.id === id)?.predicate ?? []);
  const [only] = rules;
  return only && rules.length === 1 ? only : { kind: 'all', of: rules };
};

/**
 * Pairs of offers that collide: on shared days, two to one segment, or one that stands alone or says nothing beside another whose segment may
 * share customers with its own. Offers without any day are not compared; a missing end is open. Whether segments share customers is for
 * the engine to count (`shared`).
 */
export const overlappingOffers = (
  rows: readonly Offer[],
  segments: readonly Segment[],
): readonly OfferOverlap[] => {
  const dated = rows.filter(isDated);
  return dated.flatMap((first, at) =>
    dated.slice(at + 1).flatMap((second): readonly OfferOverlap[] => {
      const why = reasonOf(first, second);
      const days = daysShared(first, second);
      if (!why || !days) return [];
      const key = `${first.id}+${second.id}`;
      return [{ key, first, second, why, ...days, shared: sharedRule(first, second, segments) }];
    }),
  );
};
