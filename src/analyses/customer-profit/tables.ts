import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import type { CustomerProfit } from './result.ts';
import { traitWords } from './traits.ts';

type Cell = string | number | null;
type CellRow = Readonly<Record<string, Cell>>;

/** A table of cells, as a figure shows it and a file holds it. */
interface CellTable {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly unit?: FormatUnit }[];
  readonly people?: string;
  readonly rows: readonly CellRow[];
}

const money = (key: string, label: string) => ({ key, label, unit: 'money' as const });
const count = (key: string, label: string) => ({ key, label, unit: 'count' as const });
const share = (key: string, label: string) => ({ key, label, unit: 'share' as const });

/** Columns of a sortable table for the cells of a figure's. */
export const tableColumns = (table: CellTable, formats: Formats) =>
  table.columns.map(({ key, label, unit }) => ({
    key,
    label,
    kind: unit ? ('number' as const) : ('text' as const),
    text: (row: CellRow): string => {
      const cell = row[key] ?? null;
      return typeof cell === 'string' ? cell : formats.value(cell, unit ?? 'count');
    },
    sortBy: (row: CellRow) => row[key],
  }));

/** The points of a whale curve. */
export const whaleTable = (whale: CustomerProfit['before']): CellTable => ({
  columns: [
    share('x', 'Share of customers, best first'),
    money('y', 'Cumulative profit'),
    share('share', 'Share of the total'),
  ],
  rows: whale.points,
});

/** What the surgery changes, before and after. */
export const surgeryTable = ({ before, surgery }: CustomerProfit): CellTable => ({
  columns: [
    { key: 'when', label: 'Terms' },
    money('profit', 'Profit'),
    money('peak', 'Highest cumulative profit'),
    count('unprofitable', 'Unprofitable customers'),
  ],
  rows: [
    { when: 'Today', profit: before.total, peak: before.peak, unprofitable: before.unprofitable },
    {
      when: 'With these terms',
      profit: surgery.after.total,
      peak: surgery.after.peak,
      unprofitable: surgery.after.unprofitable,
    },
  ],
});

/** Profit and loss by tenth. */
export const decileTable = (value: CustomerProfit): CellTable => ({
  people: 'customers',
  columns: [
    count('decile', 'Tenth'),
    count('customers', 'Customers'),
    count('orders', 'Orders'),
    money('revenue', 'Net revenue'),
    money('goods', 'Goods'),
    money('charges', 'Fees and freight'),
    money('serve', 'Cost to serve'),
    money('profit', 'Profit'),
    money('lowest', 'From'),
    money('highest', 'To'),
  ],
  rows: value.deciles,
});

/** Years of tenure. */
export const tenureTable = (value: CustomerProfit): CellTable => ({
  people: 'customers',
  columns: [
    count('year', 'Year'),
    count('customers', 'Customers'),
    count('buyers', 'Who bought'),
    money('profitEach', 'Profit a customer'),
    money('profitBuyer', 'Profit a buyer'),
    money('orderValue', 'Revenue an order'),
    money('serveOrder', 'Cost to serve an order'),
  ],
  rows: value.tenure,
});

/** What sets unprofitable customers apart. */
export const tailTable = (value: CustomerProfit): CellTable => ({
  people: 'customers',
  columns: [
    { key: 'label', label: 'Trait' },
    count('customers', 'Customers'),
    count('unprofitable', 'Unprofitable'),
    share('rate', 'Unprofitable of these'),
    share('tailShare', 'Share of unprofitable customers'),
    share('baseShare', 'Share of all customers'),
    money('loss', 'Sum of losses'),
    money('profit', 'Profit of all of them'),
  ],
  rows: value.tail.map((trait) => ({ label: traitWords(trait), ...trait })),
});

const activityWords: Readonly<Record<string, string>> = {
  orders: 'Orders',
  lines: 'Order lines',
  deliveries: 'Deliveries',
  rush: 'Rush orders',
  returns: 'Returns',
  tickets: 'Tickets',
  calls: 'Calls',
  visits: 'Visits',
  contacts: 'Messages',
  spread: 'Spread over orders',
  shared: 'Shared by several',
  other: 'Driven by nothing known',
};

/** Activities with their cost and the use of their pool, and the sum of the pools. */
export const activityTable = (value: CustomerProfit): CellTable => ({
  columns: [
    { key: 'activity', label: 'Activity' },
    count('volume', 'Times'),
    { key: 'minutesEach', label: 'Minutes', unit: 'ratio' as const },
    money('costEach', 'Cost each'),
    money('supplied', 'Supplied'),
    money('focus', 'Customers in focus'),
    money('others', 'Other customers'),
    money('nobody', 'Unknown buyers'),
    money('unused', 'Unused'),
  ],
  rows: [
    ...value.activities.map((activity) => ({
      ...activity,
      activity: activityWords[activity.activity] ?? activity.activity,
    })),
    {
      activity: 'All',
      volume: null,
      minutesEach: null,
      costEach: null,
      supplied: value.capacity.supplied,
      focus: value.capacity.focus,
      others: value.capacity.others,
      nobody: value.capacity.nobody,
      unused: value.capacity.unused,
    },
  ],
});
