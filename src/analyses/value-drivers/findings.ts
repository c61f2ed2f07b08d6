import type { Formats } from '../../core/format/formats.ts';
import { counted } from '../counted.ts';
import type { ValueDriversParams } from './params.ts';
import type { Driver, ValueDrivers } from './result.ts';

/** What the outcome does to a customer, as the rest of a sentence. */
export const outcomeWords = ({ outcome }: Pick<ValueDriversParams, 'outcome'>): string =>
  ({ 'top-fifth': 'become one of the best fifth', again: 'buy again', churned: 'fall silent' })[outcome];

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The size of an effect in words: "strong: odds × 2.1". */
export const strengthWords = ({ strength, oddsRatio }: Driver): string => {
  if (strength === 'unclear') return 'no clear effect';
  return `${strength}, ${oddsRatio > 1 ? 'likelier' : 'less likely'}`;
};

/** What the odds ratio of a driver is of: per spread and per round amount, or against the reference. */
export const scaleWords = (driver: Driver, formats: Formats): string => {
  const { kind, reference, unit, spread, step, perStep } = driver;
  if (kind === 'group' || unit === null)
    return `${counted(driver.customers, 'customer', 'customers')}, against: ${reference ?? ''}`;
  return `per ${formats.compact(spread, unit)} (one SD); × ${formats.value(perStep, 'ratio')} per ${formats.compact(step, unit)}`;
};

/** The finding above the forest plot: the strongest clear driver. */
export const driversFinding = (value: ValueDrivers, params: ValueDriversParams, formats: Formats): string => {
  const first = value.drivers.find(({ strength }) => strength !== 'unclear');
  if (!first) return 'Nothing that was known early tells customers clearly apart';
  const { kind, label, spread, unit, oddsRatio, reference } = first;
  const times =
    oddsRatio > 1
      ? `multiplies the odds to ${outcomeWords(params)} by ${formats.value(oddsRatio, 'ratio')}`
      : `divides the odds to ${outcomeWords(params)} by ${formats.value(1 / oddsRatio, 'ratio')}`;
  return kind === 'number' && unit !== null
    ? `${formats.compact(spread, unit)} more in ${lower(label)} ${times}`
    : `“${label}” ${times}, against ${reference ?? 'the others'}`;
};

/** Groups that came out alike, in sentences; empty without any. */
export const settledWords = (
  { settled }: Pick<ValueDrivers, 'settled'>,
  params: Pick<ValueDriversParams, 'outcome'>,
): string =>
  settled
    .map(
      ({ label, customers, events }) =>
        `${events === 0 ? 'None' : 'All'} of the ${counted(customers, 'customer', 'customers')} in “${label}” ${outcomeWords(params)}.`,
    )
    .join(' ');

/** What an AUC means. */
export const aucWords = ({ auc, aucLow }: ValueDrivers, formats: Formats): string => {
  if (auc === null) return 'Too few customers were held out to judge the model';
  if (aucLow !== null && aucLow <= 0.5)
    return 'On customers it had not seen, the model did no better than chance can';
  const quality = auc >= 0.8 ? 'well' : auc >= 0.7 ? 'fairly well' : auc >= 0.6 ? 'somewhat' : 'barely';
  return `The model tells customers it had not seen ${quality} apart: of two, it picks the right one in ${formats.value(auc, 'share')} of cases`;
};

/** The finding above the rules. */
export const rulesFinding = (
  { rules }: ValueDrivers,
  params: ValueDriversParams,
  formats: Formats,
): string => {
  const [best] = rules;
  if (!best) return 'No rule over what is known of customers sets a group apart';
  return `${formats.value(best.rate, 'share')} of the first group ${outcomeWords(params)}${best.lift === null ? '' : `: ${formats.value(best.lift, 'ratio')} times the usual`}`;
};
