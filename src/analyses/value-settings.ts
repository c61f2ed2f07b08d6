import * as v from 'valibot';
import type { SettingChanges } from './analysis.ts';
import { costTerms } from './customer-profit/params.ts';
import { valueTerms } from './customer-value/params.ts';

/** Settings of the page Customer value that every lifetime value follows, and those of the page Profit that every profit does. */
const entries = { ...valueTerms, ...costTerms };
const schema = v.object(entries);

/** Everything that the columns of `customer_values` are worked out by. */
export type ValueSettings = v.InferOutput<typeof schema>;

const usual: ValueSettings = v.getDefaults(schema) as ValueSettings;

/** Names of the settings of each of the two pages, by the identifier of its analysis. */
const namesOf: Readonly<Record<string, readonly string[]>> = {
  'customer-value': Object.keys(valueTerms),
  'customer-profit': Object.keys(costTerms),
};

const isSetting = (name: string): name is keyof ValueSettings => Object.hasOwn(entries, name);

/** Whether a setting is one of ours, may have this value and has another unless changed. */
const isChange = (name: string, value: unknown): value is SettingChanges[string] =>
  isSetting(name) && value !== usual[name] && v.is(entries[name], value);

/**
 * What the user changed of the settings that customers' values follow, from the parameters kept of each analysis. What is as
 * usual, unknown or not allowed is left out: its page tells of it.
 */
export const changedSettings = (
  kept: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): SettingChanges =>
  Object.fromEntries(
    Object.entries(namesOf).flatMap(([id, names]) =>
      names.flatMap((name): [string, SettingChanges[string]][] => {
        const value = kept[id]?.[name];
        return isChange(name, value) ? [[name, value]] : [];
      }),
    ),
  );

/** All settings: the changed ones, the others as usual. */
export const completeSettings = (changes: SettingChanges = {}): ValueSettings => ({
  ...usual,
  ...Object.fromEntries(Object.entries(changes).filter(([name, value]) => isChange(name, value))),
});
