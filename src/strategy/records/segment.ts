import * as v from 'valibot';
import { predicateSchema } from '../../core/predicate.ts';

/** What people know of customers that no figure tells (Buttle 2009): others copy them, they make us better, they open a market. */
export const segmentTags = ['benchmark', 'inspiration', 'door opener'] as const;

/** One of {@link segmentTags}. */
export type SegmentTag = (typeof segmentTags)[number];

/** A named group of customers, defined by a rule; its members are always computed from the data of the day. */
export const segmentSchema = v.object({
  id: v.string(),
  name: v.string(),
  note: v.string(),
  predicate: predicateSchema,
  /** Why its customers are significant beyond their figures, as people judge it; absent without any. */
  tags: v.exactOptional(v.array(v.picklist(segmentTags))),
});

/** {@link segmentSchema}'s type. */
export type Segment = v.InferOutput<typeof segmentSchema>;
