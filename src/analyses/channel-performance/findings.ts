import type { Formats } from '../../core/format/formats.ts';
import type { ChannelPerformance } from './result.ts';
import { categoryWords } from './words.ts';

/** Which channel brings most, and how it stands to its cost. */
export const channelsFinding = ({ channels }: ChannelPerformance, formats: Formats): string => {
  const [first] = channels;
  if (!first || first.revenueShare === null || first.orders === 0)
    return 'The data don’t tell yet what channels bring';
  const lead = `${categoryWords[first.category].label} brings ${formats.value(first.revenueShare, 'share')} of revenue`;
  const priced = channels
    .filter(({ revenuePerCost }) => revenuePerCost !== null)
    .toSorted((one, other) => (other.revenuePerCost ?? 0) - (one.revenuePerCost ?? 0));
  const [best, worst] = [priced[0], priced.at(-1)];
  if (!best || !worst || best === worst) return lead;
  return `${lead}; a unit of cost brings ${formats.value(best.revenuePerCost, 'ratio')} by ${categoryWords[best.category].label.toLowerCase()} and ${formats.value(worst.revenuePerCost, 'ratio')} by ${categoryWords[worst.category].label.toLowerCase()}`;
};

/** Within so much of 1, as much and more are the same. House rule. */
const same = 0.05;

/** What customers with several channels are worth, at first sight and among equals. */
export const mixFinding = ({ valueRatio, equalRatio }: ChannelPerformance, formats: Formats): string => {
  if (valueRatio === null) return 'Nobody buys through several channels yet, so there is nothing to compare';
  const first = `Customers of several channels spend ${formats.value(valueRatio, 'ratio')} times as much`;
  if (equalRatio === null) return first;
  if (Math.abs(equalRatio - 1) <= same) return `${first}, but no more than others with as many orders`;
  return `${first}; among customers with as many orders ${formats.value(equalRatio, 'ratio')} times`;
};

/** How often a matter goes on in another channel. */
export const handoffFinding = (
  { handoffShare, handoffs, followed }: ChannelPerformance,
  formats: Formats,
): string => {
  if (handoffShare === null || followed === 0) return 'The data hold no contacts that customers began';
  const [first] = handoffs;
  if (!first) return 'No contact goes on in another channel';
  return `${formats.value(handoffShare, 'share')} of contacts go on in another channel, most from ${categoryWords[first.from].label.toLowerCase()} to ${categoryWords[first.to].label.toLowerCase()}`;
};

/** How the channels of loyal customers differ from those of newcomers. */
export const stageFinding = ({ uses }: ChannelPerformance, formats: Formats): string => {
  const at = (rung: number) => uses.filter((one) => one.rung === rung);
  const gaps = at(6).flatMap((one) => {
    const newcomer = at(3).find(({ category }) => category === one.category);
    return [{ one, gap: one.share - (newcomer?.share ?? 0), before: newcomer?.share ?? 0 }];
  });
  const [widest] = gaps.toSorted((one, other) => Math.abs(other.gap) - Math.abs(one.gap));
  if (!widest || at(3).length === 0) return 'Channels by stage';
  return `${formats.value(widest.one.share, 'share')} of loyal customers use ${categoryWords[widest.one.category].label.toLowerCase()}, ${formats.value(widest.before, 'share')} of first-time customers`;
};
