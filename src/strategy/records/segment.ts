import * as v from 'valibot';
import { predicateSchema } from '../../core/predicate.ts';

/** A named group of customers, defined by a rule; its members are always computed from the data of the day. */
export const segmentSchema = v.object({
  id: v.string(),
  name: v.string(),
  note: v.string(),
  predicate: predicateSchema,
});

/** {@link segmentSchema}'s type. */
export type Segment = v.InferOutput<typeof segmentSchema>;
