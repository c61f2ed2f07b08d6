import { lifecycleStages } from '../options/lifecycle-stages.ts';
import { counted } from '../words.ts';
import { defineWorksheet } from '../worksheet.ts';

/** What an activity of the lifecycle is to serve. */
export const lifecycleBenefits = [
  { value: 'satisfaction', label: 'Satisfaction' },
  { value: 'retention', label: 'Retention' },
  { value: 'loyalty', label: 'Loyalty' },
  { value: 'sales', label: 'Sales and revenue' },
] as const;

/** What we do at each stage of a customer's life with us, what for, and whether the number says that it works. */
export const lifecycle = defineWorksheet({
  id: 'lifecycle',
  title: 'Lifecycle activities',
  answers:
    'What you do at each of the five stages, which benefit it serves, and what its measure says today.',
  concepts: ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'B50'],
  item: 'activity',
  fields: {
    activity: { kind: 'text', label: 'Activity' },
    stage: { kind: 'choice', label: 'Stage', options: lifecycleStages },
    segment: { kind: 'segment', label: 'For whom' },
    benefit: { kind: 'choice', label: 'Serves', options: lifecycleBenefits },
    measure: { kind: 'text', label: 'Measure', placeholder: 'Pin its number in the details' },
    goal: { kind: 'text', label: 'Goal', placeholder: 'What the number should be, by when' },
    status: {
      kind: 'choice',
      label: 'Today',
      options: [
        { value: 'idea', label: 'An idea' },
        { value: 'begun', label: 'Begun' },
        { value: 'works', label: 'It works' },
        { value: 'stopped', label: 'Stopped' },
      ],
    },
    note: { kind: 'text', label: 'How', isLong: true },
  },
  name: 'activity',
  columns: ['benefit', 'measure', 'goal'],
  groupBy: 'stage',
  binding: 'actual',
  starters: {
    label: 'Begin with usual activities',
    rows: [
      {
        activity: 'Campaigns',
        stage: 'acquisition',
        benefit: 'sales',
        measure: 'Cost of winning a customer',
      },
      {
        activity: 'Lead generation',
        stage: 'acquisition',
        benefit: 'sales',
        measure: 'Leads that become customers',
      },
      {
        activity: 'Prospecting by sales',
        stage: 'acquisition',
        benefit: 'sales',
        measure: 'Lifetime value to cost of winning',
      },
      {
        activity: 'Welcome and guides',
        stage: 'onboarding',
        benefit: 'satisfaction',
        measure: 'Days to the first success',
      },
      {
        activity: 'Set-up and training',
        stage: 'onboarding',
        benefit: 'retention',
        measure: 'Active after 30, 60, 90 days',
      },
      {
        activity: 'Personal messages at the start',
        stage: 'onboarding',
        benefit: 'loyalty',
        measure: 'Second order',
      },
      {
        activity: 'Support',
        stage: 'engagement',
        benefit: 'satisfaction',
        measure: 'Solved at the first contact',
      },
      {
        activity: 'Loyalty programme',
        stage: 'engagement',
        benefit: 'loyalty',
        measure: 'Members who come back, against others',
      },
      {
        activity: 'Messages in the way they prefer',
        stage: 'engagement',
        benefit: 'satisfaction',
        measure: 'Complaints and sign-offs',
      },
      {
        activity: 'Outreach to customers at risk',
        stage: 'retention',
        benefit: 'retention',
        measure: 'Value kept of those at risk',
      },
      {
        activity: 'Feedback and surveys',
        stage: 'retention',
        benefit: 'satisfaction',
        measure: 'Answers that got a reply',
      },
      {
        activity: 'Up-sell and cross-sell',
        stage: 'retention',
        benefit: 'sales',
        measure: 'Products a customer',
      },
      {
        activity: 'Testimonials and reviews',
        stage: 'advocacy',
        benefit: 'sales',
        measure: 'Reviews for 100 orders',
      },
      {
        activity: 'Social engagement',
        stage: 'advocacy',
        benefit: 'loyalty',
        measure: 'Customers who take part',
      },
      {
        activity: 'Referral programme',
        stage: 'advocacy',
        benefit: 'sales',
        measure: 'Invitations × those who come',
      },
    ],
  },
  finding: (rows) => {
    if (rows.length === 0) return '';
    const empty = lifecycleStages.filter(({ value }) => !rows.some(({ values }) => values.stage === value));
    const unserved = lifecycleBenefits.filter(
      ({ value }) => !rows.some(({ values }) => values.benefit === value),
    );
    const bound = rows.filter(({ evidenceIds }) => evidenceIds.length > 0).length;
    const measured = `${bound} of ${counted(rows.length, 'activity has', 'activities have')} a number from the data`;
    const list = new Intl.ListFormat('en-GB');
    if (empty.length > 0)
      return `Nothing is done for ${list.format(empty.map(({ label }) => label.toLowerCase()))}; ${measured}.`;
    return unserved.length > 0
      ? `Every stage has something; nothing serves ${list.format(unserved.map(({ label }) => label.toLowerCase()))}. ${measured}.`
      : `Every stage and benefit has something; ${measured}.`;
  },
  source: 'Five-stage customer lifecycle and the four benefits that its activities serve.',
});
