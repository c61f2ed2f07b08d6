import type { Mark } from '../analysis.ts';
import type { Predicate } from '../../core/predicate.ts';
import type { ReferenceCandidatesParams } from './params.ts';
import type { ReferenceCandidates, SignalKey } from './result.ts';
import { signalWords } from './words.ts';

const atLeast = (field: string, value: number): Predicate => ({
  kind: 'compare',
  field,
  operator: 'at-least',
  value,
});

const signOf = (
  key: SignalKey,
  { breadthFrom, breadthField }: ReferenceCandidates,
  { npsFrom }: ReferenceCandidatesParams,
): Predicate => {
  if (key === 'recommends') return atLeast('nps', npsFrom);
  return key === 'refers' ? atLeast('referrals_made', 1) : atLeast(breadthField, breadthFrom ?? 1);
};

/** Top customers with a sign (or any known one) as a rule; the thresholds are those of today. */
export const referenceMark = (
  value: ReferenceCandidates,
  params: ReferenceCandidatesParams,
  key?: SignalKey,
): Mark => {
  const signs = value.signals
    .filter((signal) => signal.isKnown && (key === undefined || signal.key === key))
    .map((signal) => signOf(signal.key, value, params));
  return {
    label:
      key === undefined ? 'Would vouch for us' : `Top customers: ${signalWords[key].label.toLowerCase()}`,
    predicate: {
      kind: 'all',
      of: [
        atLeast(params.patronage === 'spend' ? 'monetary' : 'frequency', value.topFrom ?? 0),
        { kind: 'any', of: signs },
      ],
    },
  };
};
