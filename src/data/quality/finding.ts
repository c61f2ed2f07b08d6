import type { Traceability } from './traceability.ts';
import type { Treatment } from './treatment.ts';

/** `error`: figures are wrong until it is dealt with; `warning`: figures may mislead; `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** A row that shows what is meant. */
export interface FindingExample {
  /** What names the row, an order or a customer: masked on the page unless asked for. Null where it names nothing. */
  readonly id: string | null;
  /** What is noticeable about it; names nobody. */
  readonly text: string;
}

/** What a finding does to the analyses. */
export interface FindingEffect {
  /** Net revenue of the rows concerned, in the currency of the data; null where the rows carry none. */
  readonly revenue: number | null;
  /** The same as a share of all net revenue, −1 to 1 or beyond; null with it, or without revenue. */
  readonly revenueShare: number | null;
  /** Customers concerned; null where rows name none. */
  readonly customers: number | null;
  /** Ids of the analyses that it moves. */
  readonly analyses: readonly string[];
  /** How it moves them: one sentence. */
  readonly how: string;
}

/** Something about the loaded data that a strategist should know before trusting them. */
export interface Finding {
  /** Stable: `table/check` or `table/check/column`. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly table: string;
  readonly column?: string;
  /** Rows concerned, of `population` rows; `unit` says of what. */
  readonly count: number;
  readonly population: number;
  readonly share: number;
  readonly unit: string;
  /** How it was found: one or two sentences. */
  readonly explanation: string;
  /** At most five, the largest amounts first. */
  readonly examples: readonly FindingExample[];
  readonly effect: FindingEffect;
  /** What can be done with one click, most fitting first. Rates of a currency conversion are still to be entered. */
  readonly treatments: readonly Treatment[];
}

/** What a treatment did when it was applied. */
export interface AppliedTreatment {
  readonly treatment: Treatment;
  /** How many rows it was about; `unit` says of what. */
  readonly concerned: number;
  readonly unit: 'orders' | 'lines' | 'customers';
  readonly ordersRemoved: number;
  readonly customersRemoved: number;
  /** Net revenue after it less net revenue before it, in the currency of the data. */
  readonly revenueChange: number;
}

/** The quality gate's answer. */
export interface QualityReport {
  /** Largest effect on revenue first; then by severity, then by share. */
  readonly findings: readonly Finding[];
  readonly traceability: Traceability;
  /** All net revenue, in the currency of the data; cancelled orders don't count. */
  readonly revenue: number;
  /** Milliseconds in the engine. */
  readonly ms: number;
}
