import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activities,
  budgetByTier,
  budgetShare,
  contradictions,
  costPerOutcome,
} from '../../../src/strategy/worksheets/kinds/activities.ts';
import { channelStages, coveredChannels } from '../../../src/strategy/worksheets/kinds/channel-stages.ts';
import { channels, revenuePerCost } from '../../../src/strategy/worksheets/kinds/channels.ts';
import { frictionAMonth, handoffs } from '../../../src/strategy/worksheets/kinds/handoffs.ts';
import {
  digitalShare,
  journeySteps,
  missingLane,
} from '../../../src/strategy/worksheets/kinds/journey-steps.ts';
import { lifecycle } from '../../../src/strategy/worksheets/kinds/lifecycle.ts';
import { quietDays, quietLength, quietTotal } from '../../../src/strategy/worksheets/kinds/quiet-days.ts';
import { cumulativeConversion, salesStages } from '../../../src/strategy/worksheets/kinds/sales-stages.ts';
import { messagesAYear, triggers } from '../../../src/strategy/worksheets/kinds/triggers.ts';
import { figureOf, rowsFrom } from './worksheet-rows.ts';

describe('own channels', () => {
  it('bring revenue for what they cost (300,000 for 25,000 is 12)', () => {
    expect(revenuePerCost(300_000, 25_000)).toBe(12);
    expect(revenuePerCost(300_000, 0)).toBeNull();
    expect(revenuePerCost(null, 5)).toBeNull();
    const rows = rowsFrom(channels, [
      { channel: 'Shop', category: 'outlets', cost: 100_000, revenue: 250_000 },
      { channel: 'Web', category: 'e-commerce', cost: 25_000, revenue: 300_000 },
      { channel: 'App', category: 'e-commerce' },
    ]);
    expect(channels.finding(rows)).toBe(
      '“Web” brings 12 for each 1 spent, “Shop” 2.5. 2 of the six categories are served.',
    );
    expect(channels.finding(rows.slice(1, 2))).toBe(
      '“Web” brings 12 for each 1 spent. 1 of the six categories is served.',
    );
  });
});

describe('stage by channel', () => {
  it('counts the channels that help, and the gaps', () => {
    const rows = rowsFrom(channelStages, [
      { stage: 'acquisition', salesForce: 'buy', outlets: 'none', eCommerce: 'inform' },
      { stage: 'retention', salesForce: 'none', telephony: 'serve' },
      { stage: 'advocacy' },
    ]);
    expect(rows.map(({ values }) => coveredChannels(values))).toEqual([2, 1, null]);
    expect(channelStages.finding(rows)).toBe(
      '2 gaps where customers can do nothing; Retention is helped by the fewest channels, 1 of six.',
    );
    expect(channelStages.starters?.rows).toHaveLength(5);
  });
});

describe('hand-offs', () => {
  it('weigh friction by how often it happens (4 × 50 = 200)', () => {
    expect(frictionAMonth(4, 50)).toBe(200);
    expect(frictionAMonth(4, null)).toBeNull();
    const rows = rowsFrom(handoffs, [
      { what: 'Web to phone', friction: 3, times: 100 },
      { what: 'Sales to service', friction: 5, times: 10 },
    ]);
    expect(handoffs.finding(rows)).toBe(
      '“Web to phone” costs customers most; 1 of 2 make them begin again or give up.',
    );
  });
});

describe('activities', () => {
  const rows = rowsFrom(activities, [
    { activity: 'Small seminars', tier: 'most', cost: 6_000, outcome: 'lead', outcomes: 20 },
    { activity: 'Newsletters', tier: 'less', cost: 1_000, outcome: 'lead', outcomes: 4 },
    { activity: 'Direct mail', tier: 'least', cost: 3_000, outcome: 'lead', outcomes: 30 },
    { activity: 'Speeches', tier: 'most', cost: 2_000, outcome: 'contact', outcomes: 5 },
  ]);
  const values = rows.map((row) => row.values);

  it('cost what they cost an outcome, and say nothing with fewer than five', () => {
    expect(values.map(costPerOutcome)).toEqual([300, null, 100, 400]);
    expect(figureOf(activities, rows, 'each')).toEqual([300, null, 100, 400]);
  });

  it('share the budget (6,000 of 12,000), and add up to all of it', () => {
    expect(figureOf(activities, rows, 'share')).toEqual([0.5, 1 / 12, 0.25, 1 / 6]);
    expect(budgetByTier(values)).toEqual([8 / 12, 1 / 12, 3 / 12]);
    expect(budgetByTier([{ cost: null, tier: 'most' }])).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 }), (costs) => {
        const all = costs.map((cost) => ({ cost }));
        const total = costs.reduce((sum, cost) => sum + (budgetShare(cost, all) ?? 0), 0);
        expect(total).toBeCloseTo(costs.some((cost) => cost > 0) ? 1 : 0, 9);
      }),
    );
  });

  it('contradict the published order only with the same outcome', () => {
    expect(contradictions(values)).toEqual([
      { better: 'Direct mail', published: 'Small seminars', times: 3 },
    ]);
    expect(activities.finding(rows)).toBe(
      'Against the published order, an outcome of “Small seminars” costs you 3 times what one of “Direct mail” does. 25% of the budget goes to what is published as least effective, 67% to the most effective.',
    );
    expect(activities.finding(rows.slice(0, 2))).toBe(
      '0% of the budget goes to what is published as least effective, 86% to the most effective.',
    );
  });

  it('come with five, three and eight published ones', () => {
    const tiers = (activities.starters?.rows ?? []).map(({ tier }) => tier);
    expect(['most', 'less', 'least'].map((one) => tiers.filter((tier) => tier === one).length)).toEqual([
      5, 3, 8,
    ]);
  });
});

describe('triggers', () => {
  it('add up to messages a year, and need a rule that stops them', () => {
    expect(messagesAYear([{ timesAYear: 3 }, { timesAYear: null }, { timesAYear: 1.5 }])).toBe(4.5);
    expect(messagesAYear([{ timesAYear: null }])).toBeNull();
    const starters = rowsFrom(triggers, triggers.starters?.rows ?? []);
    expect(triggers.finding(starters)).toBe(
      'Together they send up to 11 messages a year to one customer; each has a rule that stops it.',
    );
    expect(triggers.finding(rowsFrom(triggers, [{ event: 'Birthday', timesAYear: 1 }]))).toBe(
      '1 trigger has no rule that stops it. Together they send up to 1 message a year to one customer.',
    );
  });
});

describe('quiet periods', () => {
  it('count both ends, and overlaps once (24–31 December and 27 December – 6 January: 8, 11, together 14)', () => {
    expect(quietLength('2025-12-24', '2025-12-31')).toBe(8);
    expect(quietLength('2025-12-27', '2026-01-06')).toBe(11);
    expect(quietLength('2025-12-24', '2025-12-01')).toBeNull();
    const periods = [
      { reason: 'New year', from: '2025-12-27', to: '2026-01-06' },
      { reason: 'Holidays', from: '2025-12-24', to: '2025-12-31' },
      { reason: 'Within', from: '2025-12-28', to: '2025-12-28' },
    ];
    expect(quietTotal(periods)).toBe(14);
    expect(quietDays.finding(rowsFrom(quietDays, periods))).toBe(
      '14 days are quiet for somebody, “New year” longest.',
    );
  });

  it('together are no longer than one after the other, and no shorter than the longest (law)', () => {
    const day = fc
      .integer({ min: 0, max: 364 })
      .map((at) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.record({ from: day, to: day }), { maxLength: 8 }), (periods) => {
        const lengths = periods.map(({ from, to }) => quietLength(from, to) ?? 0);
        const total = quietTotal(periods);
        expect(total).toBeLessThanOrEqual(lengths.reduce((sum, length) => sum + length, 0));
        expect(total).toBeGreaterThanOrEqual(Math.max(0, ...lengths));
        expect(total).toBeLessThanOrEqual(365);
      }),
    );
  });
});

describe('two-lane journey', () => {
  it('finds where a side is alone, and the weakest screen', () => {
    expect(missingLane('', 'Negotiate')).toBe('ours');
    expect(missingLane('Score', ' ')).toBe('theirs');
    expect(missingLane('', '')).toBeNull();
    expect(missingLane('a', 'b')).toBeNull();
    const rows = rowsFrom(journeySteps, journeySteps.starters?.rows ?? []);
    expect(journeySteps.finding(rows)).toBe(
      'Customers are alone at 2 steps, “Choice” first; 1 of yours they don’t notice.',
    );
  });

  it('counts the digital checks that apply, partly as half ((1+½+0)/3)', () => {
    expect(digitalShare({ navigation: 'yes', large: 'partly', words: 'no', dynamic: 'none' })).toBe(0.5);
    expect(digitalShare({ navigation: null, large: 'none', words: null, dynamic: null })).toBeNull();
    const rows = rowsFrom(journeySteps, [
      { step: 'Search', ours: 'Show', theirs: 'Look', navigation: 'no', large: 'partly' },
    ]);
    expect(journeySteps.finding(rows)).toBe(
      'Both sides meet at 1 of 1 step. On a screen “Search” meets 25% of its checks.',
    );
  });
});

describe('sales stages', () => {
  const rows = rowsFrom(salesStages, [
    { stage: 'Leads', days: 10, conversion: 0.5 },
    { stage: 'Offer', days: 20, conversion: 0.4 },
    { stage: 'Close', days: 5.5, conversion: 0.25 },
  ]);

  it('multiply what gets through (½ · 0.4 · ¼ = 5%)', () => {
    expect(figureOf(salesStages, rows, 'through')).toEqual([0.5, 0.2, 0.05]);
    expect(cumulativeConversion([])).toBeNull();
    expect(cumulativeConversion([{ conversion: 0.5 }, { conversion: null }])).toBeNull();
    expect(salesStages.finding(rows)).toBe(
      'Of 100 leads 5 become customers after 35.5 days; the narrowest stage is “Close”, where 25% get through.',
    );
  });

  it('say how far it is known where a stage is missing', () => {
    const open = rowsFrom(salesStages, [{ stage: 'Leads', conversion: 0.5 }, { stage: 'Offer' }]);
    expect(salesStages.finding(open)).toBe('So far the narrowest stage is “Leads”, where 50% get through.');
    expect(salesStages.starters?.rows).toHaveLength(8);
  });
});

describe('lifecycle', () => {
  it('says which stage or benefit nothing is done for', () => {
    const rows = rowsFrom(lifecycle, lifecycle.starters?.rows ?? []);
    expect(lifecycle.finding(rows)).toBe(
      'Every stage and benefit has something; 0 of 15 activities have a number from the data.',
    );
    expect(lifecycle.finding(rows.slice(0, 6))).toBe(
      'Nothing is done for engagement, retention and advocacy; 0 of 6 activities have a number from the data.',
    );
    const salesOnly = rows.filter(
      ({ values }, at, all) => all.findIndex((one) => one.values.stage === values.stage) === at,
    );
    expect(lifecycle.finding(salesOnly)).toContain('nothing serves loyalty.');
  });
});
