import fc from 'fast-check';
import type { Evidence } from '../../../src/strategy/records/evidence.ts';

/** A pinned number. */
export const evidenceOf = (id: string, change: Partial<Evidence> = {}): Evidence => ({
  id,
  analysisId: 'overview',
  params: {},
  segmentId: null,
  segmentName: 'All customers',
  predicate: null,
  headlineKey: 'repeatRate',
  label: 'Repeat rate',
  unit: 'share',
  value: 0.31,
  asOf: '2011-12-10',
  fingerprint: 'f1',
  claim: null,
  ...change,
});

/** Ids `prefix1` to `prefix4`. */
export const few = (prefix: string): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: 4 }).map((at) => `${prefix}${at}`);

/** Words, harmless and harmful. */
export const arbitraryText = fc.oneof(
  fc.string(),
  fc.constantFrom('<script>alert(1)</script>', '=1+1', '__proto__', ''),
);
