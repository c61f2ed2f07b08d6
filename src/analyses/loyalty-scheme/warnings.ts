import type { Warning } from '../analysis.ts';
import type { LoyaltySchemeParams } from './params.ts';
import type { LoyaltyScheme } from './result.ts';

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)}%`;

/** Service below its floor: a scheme can’t mend it. */
const serviceWarnings = (
  { onTime, satisfied }: LoyaltyScheme,
  { onTimeFloor, satisfiedFloor }: LoyaltySchemeParams,
): readonly Warning[] => {
  const below = [
    ...(onTime.isBelow
      ? [`${percent(onTime.value ?? 0)} of deliveries are on time, not ${percent(onTimeFloor)}`]
      : []),
    ...(satisfied.isBelow
      ? [`${percent(satisfied.value ?? 0)} of scores are 4 or 5, not ${percent(satisfiedFloor)}`]
      : []),
  ];
  return below.length === 0
    ? []
    : [
        {
          code: 'service-below-floor',
          message: `Mend the service first: ${below.join('; ')}. Points don’t make up for it.`,
        },
      ];
};

/** Why the figures of a scheme flatter it, and what the data don't tell. */
export const loyaltyWarnings = (value: LoyaltyScheme, params: LoyaltySchemeParams): readonly Warning[] => {
  if (value.customers === 0)
    return [{ code: 'no-spend', message: 'Nobody here has spent anything in the last 365 days.' }];
  return [
    ...serviceWarnings(value, params),
    ...(value.bestShare === null
      ? []
      : [
          {
            code: 'already-better',
            message: `Those who join are often better before they do: if it were your best ${percent(params.takeUp)} of customers, members would make up ${percent(value.bestShare)} of spend without buying anything more. Measure the lift against customers who couldn’t join.`,
          },
        ]),
    ...(value.marginSource === 'assumed'
      ? [
          {
            code: 'margin-assumed',
            message:
              'The cost of goods isn’t known, so a margin of 30% is assumed: give yours in the settings.',
          },
        ]
      : []),
    ...(value.exitRisk === null
      ? [
          {
            code: 'no-redemptions',
            message:
              'How much of the spend hangs on rewards can’t be told: no contact in the data is a redemption (interactions whose kind or outcome says so).',
          },
        ]
      : []),
  ];
};
