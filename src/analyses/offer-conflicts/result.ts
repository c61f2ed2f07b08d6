import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

/** The reasons against an offer now, in the order in which they are shown. */
export const conflictKeys = [
  'openComplaint',
  'openTicket',
  'promiseBroken',
  'contactedOften',
  'boughtRecently',
  'divest',
] as const;

/** One of {@link conflictKeys}. */
export type ConflictKey = (typeof conflictKeys)[number];

const conflict = v.object({
  key: described(v.picklist(conflictKeys), 'Which reason'),
  customers: numberOrUnknown('Customers whom it is true of; null where the data can’t tell'),
  share: numberOrUnknown('Of the customers of the segment, 0–1'),
});

/** What speaks against an offer to a segment now. */
export const offerConflictsResult = v.object({
  customers: described(v.number(), 'Customers of the segment'),
  reachable: numberOrUnknown(
    'Of these, customers who agreed to be contacted; null where no consent is known',
  ),
  refused: numberOrUnknown('Customers who refused'),
  unasked: numberOrUnknown('Customers of whom it isn’t known'),
  conflicts: v.pipe(v.array(conflict), v.description('Each reason against an offer, in a fixed order')),
  any: described(v.number(), 'Customers with one or more of the reasons that are known'),
  anyShare: numberOrUnknown('Of the customers of the segment, 0–1; null in an empty segment'),
  free: described(v.number(), 'Customers with none of them who haven’t refused'),
  missing: v.pipe(
    v.array(
      v.object({
        what: described(v.string(), 'What can’t be told: reachable, or a reason'),
        needs: described(v.string(), 'Tables and columns that would tell it, in words'),
      }),
    ),
    v.description('What the data can’t tell'),
  ),
});

/** {@link offerConflictsResult}'s type. */
export type OfferConflicts = v.InferOutput<typeof offerConflictsResult>;
