import type { Formats } from '../../core/format/formats.ts';
import type { ClaimCourt, ClaimId, TriedClaim } from './result.ts';

/** The published claims, in our words. */
export const claimWords: Readonly<Record<ClaimId, string>> = {
  keeping: 'Keeping customers is cheaper than winning new ones',
  'loyal-spend': 'Loyal customers spend more',
  'retention-value': 'Five points more retention add 20% to 125% to net present value',
  satisfaction: 'Satisfaction leads to repurchase',
  repurchase: 'Repurchase leads to performance',
  'few-bring': 'A few customers bring most of the profit',
  'some-destroy': 'Some customers destroy profit',
};

/** What the effect of a claim is called where it stands by itself. */
export const effectLabels: Readonly<Record<ClaimId, string>> = {
  keeping: 'Cost of winning a customer ÷ cost of keeping one for a year',
  'loyal-spend': 'Spend of the same customers, later years less first',
  'retention-value': 'Value added by five points more retention',
  satisfaction: 'Bought again after a survey, satisfied less others, in points',
  repurchase: 'Year after, those who bought again less others',
  'few-bring': 'Share of profit from the best fifth of customers',
  'some-destroy': 'Share of customers at a loss',
};

/** A verdict in a word. */
export const verdictWords: Readonly<Record<TriedClaim['verdict'], string>> = {
  supported: 'Supported',
  refuted: 'Refuted',
  undecidable: 'Undecidable',
};

type Sentence = (claim: TriedClaim & { readonly value: number }, formats: Formats) => string;

const sentences: Readonly<Record<ClaimId, Sentence>> = {
  keeping: ({ value, first, second }, formats) =>
    `Winning a customer costs ${formats.value(first, 'money')}, keeping one for a year ${formats.value(second, 'money')}: ${formats.value(value, 'ratio')} times as much`,
  'loyal-spend': ({ value, first, second, basis }, formats) =>
    `The same customers spend ${formats.value(Math.abs(value), 'money')} ${value < 0 ? 'less' : 'more'} a ${basis} later on: ${formats.value(second, 'money')} after ${formats.value(first, 'money')} in their first year`,
  'retention-value': ({ value, first }, formats) =>
    `From ${formats.value(first, 'share')}, five points more retention add ${formats.value(value, 'share')} to the value of a customer`,
  satisfaction: ({ value, first, second }, formats) =>
    `${formats.value(second, 'share')} of the satisfied bought again, ${formats.value(first, 'share')} of the others: ${formats.value(Math.abs(value), 'points')} points ${value < 0 ? 'fewer' : 'more'}`,
  repurchase: ({ value, first, second, basis }, formats) =>
    `Those who soon bought again brought ${formats.value(Math.abs(value), 'money')} ${value < 0 ? 'less' : 'more'} ${basis} in the year after: ${formats.value(second, 'money')} against ${formats.value(first, 'money')}`,
  'few-bring': ({ value }, formats) =>
    `The best fifth of customers brings ${formats.value(value, 'share')} of the profit`,
  'some-destroy': ({ value, first, second }, formats) =>
    `${formats.value(value, 'share')} of customers bring a loss: ${formats.value(first, 'count')} of ${formats.value(second, 'count')}`,
};

/** What the data show on a claim, in a sentence. */
export const claimFinding = (claim: TriedClaim, formats: Formats): string =>
  claim.value === null
    ? 'Your data can’t tell yet'
    : sentences[claim.id]({ ...claim, value: claim.value }, formats);

/** The finding above the docket: how many claims stand. */
export const docketFinding = ({ claims, supported, refuted, undecidable }: ClaimCourt): string => {
  const rest = [
    ...(refuted > 0 ? [`refute ${refuted}`] : []),
    ...(undecidable > 0 ? [`can’t decide ${undecidable}`] : []),
  ];
  const stand = `Your data support ${supported === claims.length ? `all ${supported}` : supported === 0 ? 'none' : `${supported}`}${supported === claims.length ? '' : ` of ${claims.length}`} published claims`;
  return rest.length === 0 ? stand : `${stand}, ${rest.join(' and ')}`;
};
