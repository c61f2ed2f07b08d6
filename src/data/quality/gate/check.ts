import type { TableName } from '../../tables/canonical-tables.ts';
import type { Severity } from '../finding.ts';
import type { Treatment } from '../treatment.ts';

/** Analyses by what moves them; ids as in the registry. */
export const moves = {
  money: ['overview', 'concentration', 'rfm', 'customer-value', 'segment-profile'],
  everything: [
    'overview',
    'concentration',
    'rfm',
    'customer-value',
    'cohort-retention',
    'value-ladder',
    'segment-profile',
  ],
  time: ['overview', 'cohort-retention', 'rfm', 'customer-value', 'value-ladder'],
  customers: [
    'concentration',
    'rfm',
    'customer-value',
    'cohort-retention',
    'value-ladder',
    'segment-profile',
  ],
  margin: ['concentration', 'customer-value', 'segment-profile'],
  service: ['value-ladder', 'segment-profile'],
  nothing: [],
} as const;

/** One thing that may be wrong with the rows of a table. */
export interface Check {
  /** Unique in its table. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly column?: string;
  /** SQL condition on a row of the relation. */
  readonly where: string;
  /** SQL condition on the rows that are the population; all rows without it. */
  readonly among?: string;
  /** What a row is called, in the plural. */
  readonly unit: string;
  readonly explanation: string;
  readonly how: string;
  readonly analyses: readonly string[];
  readonly treatments?: readonly Treatment[];
  /** SQL text of what is noticeable about a row; must name nobody. */
  readonly example: string;
  /** Below this share of the population it isn't worth a word; 0 without it. */
  readonly from?: number;
}

/**
 * The rows of a table with what the gate adds to them: `gate_money` (net revenue that hangs on the row, null where none
 * does), `gate_customer` and `gate_name` (what names the row).
 */
export interface GateRelation {
  readonly table: TableName;
  readonly sql: string;
  /** The rows are worth keeping between the scans: working them out takes longer than writing them down. */
  readonly isCostly?: true;
  readonly checks: readonly Check[];
  /** Columns that should be filled and may not be, with what their absence does; see `completeness.ts`. */
  readonly hasColumns: boolean;
  /** SQL of a row's key, where it must be unique. */
  readonly key?: string;
  /** What a row is called, in the plural. */
  readonly unit: string;
  /** SQL of the number of rows that there are in all, where `sql` gives only some. */
  readonly allRows?: string;
}
