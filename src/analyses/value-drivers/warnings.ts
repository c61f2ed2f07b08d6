import type { Warning } from '../analysis.ts';
import { counted, grouped } from '../counted.ts';
import type { ValueDriversParams } from './params.ts';
import type { ValueDrivers } from './result.ts';

/** Fewest customers with, and without, the outcome for each driver (Peduzzi et al. 1996). */
const eventsPerDriver = 10;

const aboutNothing = (
  { customers, events, drivers }: ValueDrivers,
  params: ValueDriversParams,
): Warning | null => {
  const days = params.windowDays + (params.outcome === 'churned' ? params.churnDays : params.followDays);
  if (customers === 0)
    return {
      code: 'no-customers',
      message: `No customer in focus has been observed for the ${grouped(days)} days that drivers and outcome take: choose fewer.`,
    };
  if (drivers.length > 0) return null;
  return {
    code: 'no-model',
    message:
      events === 0 || events === customers
        ? `All ${counted(customers, 'customer', 'customers')} came out alike, so nothing tells them apart.`
        : `${counted(customers, 'customer is', 'customers are')} too few, or too much alike, to tell drivers apart.`,
  };
};

/** What makes the drivers less than trustworthy, most serious first. */
export const valueDriversWarnings = (value: ValueDrivers, params: ValueDriversParams): Warning[] => {
  const { customers, eligible, events, drivers, auc, aucLow } = value;
  const nothing = aboutNothing(value, params);
  if (nothing) return [nothing];
  const rarer = Math.min(events, customers - events);
  const candidates: (Warning | false)[] = [
    rarer < eventsPerDriver * drivers.length && {
      code: 'few-events',
      message: `${counted(rarer, 'customer', 'customers')} on the rarer side for ${drivers.length} drivers: it takes ${eventsPerDriver * drivers.length} for effects to be steady. Read the intervals, not the points.`,
    },
    value.isPenalised && {
      code: 'separated',
      message:
        'Some groups all came out alike, so their effect has no finite size; a penalty holds it, and the intervals are too narrow.',
    },
    value.leftOut.length > 0 && {
      code: 'left-out',
      message: `Left out, because other drivers say the same: ${value.leftOut.join(', ')}.`,
    },
    auc !== null &&
      aucLow !== null &&
      aucLow <= 0.5 && {
        code: 'no-better-than-chance',
        message:
          'On customers that it has not seen the model ranks no better than chance can: use no driver of it alone.',
      },
    eligible > customers && {
      code: 'sample',
      message: `Worked out on ${grouped(customers)} of ${grouped(eligible)} customers, drawn by a hash of their identifiers.`,
    },
  ];
  return candidates.filter((candidate) => candidate !== false);
};
