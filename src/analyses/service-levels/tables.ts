import type { Unit } from '../analysis.ts';
import type { Formats } from '../../core/format/formats.ts';
import { grouped } from '../counted.ts';
import type { ServiceLevels } from './result.ts';
import { failureWords, shareWords } from './words.ts';

/** A table behind a figure: a column without a unit holds words. */
interface FigureTable {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly unit?: Unit }[];
  readonly people: string;
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** Shares in figures, for the table behind the chart. */
export const shareTable = ({ shares }: ServiceLevels): FigureTable => ({
  columns: [
    { key: 'name', label: 'Promise' },
    { key: 'known', label: 'Known of', unit: 'count' },
    { key: 'value', label: 'Kept', unit: 'share' },
    { key: 'low', label: 'Likely from', unit: 'share' },
    { key: 'high', label: 'Likely to', unit: 'share' },
    { key: 'others', label: 'Comparison', unit: 'share' },
    { key: 'difference', label: 'Difference', unit: 'share' },
    { key: 'differenceLow', label: 'Difference from', unit: 'share' },
    { key: 'differenceHigh', label: 'Difference to', unit: 'share' },
  ],
  people: 'known',
  rows: shares.map(({ key, others, kept: _, ...rest }) => ({
    name: shareWords[key].label,
    ...rest,
    others: others?.value ?? null,
  })),
});

/** What broken promises go with, in figures. */
export const failureTable = ({ failures }: ServiceLevels): FigureTable => ({
  columns: [
    { key: 'name', label: 'Failure' },
    { key: 'brokenCustomers', label: 'Customers', unit: 'count' },
    { key: 'brokenAgain', label: 'Bought again', unit: 'share' },
    { key: 'keptCustomers', label: 'Customers without it', unit: 'count' },
    { key: 'keptAgain', label: 'Bought again', unit: 'share' },
    { key: 'cost', label: 'Fewer', unit: 'share' },
    { key: 'low', label: 'Likely from', unit: 'share' },
    { key: 'high', label: 'Likely to', unit: 'share' },
  ],
  people: 'brokenCustomers',
  rows: failures.map(({ promise, ...rest }) => ({ name: failureWords[promise], ...rest })),
});

/** Class of days to solve a complaint, in words. */
export const recoveryName = ({ days }: ServiceLevels['recovery'][number]): string => {
  if (days === null) return 'Later or not yet';
  return days === 1 ? 'Within a day' : `Within ${days} days`;
};

/** Who bought again after a complaint, in figures. */
export const recoveryTable = ({ recovery }: ServiceLevels): FigureTable => ({
  columns: [
    { key: 'name', label: 'Solved' },
    { key: 'customers', label: 'Customers', unit: 'count' },
    { key: 'value', label: 'Bought again', unit: 'share' },
    { key: 'low', label: 'Likely from', unit: 'share' },
    { key: 'high', label: 'Likely to', unit: 'share' },
  ],
  people: 'customers',
  rows: recovery.map((one) => ({
    name: recoveryName(one),
    customers: one.customers,
    value: one.value,
    low: one.low,
    high: one.high,
  })),
});

/** Class of messages in words. */
export const pressureName = ({ from, to }: ServiceLevels['pressure'][number]): string => {
  if (to === null) return `${from} messages and more`;
  if (from === to) return from === 1 ? '1 message' : `${from} messages`;
  return `${from} to ${to} messages`;
};

/** Messages and what they bring, in figures. */
export const pressureTable = ({ pressure }: ServiceLevels): FigureTable => ({
  columns: [
    { key: 'name', label: 'In the window' },
    { key: 'customers', label: 'Customers', unit: 'count' },
    { key: 'messages', label: 'Messages', unit: 'count' },
    { key: 'response', label: 'Answered', unit: 'share' },
    { key: 'responseLow', label: 'Likely from', unit: 'share' },
    { key: 'responseHigh', label: 'Likely to', unit: 'share' },
    { key: 'complained', label: 'Complained', unit: 'share' },
    { key: 'unsubscribed', label: 'Unsubscribed', unit: 'share' },
  ],
  people: 'customers',
  rows: pressure.map((one) => ({
    name: pressureName(one),
    customers: one.customers,
    messages: one.messages,
    response: one.response,
    responseLow: one.responseLow,
    responseHigh: one.responseHigh,
    complained: one.complained,
    unsubscribed: one.unsubscribed,
  })),
});

type Payment = ServiceLevels['payments'][number];

const between = (low: number | null, high: number | null, formats: Formats): string =>
  low === null || high === null ? '' : ` (${formats.value(low, 'share')} to ${formats.value(high, 'share')})`;

/** Columns of the payment table; the comparison’s only where there is one. */
export const paymentColumns = (formats: Formats, otherName: string | undefined) => [
  { key: 'method', label: 'Paid by', kind: 'text' as const, text: ({ method }: Payment) => method },
  {
    key: 'orders',
    label: 'Orders',
    kind: 'number' as const,
    text: ({ orders }: Payment) => grouped(orders),
    sortBy: ({ orders }: Payment) => orders,
  },
  {
    key: 'share',
    label: 'Share',
    kind: 'number' as const,
    text: ({ share }: Payment) => formats.value(share, 'share'),
    sortBy: ({ share }: Payment) => share,
  },
  ...(otherName === undefined
    ? []
    : [
        {
          key: 'othersShare',
          label: otherName,
          kind: 'number' as const,
          text: ({ othersShare }: Payment) => formats.value(othersShare, 'share'),
          sortBy: ({ othersShare }: Payment) => othersShare,
        },
      ]),
  {
    key: 'orderValue',
    label: 'Order value',
    kind: 'number' as const,
    text: ({ orderValue }: Payment) => formats.value(orderValue, 'money'),
    sortBy: ({ orderValue }: Payment) => orderValue,
  },
  {
    key: 'repeatRate',
    label: 'Bought again',
    definition: 'Of customers whose first order of the followed window was paid so',
    kind: 'number' as const,
    text: ({ repeatRate, repeatLow, repeatHigh }: Payment) =>
      `${formats.value(repeatRate, 'share')}${between(repeatLow, repeatHigh, formats)}`,
    sortBy: ({ repeatRate }: Payment) => repeatRate,
  },
  {
    key: 'refundRate',
    label: 'Given back',
    definition: 'Orders returned, refunded or credited',
    kind: 'number' as const,
    text: ({ refundRate, refundLow, refundHigh }: Payment) =>
      `${formats.value(refundRate, 'share')}${between(refundLow, refundHigh, formats)}`,
    sortBy: ({ refundRate }: Payment) => refundRate,
  },
];
