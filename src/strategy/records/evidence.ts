import * as v from 'valibot';
import { predicateSchema } from '../../core/predicate.ts';

/** What a claim says of the pinned number. */
export const claimSchema = v.object({
  operator: v.picklist(['at-least', 'at-most', 'more-than', 'less-than', 'between']),
  value: v.number(),
  /** Upper end of `between`. */
  upTo: v.optional(v.number()),
});

/** A number pinned to an opinion: which analysis gave it, on what, when, and what is claimed of it. Holds no customer rows. */
export const evidenceSchema = v.object({
  id: v.string(),
  analysisId: v.string(),
  params: v.record(v.string(), v.unknown()),
  /** The segment's rule at the time, and its name; null for everyone. */
  segmentId: v.nullable(v.string()),
  segmentName: v.string(),
  predicate: v.nullable(predicateSchema),
  /** Rule of the segment that it was compared with; absent when that was everyone else. */
  comparison: v.optional(predicateSchema),
  /** The rule was left out of a shared link because it names customers: the number can be read but not looked up again. */
  ruleWithheld: v.optional(v.boolean()),
  headlineKey: v.string(),
  label: v.string(),
  unit: v.picklist(['money', 'count', 'share', 'days', 'ratio', 'points']),
  /** The number when it was pinned; null when it couldn't be told. */
  value: v.nullable(v.number()),
  asOf: v.string(),
  fingerprint: v.string(),
  claim: v.nullable(claimSchema),
});

/** {@link claimSchema}'s type. */
export type Claim = v.InferOutput<typeof claimSchema>;
/** {@link evidenceSchema}'s type. */
export type Evidence = v.InferOutput<typeof evidenceSchema>;
