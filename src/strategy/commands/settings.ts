import type { Day } from '../../core/day.ts';
import type { VocabularyKey } from '../glossary/vocabularies.ts';
import type { Settings } from '../workbook.ts';
import type { Command } from './command.ts';
import { findById } from './find.ts';

const set = <Key extends keyof Settings>(label: string, key: Key, value: Settings[Key]): Command => ({
  label,
  apply: (draft) => {
    draft.settings[key] = value;
  },
});

const setSegment = (label: string, key: 'focusId' | 'comparisonId', id: string | null): Command => ({
  label,
  apply: (draft) => {
    if (id === null || findById(draft.segments, id)) draft.settings[key] = id;
  },
});

/** Sets the day on which every question is asked; null for the day after the last order. */
export const setAsOf = (asOf: Day | null): Command => set('Change as-of date', 'asOf', asOf);

/** Says the currency (ISO 4217) of data that don't say theirs; null leaves it open. */
export const setCurrency = (currency: string | null): Command => set('Change currency', 'currency', currency);

/** Sets whether refunds and returns are subtracted from revenue. */
export const setReturns = (returns: Settings['returns']): Command =>
  set('Change treatment of returns', 'returns', returns);

/** Keeps the rates by which amounts in other currencies are converted. */
export const setCurrencyRates = (rates: NonNullable<Settings['currencyRates']>): Command =>
  set('Enter currency rates', 'currencyRates', rates);

/** Speaks the words of a trade. */
export const setVocabulary = (vocabulary: VocabularyKey): Command =>
  set('Change vocabulary', 'vocabulary', vocabulary);

/** Puts a segment in focus on every page; null for everyone. */
export const setFocus = (segmentId: string | null): Command =>
  setSegment(segmentId === null ? 'Focus on everyone' : 'Focus on segment', 'focusId', segmentId);

/** Sets the segment that the focus is compared with; null for none. */
export const setComparison = (segmentId: string | null): Command =>
  setSegment(segmentId === null ? 'Stop comparing' : 'Compare with segment', 'comparisonId', segmentId);
