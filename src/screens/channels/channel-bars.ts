import type { Bar } from '../../charts/layout/bars.ts';
import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import type { Fields } from '../../strategy/worksheets/field.ts';
import {
  activities,
  costPerOutcome,
  effectivenessTiers,
} from '../../strategy/worksheets/kinds/activities.ts';
import { channels, revenuePerCost } from '../../strategy/worksheets/kinds/channels.ts';
import { cumulativeConversion, salesStages } from '../../strategy/worksheets/kinds/sales-stages.ts';
import { channelCategories } from '../../strategy/worksheets/options/channel-categories.ts';
import { percent } from '../../strategy/worksheets/words.ts';
import type { RowOf } from '../../strategy/worksheets/worksheet.ts';
import { rowsAs } from '../worksheets/rows-as.ts';

/** A ranking with its words. */
export interface BarsOf {
  readonly title: string;
  readonly subtitle: string;
  readonly measure: string;
  readonly unit: FormatUnit;
  readonly bars: readonly Bar[];
}

type Rows = readonly RowOf<Fields>[];

const labelOf = (
  options: readonly { readonly value: string; readonly label: string }[],
  value: string | null,
) => options.find((option) => option.value === value)?.label ?? '';

/** Channels by what each brings for what it costs, best first. */
export const channelBars = (rows: Rows): BarsOf => {
  const bars = rowsAs(channels, rows)
    .flatMap(({ id, values }) => {
      const value = revenuePerCost(values.revenue, values.cost);
      return value === null
        ? []
        : [
            {
              key: id,
              label: values.channel.trim() || 'Unnamed channel',
              value,
              note: labelOf(channelCategories, values.category),
            },
          ];
    })
    .sort((a, b) => b.value - a.value);
  const below = bars.filter(({ value }) => value < 1).length;
  return {
    title:
      below > 0
        ? `${below} of ${bars.length} channels ${below === 1 ? 'costs more than the revenue it takes' : 'cost more than the revenue they take'}`
        : `Every channel takes more revenue than it costs`,
    subtitle: 'Revenue a year for each 1 spent a year; your figures, before what the goods cost',
    measure: 'Revenue per cost',
    unit: 'ratio',
    bars,
  };
};

/** Activities by what one outcome costs, cheapest first, each with its outcome and published tier. */
export const activityBars = (rows: Rows, formats: Formats): BarsOf => {
  const bars = rowsAs(activities, rows)
    .flatMap(({ id, values }) => {
      const value = costPerOutcome(values);
      const outcome = labelOf(activities.fields.outcome.options, values.outcome).toLowerCase();
      const tier = labelOf(effectivenessTiers, values.tier).split(',')[0]?.toLowerCase() ?? '';
      return value === null
        ? []
        : [
            {
              key: id,
              label: values.activity.trim() || 'Unnamed activity',
              value,
              note: [outcome, tier].filter(Boolean).join(', '),
            },
          ];
    })
    .sort((a, b) => a.value - b.value);
  const first = bars[0];
  return {
    title: first
      ? `An outcome costs least with “${first.label}”: ${formats.value(first.value, 'money')}`
      : '',
    subtitle:
      'Cost of one outcome, with what counts and the published tier; compare only those with the same outcome',
    measure: 'Cost of one outcome',
    unit: 'money',
    bars,
  };
};

/** What is left of a hundred leads after each stage, in their order, as far as conversions are known. */
export const salesBars = (rows: Rows, formats: Formats): BarsOf => {
  const stages = rowsAs(salesStages, rows);
  const bars = stages.flatMap(({ id, values }, at) => {
    const value = cumulativeConversion(stages.slice(0, at + 1).map((stage) => stage.values));
    return value === null
      ? []
      : [
          {
            key: id,
            label: values.stage.trim() || 'Unnamed stage',
            value,
            note: `${percent(values.conversion ?? 0)} here`,
          },
        ];
  });
  const left = bars.at(-1);
  return {
    title: left ? `${formats.value(left.value, 'share')} of leads get past “${left.label}”` : '',
    subtitle: 'Share of all leads that pass each stage, and of those who come to it; your figures',
    measure: 'Of all leads',
    unit: 'share',
    bars,
  };
};
