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

const scalarWords = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/**
 * The values worth a bar, at most `limit`: those that differ by more than chance, strongest first; without a comparison
 * the commonest value of each attribute.
 */
export const tellingValues = (value: SegmentProfile, limit: number): NamedValue[] => {
  const named = value.attributes.flatMap(({ field, label, values }) =>
    values.map((one): NamedValue => ({
      ...one,
      field,
      key: JSON.stringify([field, one.value]),
      label: `${label}: ${scalarWords(one.value)}`,
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
  hasComparison: boolean,
  formats: Formats,
): string => {
  const [first] = values;
  if (!first) return 'No attribute tells the two groups apart by more than chance';
  const share = formats.value(first.focusShare, 'share');
  const name = first.label.charAt(0).toUpperCase() + first.label.slice(1);
  return hasComparison
    ? `${name} holds for ${share} here against ${formats.value(first.comparisonShare, 'share')}`
    : `${name} holds for ${share} of customers`;
};

/** What follows a bar: how many times as frequent as in the comparison. */
export const liftWords = (lift: number | null, formats: Formats): string =>
  lift === null ? '' : `× ${formats.value(lift, 'ratio')}`;

/** The segment of everyone who has a value. */
export const valueMark = ({ field, value, label }: Pick<NamedValue, 'field' | 'value' | 'label'>): Mark => ({
  label: label.charAt(0).toUpperCase() + label.slice(1),
  predicate: { kind: 'compare', field, operator: 'is', value },
});
