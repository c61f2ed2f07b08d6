import * as v from 'valibot';
import { modelTitles } from '../models/buy-till-you-die/model-titles.ts';
import type { SettingChanges } from './analysis.ts';
import { costTerms } from './customer-profit/params.ts';
import { describeParameters } from './parameters.ts';
import { completeSettings } from './value-settings.ts';
import type { ValueSettings } from './value-settings.ts';

const countedBy: Readonly<Record<ValueSettings['margin'], (settings: ValueSettings) => string>> = {
  auto: () => 'count your own margin where it is known',
  revenue: () => 'count revenue',
  given: ({ givenMargin }) => `count a margin of ${givenMargin}%`,
};

/** The settings that lifetime values follow, as a sentence without its stop. */
export const valueSettingsWords = (changes: SettingChanges = {}): string => {
  const settings = completeSettings(changes);
  const model = settings.model === 'auto' ? '' : `, by ${modelTitles[settings.model]}`;
  const ahead = settings.horizon === 1 ? '1 month' : `${settings.horizon} months`;
  return `Lifetime values look ${ahead} ahead at ${settings.discount}% a year and ${countedBy[settings.margin](settings)}${model}`;
};

/** The settings that profit and cost to serve follow, as a sentence without its stop: those that differ from the usual. */
export const costSettingsWords = (changes: SettingChanges = {}): string => {
  const own = describeParameters(v.object(costTerms)).filter(({ name }) => Object.hasOwn(changes, name));
  const [first] = own;
  if (!first) return 'Profit and cost to serve take the usual minutes and rates';
  const named = own.length === 1 ? `setting of “${first.title}”` : `settings, ${own.length} of them changed`;
  return `Profit and cost to serve take your own ${named}`;
};
