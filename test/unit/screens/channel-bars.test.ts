import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../src/core/format/formats.ts';
import { activityBars, channelBars, salesBars } from '../../../src/screens/channels/channel-bars.ts';
import { activities } from '../../../src/strategy/worksheets/kinds/activities.ts';
import { channels } from '../../../src/strategy/worksheets/kinds/channels.ts';
import { salesStages } from '../../../src/strategy/worksheets/kinds/sales-stages.ts';
import { rowsFrom } from '../strategy/worksheet-rows.ts';

const formats = createFormats('en-GB', 'GBP');

describe('pictures of channels', () => {
  it('rank channels by revenue per cost, and count those that take less than they cost', () => {
    const { bars, title } = channelBars(
      rowsFrom(channels, [
        { channel: 'App', category: 'm-commerce', cost: 200, revenue: 100 },
        { channel: 'Web', category: 'e-commerce', cost: 100, revenue: 1_000 },
        { channel: 'Shop' },
      ]),
    );
    expect(bars.map(({ label, value, note }) => [label, value, note])).toEqual([
      ['Web', 10, 'E-commerce'],
      ['App', 0.5, 'M-commerce'],
    ]);
    expect(title).toBe('1 of 2 channels costs more than the revenue it takes');
  });

  it('rank activities by what an outcome costs, with the published tier', () => {
    const { bars, title } = activityBars(
      rowsFrom(activities, [
        { activity: 'Seminars', tier: 'most', cost: 6_000, outcome: 'lead', outcomes: 20 },
        { activity: 'Direct mail', tier: 'least', cost: 3_000, outcome: 'lead', outcomes: 30 },
        { activity: 'Speeches', tier: 'most', cost: 100, outcome: 'lead', outcomes: 4 },
      ]),
      formats,
    );
    expect(bars.map(({ label, value, note }) => [label, value, note])).toEqual([
      ['Direct mail', 100, 'leads, least effective'],
      ['Seminars', 300, 'leads, most effective'],
    ]);
    expect(title).toBe('An outcome costs least with “Direct mail”: £100.00');
  });

  it('follow leads as far as conversions are known', () => {
    const { bars, title } = salesBars(
      rowsFrom(salesStages, [
        { stage: 'Leads', conversion: 0.5 },
        { stage: 'Offer', conversion: 0.5 },
        { stage: 'Close' },
      ]),
      formats,
    );
    expect(bars.map(({ value, note }) => [value, note])).toEqual([
      [0.5, '50% here'],
      [0.25, '50% here'],
    ]);
    expect(title).toBe('25% of leads get past “Offer”');
  });
});
