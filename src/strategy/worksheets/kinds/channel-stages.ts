import { channelCategories } from '../options/channel-categories.ts';
import { lifecycleStages } from '../options/lifecycle-stages.ts';
import { counted } from '../words.ts';
import { defineWorksheet } from '../worksheet.ts';

/** What customers can do in a channel, from nothing to everything. */
export const channelLevels = [
  { value: 'none', label: 'Nothing', hint: 'The channel is of no help here' },
  { value: 'inform', label: 'Inform', hint: 'Inform themselves: read, ask, compare' },
  { value: 'buy', label: 'Buy', hint: 'Order, sign or pay' },
  { value: 'serve', label: 'Serve', hint: 'Be served: have everything done, from question to solution' },
] as const;

/** Keys of the six channels in a row, each of which is a field. */
export const channelKeys = [
  'salesForce',
  'outlets',
  'telephony',
  'directMarketing',
  'eCommerce',
  'mCommerce',
] as const;
type ChannelKey = (typeof channelKeys)[number];
type Coverage = Readonly<Record<ChannelKey, string | null>>;

const channel = (at: number) =>
  ({
    kind: 'choice',
    label: channelCategories[at]?.label ?? '',
    hint: 'What a customer can do there at this stage',
    options: channelLevels,
  }) as const;

/** In how many of the six channels a customer can do something at a stage; null while nothing has been said. */
export const coveredChannels = (values: Coverage): number | null => {
  const said = channelKeys.map((key) => values[key]).filter((level) => level !== null);
  return said.length === 0 ? null : said.filter((level) => level !== 'none').length;
};

/** What customers can do in which channel at each stage of their life with us, and where they can do nothing. */
export const channelStages = defineWorksheet({
  id: 'channel-stages',
  title: 'Stage by channel',
  answers: 'What customers can do in each channel at every stage, and where they are turned away.',
  concepts: ['D12'],
  item: 'stage',
  fields: {
    stage: { kind: 'choice', label: 'Stage', options: lifecycleStages },
    salesForce: channel(0),
    outlets: channel(1),
    telephony: channel(2),
    directMarketing: channel(3),
    eCommerce: channel(4),
    mCommerce: channel(5),
    standard: {
      kind: 'text',
      label: 'What holds in all of them',
      isLong: true,
      placeholder: 'Same price, same answer, nobody tells their story twice',
    },
  },
  name: 'stage',
  columns: channelKeys,
  derived: [
    {
      key: 'covered',
      label: 'Channels that help',
      unit: 'count',
      formula: 'Channels of the six in which a customer can do something at this stage.',
      of: (values) => coveredChannels(values),
    },
  ],
  starters: {
    label: 'Begin with the five stages',
    rows: lifecycleStages.map(({ value }) => ({ stage: value })),
  },
  finding: (rows) => {
    const said = rows.flatMap((row) => {
      const covered = coveredChannels(row.values);
      return covered === null ? [] : [{ row, covered }];
    });
    const gaps = said.reduce(
      (sum, { row }) => sum + channelKeys.filter((key) => row.values[key] === 'none').length,
      0,
    );
    const thinnest = [...said].sort((a, b) => a.covered - b.covered)[0];
    if (!thinnest) return '';
    const name =
      lifecycleStages.find(({ value }) => value === thinnest.row.values.stage)?.label ?? 'One stage';
    return gaps === 0
      ? 'Customers can do something in every channel that you have judged.'
      : `${counted(gaps, 'gap', 'gaps')} where customers can do nothing; ${name} is helped by the fewest channels, ${thinnest.covered} of six.`;
  },
  source: 'Multichannel integration (Payne & Frow 2005) over the five-stage lifecycle.',
});
