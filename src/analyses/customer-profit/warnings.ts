import type { Warning } from '../analysis.ts';
import { counted } from '../counted.ts';
import type { CustomerProfitParams } from './params.ts';
import type { CustomerProfit } from './result.ts';

/** Below this many customers single ones decide tenths and curve. House rule. */
const fewCustomers = 50;
/** Below this share of sales with known costs the profit rests on the assumed margin. House rule. */
const enoughKnown = 0.8;
/** More of the pools than this without a user asks for an explanation. House rule. */
const muchUnallocated = 0.4;

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const aboutGoods = (value: CustomerProfit, params: CustomerProfitParams): (Warning | false)[] => {
  const known = value.traced.knownGoods ?? 0;
  return [
    known === 0 && {
      code: 'costs-unknown',
      message: `The cost of goods is not known, so a margin of ${percent(params.assumedMarginShare)} is assumed for every order. Change it in the settings.`,
    },
    known > 0 &&
      known < enoughKnown && {
        code: 'costs-partly-unknown',
        message: `The cost of goods is known for ${percent(known)} of sales; for the others a margin of ${percent(params.assumedMarginShare)} is assumed.`,
      },
  ];
};

const aboutServing = (value: CustomerProfit, params: CustomerProfitParams): (Warning | false)[] => {
  const { capacity, activities } = value;
  const spread = activities.find(({ activity }) => activity === 'spread');
  return [
    capacity.supplied === null && {
      code: 'serve-assumed',
      message: `No cost pools are used: the cost to serve is minutes × ${params.costAMinute} a minute, our assumption. Load a costs table or change it in the settings.`,
    },
    spread !== undefined && {
      code: 'pools-spread',
      message:
        'Some cost pools are driven by something the data do not hold; they are spread over orders alike.',
    },
    (capacity.unallocatedShare ?? 0) > muchUnallocated && {
      code: 'much-unallocated',
      message: `${percent(capacity.unallocatedShare ?? 0)} of the cost pools reach no customer: check the minutes, and the pools that nothing drives.`,
    },
    (capacity.unused ?? 0) < -0.5 && {
      code: 'over-capacity',
      message:
        'More minutes are used than the pools have: the minutes for an activity are too many, or the pools hold too little.',
    },
  ];
};

const aboutVolumes = ({ traced }: CustomerProfit): (Warning | false)[] => {
  const lines = traced.estimatedLines ?? 0;
  return [
    traced.uncoveredOrders > 0 && {
      code: 'costs-cover-less',
      message: `${counted(traced.uncoveredOrders, 'order lies', 'orders lie')} outside the months of the costs table, charged at the same rates; use of capacity counts the covered months only.`,
    },
    lines > 0 && {
      code: 'lines-estimated',
      message: `${percent(lines)} of order lines are not in the data and are taken from similar customers.`,
    },
  ];
};

/** What makes the profit of customers less than trustworthy, most serious first. */
export const customerProfitWarnings = (value: CustomerProfit, params: CustomerProfitParams): Warning[] => {
  if (value.customers === 0) {
    return [{ code: 'no-customers', message: 'No customer in focus has bought until the as-of date.' }];
  }
  const candidates: (Warning | false)[] = [
    ...aboutGoods(value, params),
    ...aboutServing(value, params),
    ...aboutVolumes(value),
    value.profit <= 0 && {
      code: 'total-not-positive',
      message: 'All customers together bring no profit, so shares of it mean nothing; the curve is in money.',
    },
    value.customers < fewCustomers && {
      code: 'few-customers',
      message: `Only ${counted(value.customers, 'customer', 'customers')}: single ones decide the picture.`,
    },
  ];
  return candidates.filter((candidate) => candidate !== false);
};
