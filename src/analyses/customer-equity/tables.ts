import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import type { CustomerEquityResult } from './result.ts';

type Cell = string | number | boolean | null;
type CellRow = Readonly<Record<string, Cell>>;

/** A column of figures with its heading. */
interface FigureColumn {
  readonly key: string;
  readonly label: string;
  readonly unit?: FormatUnit;
}

const group = (heading: string): readonly FigureColumn[] => [
  { key: 'name', label: heading },
  { key: 'customers', label: 'Customers', unit: 'count' },
  { key: 'equity', label: 'Equity', unit: 'money' },
  { key: 'share', label: 'Share', unit: 'share' },
  { key: 'mean', label: 'A customer', unit: 'money' },
  { key: 'pAlive', label: 'Still customers', unit: 'share' },
  { key: 'atRisk', label: 'At risk', unit: 'money' },
  { key: 'referral', label: 'Referral value', unit: 'money' },
];

/** Groups of customers in figures. */
export const groupTable = (heading: string, rows: CustomerEquityResult['cohorts']) => ({
  columns: group(heading),
  people: 'customers',
  rows,
});

/** Cost of winning against value, by channel. */
export const winningTable = ({ winning }: CustomerEquityResult) => ({
  columns: [
    { key: 'name', label: 'Channel' },
    { key: 'won', label: 'Customers won', unit: 'count' as const },
    { key: 'cac', label: 'Cost of winning', unit: 'money' as const },
    { key: 'clv', label: 'Lifetime value', unit: 'money' as const },
    { key: 'clvToCac', label: 'Value ÷ cost', unit: 'ratio' as const },
    { key: 'firstYear', label: 'First-year margin', unit: 'money' as const },
    { key: 'paybackMonths', label: 'Payback, months', unit: 'points' as const },
  ],
  people: 'won',
  rows: winning,
});

/** Retention by head count and by value, year by year. */
export const yearsTable = ({ years }: CustomerEquityResult, formats: Formats) => ({
  columns: [
    { key: 'year', label: 'Year' },
    { key: 'customers', label: 'Customers before', unit: 'count' as const },
    { key: 'headCount', label: 'By head count', unit: 'share' as const },
    { key: 'byValue', label: 'By value', unit: 'share' as const },
    { key: 'gap', label: 'Gap', unit: 'share' as const },
    { key: 'netRevenue', label: 'Net revenue', unit: 'share' as const },
    { key: 'grossRevenue', label: 'Gross revenue', unit: 'share' as const },
  ],
  people: 'customers',
  rows: years.map(({ from, to, customers, headCount, byValue, gap, netRevenue, grossRevenue }) => ({
    year: `${formats.month(from)} – ${formats.month(to)}`,
    customers,
    headCount,
    byValue,
    gap,
    netRevenue,
    grossRevenue,
  })),
});

/** Columns of a sortable table for those of a figure's. */
export const tableColumns = (columns: readonly FigureColumn[], formats: Formats) =>
  columns.map(({ key, label, unit }) => ({
    key,
    label,
    kind: unit ? ('number' as const) : ('text' as const),
    text: (row: CellRow): string => {
      const cell = row[key] ?? null;
      return typeof cell === 'string' ? cell : formats.value(Number(cell ?? NaN), unit ?? 'count');
    },
    sortBy: (row: CellRow) => {
      const cell = row[key] ?? null;
      return typeof cell === 'boolean' ? null : cell;
    },
  }));
