import type { Signature } from './signature.ts';

const perDay = {
  day: 'campaigns.day',
  date: 'campaigns.day',
  'start date': 'campaigns.starts_on',
  'end date': 'campaigns.ends_on',
} as const;

/** What advertising cost, by campaign and day: Google Ads and Meta. The latter has a first row of totals without a campaign. */
export const advertising: readonly Signature[] = [
  {
    id: 'google-ads',
    title: 'Google Ads campaigns',
    needs: ['campaign', 'cost', 'clicks'],
    oneOf: [
      ['impressions', 'impr'],
      [
        'conversions',
        'conv value',
        'avg cpc',
        'campaign id',
        'campaign type',
        'currency',
        'currency code',
        'day',
      ],
    ],
    columns: {
      ...perDay,
      week: 'campaigns.day',
      month: 'campaigns.day',
      'campaign id': 'campaigns.campaign_id',
      campaign: 'campaigns.name',
      'campaign type': 'campaigns.activity',
      channel: 'campaigns.channel',
      platform: 'campaigns.channel',
      network: 'campaigns.channel',
      cost: 'campaigns.cost',
    },
    others: 'ignore',
    rules: { constants: { 'campaigns.channel': 'Google Ads' } },
  },
  {
    id: 'meta-ads',
    title: 'Meta ads',
    needs: ['campaign name', 'amount spent', 'impressions'],
    columns: {
      ...perDay,
      'reporting starts': 'campaigns.starts_on',
      'reporting ends': 'campaigns.ends_on',
      'campaign id': 'campaigns.campaign_id',
      'campaign name': 'campaigns.name',
      objective: 'campaigns.activity',
      'amount spent': 'campaigns.cost',
    },
    others: 'ignore',
    rules: { constants: { 'campaigns.channel': 'Meta' } },
  },
];
