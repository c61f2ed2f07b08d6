import { valueWords } from '../../core/describe-predicate.ts';
import type { Formats } from '../../core/format/formats.ts';
import type { Mark } from '../analysis.ts';
import type { SegmentProfile, Verdict } from './result.ts';

/** One value of one attribute, with the attribute's name. */
export type NamedValue = SegmentProfile['attributes'][number]['values'][number] & {
  readonly key: string;
  readonly field: string;
  readonly label: string;
};

/** The finding above the measures: size, and what the segment brings. */
export const sizeFinding = (value: SegmentProfile, focusName: string, formats: Formats): string => {
  const { customers, share, revenue, revenueShare } = value.focus;
  const count = `${formats.value(customers, 'count')} customers`;
  if (!value.comparison) return `${focusName}: ${count} brought ${formats.compact(revenue, 'money')}`;
  const brings =
    revenueShare === null
      ? formats.compact(revenue, 'money')
      : `${formats.value(revenueShare, 'share')} of revenue`;
  return `${focusName}: ${count} (${formats.value(share, 'share')}) bring ${brings}`;
};

/** A verdict in words, for the note of a row. */
export const verdictWords = (verdict: Verdict): string =>
  ({
    higher: 'higher, more than chance',
    lower: 'lower, more than chance',
    'no-clear-difference': 'no clear difference',
    unknown: '',
  })[verdict];

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** From this strength on an attribute parts the groups by itself: most likely the segment is defined by it. */
const defining = 0.995;

const isDefining = ({ strength }: SegmentProfile['attributes'][number]): boolean =>
  strength !== null && strength >= defining;

const definingAttributes = (value: SegmentProfile): string[] =>
  value.attributes.filter(isDefining).map(({ label }) => label);

/**
 * The values worth a bar, at most `limit`: those that differ by more than chance, strongest first; without a comparison
 * the commonest values. Attributes that part the groups completely are left out: the segment is defined by them.
 */
export const tellingValues = (value: SegmentProfile, limit: number): NamedValue[] => {
  const named = value.attributes
    .filter((attribute) => !isDefining(attribute))
    .flatMap(({ field, label, values }) =>
      values.map((one): NamedValue => ({
        ...one,
        field,
        key: JSON.stringify([field, one.value]),
        label: `${upperFirst(label)}: ${valueWords(field, one.value)}`,
      })),
    );
  const isTelling = ({ verdict }: NamedValue): boolean => verdict === 'higher' || verdict === 'lower';
  const shown = value.comparison
    ? named
        .filter(isTelling)
        .toSorted((left, right) => Math.abs(right.residual ?? 0) - Math.abs(left.residual ?? 0))
    : named.toSorted((left, right) => right.focusShare - left.focusShare);
  return shown.slice(0, limit);
};

/** The finding above the values: the strongest, in a sentence. */
export const tellingFinding = (
  values: readonly NamedValue[],
  value: SegmentProfile,
  formats: Formats,
): string => {
  const [first] = values;
  if (!first) {
    const beyond = definingAttributes(value);
    const start = beyond.length === 0 ? 'No attribute' : `Beyond ${beyond.join(' and ')}, no attribute`;
    return `${start} tells the two groups apart by more than chance`;
  }
  const share = formats.value(first.focusShare, 'share');
  return value.comparison
    ? `“${first.label}” holds for ${share} here against ${formats.value(first.comparisonShare, 'share')}`
    : `“${first.label}” holds for ${share} of customers`;
};

/** What to know of the bars: what can be picked, and which attributes were left out. */
export const tellingNote = (value: SegmentProfile, barCount: number): string => {
  const pick = barCount === 0 ? '' : 'Pick a bar to make a segment of everyone with that value. ';
  const left = definingAttributes(value);
  return left.length === 0
    ? pick.trim()
    : `${pick}Left out, because the groups share no value of it: ${left.join(', ')}.`;
};

/** What follows a bar: how many times as frequent as in the comparison. */
export const liftWords = (lift: number | null, formats: Formats): string =>
  lift === null || lift < 0.05 ? '' : `× ${formats.value(lift, 'ratio')}`;

/** The segment of everyone who has a value. */
export const valueMark = ({ field, value, label }: Pick<NamedValue, 'field' | 'value' | 'label'>): Mark => ({
  label,
  predicate: { kind: 'compare', field, operator: 'is', value },
});
