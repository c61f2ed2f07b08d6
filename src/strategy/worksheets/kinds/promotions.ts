import { defineWorksheet } from '../worksheet.ts';

/** What a promotion says of its price; money. `items`: how many are had for the headline price. */
interface Promise {
  readonly headline: number | null;
  readonly surcharges: number | null;
  readonly items: number | null;
  readonly usual: number | null;
}

const each = (amount: number, items: number | null): number =>
  amount / (items === null || items <= 0 ? 1 : items);

/** What one item costs in the end: (headline + surcharges) ÷ items; null without a headline price. No surcharges: none. */
export const effectivePrice = ({ headline, surcharges, items }: Promise): number | null =>
  headline === null ? null : each(headline + (surcharges ?? 0), items);

const saving = (price: number | null, usual: number | null): number | null =>
  price === null || usual === null || usual <= 0 ? null : 1 - price / usual;

/** The saving that the headline promises on the usual price of one item, at most 1; null without both. */
export const promisedSaving = ({ headline, items, usual }: Promise): number | null =>
  headline === null ? null : saving(each(headline, items), usual);

/** The saving that is left once surcharges are paid; negative when the promotion costs more than usual. */
export const realSaving = (promise: Promise): number | null => saving(effectivePrice(promise), promise.usual);

/** Promised saving less real saving, as a share of the usual price: by how much the claim is not kept. */
export const claimGap = (promise: Promise): number | null => {
  const [promised, real] = [promisedSaving(promise), realSaving(promise)];
  return promised === null || real === null ? null : promised - real;
};

const percent = (share: number | null): string => `${Math.round(100 * (share ?? 0))}%`;
/** Less than half a percentage point is rounding. */
const rounding = 0.005;

/** What promotions promise on the price, and what is left of it once everything is paid. */
export const promotions = defineWorksheet({
  id: 'promotions',
  title: 'Promotions',
  answers: 'What a promotion promises on the price, and what is left of it once surcharges are paid.',
  concepts: ['B4', 'A17'],
  item: 'promotion',
  fields: {
    name: { kind: 'text', label: 'Promotion', placeholder: 'Four for the price of three' },
    usual: { kind: 'amount', label: 'Usual price of one', unit: 'money', min: 0 },
    items: {
      kind: 'amount',
      label: 'Items for it',
      hint: 'How many they have for the headline price; none: one',
      unit: 'count',
      min: 1,
    },
    headline: {
      kind: 'amount',
      label: 'Headline price',
      hint: 'What is advertised for all of it',
      unit: 'money',
      min: 0,
    },
    surcharges: {
      kind: 'amount',
      label: 'Surcharges',
      hint: 'What comes on top before it is theirs: delivery, fees, baggage, fitting',
      unit: 'money',
      min: 0,
    },
    segment: { kind: 'segment', label: 'To whom' },
    start: { kind: 'day', label: 'From' },
    end: { kind: 'day', label: 'Until' },
    small: { kind: 'text', label: 'Small print', isLong: true },
  },
  name: 'name',
  columns: ['usual', 'items', 'headline', 'surcharges'],
  derived: [
    {
      key: 'effective',
      label: 'They pay for one',
      unit: 'money',
      formula: '(Headline price + surcharges) ÷ items.',
      of: effectivePrice,
    },
    {
      key: 'saving',
      label: 'Real saving',
      unit: 'share',
      formula: '1 − what they pay for one ÷ usual price of one. Negative: dearer than usual.',
      of: realSaving,
    },
    {
      key: 'gap',
      label: 'Claim gap',
      unit: 'share',
      formula: 'Saving that the headline promises less the real one, of the usual price.',
      of: claimGap,
    },
  ],
  rankBy: 'gap',
  finding: (rows) => {
    const known = rows
      .map(({ values }) => ({ values, gap: claimGap(values) }))
      .filter((one): one is { values: (typeof one)['values']; gap: number } => one.gap !== null)
      .sort((first, second) => second.gap - first.gap);
    const [worst] = known;
    if (!worst)
      return rows.length === 0
        ? ''
        : 'Say the usual and the headline price to see what is left of the claim.';
    if (worst.gap < rounding)
      return known.length === 1
        ? 'The promotion keeps what its headline promises.'
        : `All ${known.length} promotions keep what their headlines promise.`;
    const name = worst.values.name.trim() || 'One without a name';
    return `“${name}” promises ${percent(promisedSaving(worst.values))} off and gives ${percent(realSaving(worst.values))}; ${known.filter(({ gap }) => gap >= rounding).length} of ${known.length} keep less than they promise.`;
  },
  source:
    'Incentives and surcharges that undo the promise: customer-care practice. Effective price and claim gap: house rules.',
});
