import { channelCategories } from '../options/channel-categories.ts';
import { lifecycleStages } from '../options/lifecycle-stages.ts';
import { quoted } from '../words.ts';
import { defineWorksheet } from '../worksheet.ts';

/** Friction times how often it happens a month; null while either is missing. */
export const frictionAMonth = (friction: number | null, times: number | null): number | null =>
  friction === null || times === null ? null : friction * times;

/** Where customers pass from one channel to another, and what gets lost on the way. */
export const handoffs = defineWorksheet({
  id: 'handoffs',
  title: 'Hand-offs',
  answers: 'Where customers pass from one channel to another, what gets lost there, and who mends it.',
  concepts: ['D12'],
  item: 'hand-off',
  fields: {
    what: { kind: 'text', label: 'What passes on', placeholder: 'Basket on the web, question by telephone' },
    from: { kind: 'choice', label: 'From', options: channelCategories },
    to: { kind: 'choice', label: 'To', options: channelCategories },
    stage: { kind: 'choice', label: 'Stage', options: lifecycleStages },
    lost: {
      kind: 'text',
      label: 'What gets lost',
      placeholder: 'Who they are, what they chose, the price …',
    },
    friction: {
      kind: 'score',
      label: 'Friction',
      hint: 'How hard it is for the customer',
      low: 1,
      high: 5,
      anchors: ['seamless', 'a pause', 'they repeat themselves', 'they begin again', 'many give up'],
    },
    times: {
      kind: 'amount',
      label: 'Times a month',
      hint: 'How often it happens; pin a number if you have one',
      unit: 'count',
      min: 0,
    },
    cure: { kind: 'text', label: 'How to mend it', isLong: true },
  },
  name: 'what',
  columns: ['from', 'to', 'lost', 'friction', 'times'],
  derived: [
    {
      key: 'weight',
      label: 'Friction a month',
      unit: 'points',
      formula: 'Friction × times a month: where mending spares customers most.',
      of: ({ friction, times }) => frictionAMonth(friction, times),
    },
  ],
  rankBy: 'weight',
  starters: {
    label: 'Begin with usual hand-offs',
    rows: [
      {
        what: 'Basket on the web, question by telephone',
        from: 'e-commerce',
        to: 'telephony',
        stage: 'acquisition',
        lost: 'What is in the basket',
      },
      {
        what: 'Offer by a visit, order on the web',
        from: 'sales-force',
        to: 'e-commerce',
        stage: 'acquisition',
        lost: 'The price agreed',
      },
      {
        what: 'Ordered on the web, brought back to a shop',
        from: 'e-commerce',
        to: 'outlets',
        stage: 'engagement',
        lost: 'The order and how it was paid',
      },
      {
        what: 'Signed by sales, set up by service',
        from: 'sales-force',
        to: 'telephony',
        stage: 'onboarding',
        lost: 'What was promised',
      },
      {
        what: 'Message in the app, call from the centre',
        from: 'm-commerce',
        to: 'telephony',
        stage: 'retention',
        lost: 'What the message said',
      },
    ],
  },
  finding: (rows) => {
    const hard = rows.filter(({ values }) => (values.friction ?? 0) >= 4);
    const weighed = [...rows].sort(
      (a, b) =>
        (frictionAMonth(b.values.friction, b.values.times) ?? -1) -
        (frictionAMonth(a.values.friction, a.values.times) ?? -1),
    )[0];
    const weight = weighed && frictionAMonth(weighed.values.friction, weighed.values.times);
    if (weighed && weight !== null && weight !== undefined)
      return `${quoted(weighed.values.what, 'One hand-off')} costs customers most; ${hard.length} of ${rows.length} make them begin again or give up.`;
    return rows.some(({ values }) => values.friction !== null)
      ? `${hard.length} of ${rows.length} hand-offs make customers begin again or give up.`
      : '';
  },
  source: 'Channel hand-offs over the lifecycle (Payne & Frow 2005).',
});
