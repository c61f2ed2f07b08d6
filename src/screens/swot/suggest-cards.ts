import type { Formats } from '../../core/format/formats.ts';
import { evaluateClaim } from '../../strategy/claims.ts';
import type { HeadlineOffer } from './pinned-number.ts';
import { suggestionRules, type SuggestionRule } from './suggestion-rules.ts';

/** A card that the data suggest: the number, the rule that raised it, and the words proposed. */
export interface Suggestion {
  readonly rule: SuggestionRule;
  readonly offer: HeadlineOffer;
  readonly text: string;
}

/** The suggestions whose rules hold on the numbers that are there, in the order of the rules. */
export const suggestCards = (
  offers: readonly HeadlineOffer[],
  formats: Formats,
  rules: readonly SuggestionRule[] = suggestionRules,
): readonly Suggestion[] =>
  rules.flatMap((rule) => {
    const offer = offers.find(
      (one) => one.analysisId === rule.analysisId && one.headline.key === rule.headlineKey,
    );
    if (!offer || evaluateClaim(rule.claim, offer.headline.value) !== 'holds') return [];
    const number = formats.value(offer.headline.value, offer.headline.unit);
    return [{ rule, offer, text: rule.text.replace('{}', number) }];
  });
