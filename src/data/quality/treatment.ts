import * as v from 'valibot';
import { isDay } from '../../core/day.ts';

const id = v.pipe(v.string(), v.minLength(1));
const day = v.pipe(v.string(), v.check(isDay, 'Expected a calendar day (YYYY-MM-DD)'));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));

/**
 * Something that is done to the loaded data on top of what the files say; the tables as loaded stay. Plain JSON. Merges
 * hold ids of customers: treatments are stored with the data and never in the workbook, a link or an exported view.
 */
export const treatmentSchema = v.variant('kind', [
  /** Orders and customers that someone made to try the shop out. */
  v.object({ kind: v.literal('exclude-test-orders') }),
  /** Postage, fees, manual corrections: lines that sell no product. The value of their orders is reduced. */
  v.object({ kind: v.literal('exclude-non-product-lines') }),
  /** Orders that neither sold nor credited anything. */
  v.object({ kind: v.literal('exclude-zero-value-orders') }),
  /** Later copies of an order: same customer, moment, amounts and products under another number. */
  v.object({ kind: v.literal('drop-duplicate-orders') }),
  /** Orders before 1990 or after a day on which they can't have been placed yet. */
  v.object({ kind: v.literal('set-impossible-dates-aside'), after: day }),
  /** Unusually large orders and credit notes: brought down to the bound, or left out. `deviations`: see `orderBoundSql`. */
  v.object({
    kind: v.literal('limit-outliers'),
    how: v.picklist(['cap', 'exclude']),
    deviations: positive,
  }),
  /** Orders without a customer: who left a name becomes one. */
  v.object({ kind: v.literal('identify-guests') }),
  /** Customers who stand for nobody (“0”, “guest”, “walk-in”): their orders become anonymous. */
  v.object({ kind: v.literal('dissolve-stand-ins') }),
  /** Orders and their lines in other currencies; `rates` says what one unit of each is in `into`. */
  v.object({
    kind: v.literal('convert-currencies'),
    into: id,
    rates: v.record(v.string(), positive),
  }),
  /** Customers who are one: everything of `from` goes to `into`. */
  v.object({ kind: v.literal('merge-customers'), from: v.pipe(v.array(id), v.minLength(1)), into: id }),
  /** Two customers who look alike and are not the same: not asked about again. Changes no data. */
  v.object({ kind: v.literal('keep-apart'), customers: v.tuple([id, id]) }),
]);

/** {@link treatmentSchema}'s type. */
export type Treatment = v.InferOutput<typeof treatmentSchema>;

/** A name that is the same for treatments that take each other's place in a list; merges and pairs stand for themselves. */
export const treatmentKey = (treatment: Treatment): string => {
  if (treatment.kind === 'merge-customers') return `merge ${treatment.into} ${treatment.from.join(' ')}`;
  if (treatment.kind === 'keep-apart') return `apart ${[...treatment.customers].sort().join(' ')}`;
  return treatment.kind;
};

/** The list with one more treatment, which takes the place of one of its kind. */
export const withTreatment = (list: readonly Treatment[], treatment: Treatment): readonly Treatment[] => [
  ...list.filter((one) => treatmentKey(one) !== treatmentKey(treatment)),
  treatment,
];

/** The treatments in stored JSON of any origin; what isn't one is left out. */
export const parseTreatments = (json: unknown): readonly Treatment[] =>
  Array.isArray(json)
    ? json.flatMap((one) => {
        const parsed = v.safeParse(treatmentSchema, one);
        return parsed.success ? [parsed.output] : [];
      })
    : [];
