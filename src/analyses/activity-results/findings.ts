import type { Formats } from '../../core/format/formats.ts';
import { grouped } from '../counted.ts';
import type { ActivityResultsParams } from './params.ts';
import type { ActivityResults } from './result.ts';
import { activityName, outcomeWords, tierWords } from './words.ts';

/** Where the own cost contradicts the published order, or which activity is cheapest. */
export const tiersFinding = (
  { activities, contradictions }: ActivityResults,
  { outcome }: ActivityResultsParams,
  formats: Formats,
): string => {
  const priced = activities.filter(({ costPer }) => costPer !== null);
  const [cheapest] = priced;
  if (!cheapest) return 'What activities cost by outcome can’t be told from these data';
  const wrong = activities.find(({ verdict }) => verdict === 'contradicts');
  if (contradictions > 0 && wrong?.tier)
    return `${activityName(wrong.activity)}: ${formats.value(wrong.costPer, 'money')} a ${outcomeWords[outcome].one}, against its place among the “${tierWords[wrong.tier].label.toLowerCase()}”`;
  return `${activityName(cheapest.activity)} is cheapest: ${formats.value(cheapest.costPer, 'money')} a ${outcomeWords[outcome].one}`;
};

/** The campaign whose new customers stay away, or which wins cheapest. */
export const campaignsFinding = ({ campaigns, usualKept }: ActivityResults, formats: Formats): string => {
  const fleeting = campaigns
    .filter(({ isFleeting }) => isFleeting)
    .toSorted((one, other) => (other.firsts ?? 0) - (one.firsts ?? 0))[0];
  if (fleeting) {
    const usual = usualKept === null ? '' : `, against ${formats.value(usualKept, 'share')} of others`;
    const price =
      fleeting.costPerFirst === null || fleeting.costPerKept === null
        ? ''
        : ` at ${formats.value(fleeting.costPerFirst, 'money')} each, ${formats.value(fleeting.costPerKept, 'money')} for one who does`;
    return `${fleeting.name} won ${grouped(fleeting.firsts ?? 0)} customers of whom ${formats.value(fleeting.keptShare, 'share')} buy again${usual}${price}`;
  }
  return campaigns.some(({ judged }) => (judged ?? 0) > 0)
    ? 'No campaign’s new customers stay away more than others’'
    : 'What each campaign cost and brought';
};
