import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import type { RetentionEconomics } from './result.ts';

type CellRow = Readonly<Record<string, string | number | null>>;

interface CellTable {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly unit: FormatUnit }[];
  readonly people?: string;
  readonly rows: readonly CellRow[];
}

const money = (key: string, label: string) => ({ key, label, unit: 'money' as const });
const share = (key: string, label: string) => ({ key, label, unit: 'share' as const });
const count = (key: string, label: string) => ({ key, label, unit: 'count' as const });

/** Columns of a sortable table for the cells of a figure's. */
export const tableColumns = (table: CellTable, formats: Formats) =>
  table.columns.map(({ key, label, unit }) => ({
    key,
    label,
    kind: 'number' as const,
    text: (row: CellRow): string => formats.value(Number(row[key] ?? NaN), unit),
    sortBy: (row: CellRow) => row[key],
  }));

/** Value by rate of retention. */
export const curveTable = ({ curve }: RetentionEconomics): CellTable => ({
  columns: [share('retention', 'Retention'), money('value', 'Value of a customer')],
  rows: curve,
});

/** Layers by year; those that are nothing in every year are left out. */
export const yearsTable = ({ years }: RetentionEconomics): CellTable => {
  const layers = [
    money('base', 'Base profit'),
    money('extraPurchases', 'Growth, purchases'),
    money('costSaving', 'Less work'),
    money('referrals', 'Referrals'),
    money('pricePremium', 'Better prices'),
  ] as const;
  const present = layers.filter(
    ({ key }) => key === 'base' || years.some((year) => year.layers[key as keyof typeof year.layers] !== 0),
  );
  return {
    columns: [
      count('year', 'Year'),
      share('retention', 'Stay into the next'),
      share('survival', 'Still there'),
      ...present,
      money('profit', 'Profit'),
      money('cumulative', 'So far, less winning'),
      money('cumulativeAfter', 'With better retention'),
    ],
    rows: years.map(({ layers: parts, ...year }) => ({ ...year, ...parts })),
  };
};

/** Retention by year of tenure. */
export const tenureTable = ({ tenure }: RetentionEconomics): CellTable => ({
  people: 'atRisk',
  columns: [
    count('year', 'Years after the first'),
    count('atRisk', 'Bought every year before'),
    count('stayed', 'Bought again'),
    share('retention', 'Retention'),
    share('low', 'Likely from'),
    share('high', 'to'),
    share('projected', 'Projected (sBG)'),
  ],
  rows: tenure,
});
