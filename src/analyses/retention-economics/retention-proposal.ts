import type { Formats } from '../../core/format/formats.ts';
import type { Proposal, RunContext } from '../analysis.ts';
import type { RetentionEconomicsParams } from './params.ts';
import type { RetentionEconomics } from './result.ts';

/** Better retention as it could stand in the plan: what it would be worth for all active customers, and what it assumes. */
export const retentionProposal = (
  value: RetentionEconomics,
  params: RetentionEconomicsParams,
  context: RunContext,
  formats: Formats,
): Proposal => {
  const [now, after] = [value.used.retention, value.points.retention].map((share) =>
    formats.value(share, 'share'),
  );
  const span =
    value.basis === 'for-ever' ? 'all years to come' : `${formats.value(params.horizon, 'count')} years`;
  return {
    title: `Keep ${after} of customers a year`,
    terms: `Retention rises from ${now} to ${after} a year.`,
    stage: 'retention',
    meant: undefined,
    profit: value.points.total,
    source: `What retention is worth, as of ${formats.day(context.asOf)}: present value over ${span} of ${formats.value(value.active, 'count')} active customers, discounted by ${formats.value(value.used.discount, 'share')} a year.`,
    headlineKey: 'total',
    assumptions: [
      'What we do makes customers stay who would have left.',
      'Those who are made to stay bring as much as those who stay by themselves.',
    ],
  };
};
