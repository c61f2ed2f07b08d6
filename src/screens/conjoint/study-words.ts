import type { Formats } from '../../core/format/formats.ts';
import type { AttributeResult, ConjointResult } from '../../engine/contract.ts';

const important = ({ importance }: AttributeResult): number => importance?.mean ?? 0;

/** The attributes, the most important first. */
export const byImportance = ({ attributes }: ConjointResult): readonly AttributeResult[] =>
  attributes.toSorted((one, other) => important(other) - important(one));

/** What matters most, and how much; whether the second can be told from it. */
export const importanceFinding = (found: ConjointResult, formats: Formats): string => {
  const [first, second] = byImportance(found);
  if (!first?.importance) return 'Nobody told any levels apart';
  const share = formats.value(first.importance.mean, 'share');
  const isClear = (first.importance.low ?? 0) > (second?.importance?.high ?? 1);
  return isClear || !second
    ? `“${first.name}” weighs most: ${share} of what tells offers apart`
    : `“${first.name}” (${share}) weighs about as much as “${second.name}” (${formats.value(important(second), 'share')})`;
};

/** The level that is liked most on average, and that which is liked least. */
export const worthsFinding = ({ attributes }: ConjointResult, formats: Formats): string => {
  const levels = attributes
    .flatMap(({ name, levels: names, worths }) =>
      names.map((level, at) => ({ name: `“${name}: ${level}”`, worth: worths[at]?.mean ?? 0 })),
    )
    .toSorted((one, other) => other.worth - one.worth);
  const [best, worst] = [levels[0], levels.at(-1)];
  if (!best || !worst) return 'No levels';
  return `${best.name} adds most to a rating (${formats.value(best.worth, 'ratio')} points), ${worst.name} takes most away (${formats.value(Math.abs(worst.worth), 'ratio')})`;
};

/** Where respondents are fewer than the rule asks for: what that means; otherwise undefined. */
export const tooFewRespondents = (
  { respondents, needed, attributes }: ConjointResult,
  cards: number,
): string | undefined => {
  if (respondents >= needed) return undefined;
  const levels = Math.max(...attributes.map((attribute) => attribute.levels.length));
  return `${respondents} respondents are fewer than the ${needed} that Johnson and Orme’s rule asks for (500 × ${levels} levels ÷ ${cards} cards): read the intervals, and take small differences for chance.`;
};

/** Who leads by a rule; equals are said to be equal. */
export const shareFinding = (rule: string, shares: readonly number[], formats: Formats): string => {
  const best = Math.max(...shares);
  const leaders = shares.flatMap((share, at) => (best - share < 0.0005 ? [at + 1] : []));
  const share = formats.value(best, 'share');
  return leaders.length === 1
    ? `${rule}: product ${leaders[0] ?? ''} leads, ${share}`
    : `${rule}: products ${leaders.join(' and ')} lead, ${share} each`;
};
