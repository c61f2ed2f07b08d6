import type { Row } from '../../data/row.ts';
import type { Compute } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { contactPressure } from './contact.ts';
import { failuresOf, recoveryOf } from './following.ts';
import type { ServiceLevelsParams } from './params.ts';
import type { ServiceLevels } from './result.ts';
import { besideOthers, knownShare } from './shares.ts';
import type { ShareSource } from './shares.ts';
import { serviceWarnings } from './warnings.ts';

type QueryName = 'levels' | 'payments' | 'failures' | 'tickets' | 'recovery' | 'contacts';

interface Sides {
  readonly focus: Row | undefined;
  readonly others: Row | undefined;
}

const sidesOf = (rows: readonly Row[]): Sides => ({
  focus: rows.find((row) => row['in_focus'] === true),
  others: rows.find((row) => row['in_focus'] === false),
});

const sharesOf = (levels: Sides, tickets: Sides, contacts: Sides): ServiceLevels['shares'] => {
  const ofOrders = (key: ShareSource['key'], column: string): ShareSource => ({
    key,
    ...levels,
    known: `${column}_known`,
    kept: `${column}_kept`,
  });
  return [
    ofOrders('onTime', 'on_time'),
    ofOrders('inFull', 'in_full'),
    ofOrders('noError', 'no_error'),
    ofOrders('rightPrice', 'right_price'),
    ofOrders('perfect', 'is_perfect'),
    { key: 'firstContact' as const, ...tickets, known: 'judged', kept: 'first_time' },
    { key: 'ticketsSatisfied' as const, ...tickets, known: 'rated', kept: 'satisfied' },
    { key: 'responded' as const, ...contacts, known: 'followed', kept: 'responses' },
  ].map(besideOthers);
};

const timesOf = (levels: Sides, tickets: Sides): ServiceLevels['times'] => {
  const time = (
    key: ServiceLevels['times'][number]['key'],
    { focus, others }: Sides,
    known: string,
    column: string,
  ) => ({
    key,
    known: numberOf(focus, known),
    value: knownNumberOf(focus, column),
    others: knownNumberOf(others, column),
  });
  return [
    time('medianDays', levels, 'delivered', 'median_days'),
    time('meanDays', levels, 'delivered', 'mean_days'),
    time('slowDays', levels, 'delivered', 'slow_days'),
    time('replyHours', tickets, 'replied', 'median_reply_hours'),
    time('slowReplyHours', tickets, 'replied', 'slow_reply_hours'),
    time('solveDays', tickets, 'solved', 'median_solve_days'),
  ];
};

const ordersIn = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + numberOf(row, 'orders'), 0);

const paymentsOf = (rows: readonly Row[]): ServiceLevels['payments'] => {
  const own = rows.filter((row) => row['in_focus'] === true);
  const theirs = rows.filter((row) => row['in_focus'] === false);
  const [ownOrders, theirOrders] = [ordersIn(own), ordersIn(theirs)];
  const hasRefunds = rows.some((row) => numberOf(row, 'refunded') > 0);
  return own.map((row) => {
    const method = String(row['method']);
    const orders = numberOf(row, 'orders');
    const refund = knownShare(numberOf(row, 'refunded'), hasRefunds ? orders : 0);
    const repeat = knownShare(numberOf(row, 'again'), numberOf(row, 'followed'));
    const other = theirs.find((one) => one['method'] === method);
    return {
      method,
      orders,
      share: orders / ownOrders,
      othersShare: ratioOf(numberOf(other, 'orders'), theirOrders),
      orderValue: numberOf(row, 'sales') / orders,
      refundRate: refund.value,
      refundLow: refund.low,
      refundHigh: refund.high,
      followed: repeat.known,
      repeatRate: repeat.value,
      repeatLow: repeat.low,
      repeatHigh: repeat.high,
    };
  });
};

/** What customers get: promises kept, times, payment, answers, messages, and what a broken promise goes with. */
export const computeServiceLevels: Compute<QueryName, ServiceLevelsParams, ServiceLevels> = ({
  rows,
  params,
}) => {
  const levels = sidesOf(rows.levels);
  const tickets = sidesOf(rows.tickets);
  const value: ServiceLevels = {
    orders: numberOf(levels.focus, 'orders'),
    customers: numberOf(levels.focus, 'customers'),
    othersOrders: knownNumberOf(levels.others, 'orders'),
    overdue: numberOf(levels.focus, 'overdue'),
    shares: sharesOf(levels, tickets, sidesOf(rows.contacts.filter((row) => row['class'] === 0))),
    times: timesOf(levels, tickets),
    payments: paymentsOf(rows.payments),
    failures: [...failuresOf(rows.failures, params)],
    ...recoveryOf(rows.recovery, params),
    ...contactPressure(rows.contacts, params),
  };
  return { value, warnings: serviceWarnings(value, params) };
};
