import type { GenericSchema, InferOutput } from 'valibot';
import type { Day } from '../core/day.ts';
import type { Predicate } from '../core/predicate.ts';
import type { Row } from '../data/row.ts';
import type { ParameterSchema } from './parameters.ts';

/** Settings that differ from the usual ones, by name. */
export type SettingChanges = Readonly<Record<string, number | string | boolean>>;

/** What every run is told besides its own parameters. The same context, data and parameters give the same result. */
export interface RunContext {
  /** The day on which the question is asked; recency is counted to it and later orders are ignored. */
  readonly asOf: Day;
  /** ISO 4217 code in which money is shown. */
  readonly currency: string;
  /** Seed of anything random. */
  readonly seed: number;
  /** `net`: refunds and returns are subtracted; `ignore`: sales before refunds. */
  readonly returns: 'net' | 'ignore';
  /**
   * What the user changed on the pages Customer value and Profit (see `value-settings.ts`): what customers are worth in
   * lists, segments, the portfolio and the equity follows it. Absent: nothing.
   */
  readonly settings?: SettingChanges;
}

/** A table, and columns of it that must hold at least one value, without which an analysis can't run. */
export interface Need {
  readonly table: string;
  readonly columns?: readonly string[];
}

/** How a headline number is written. Shares are 0–1. */
export type Unit = 'money' | 'count' | 'share' | 'days' | 'ratio' | 'points';

/** A number that a strategy note can pin and make a claim about. `null` when the data can't tell. */
export interface Headline {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly unit: Unit;
}

/** A result that should be read with care: why, and what would help. Plain sentences. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

/** A mark of a chart that the user picked; it can become a segment. */
export interface Mark {
  /** Proposed name of the segment. */
  readonly label: string;
  readonly predicate: Predicate;
  /** What serving these customers better would bring a year, money, where the analysis says so. */
  readonly worth?: number | null;
}

/** What was tried in a picture and is worth doing: it can become a line of the plan. */
export interface Proposal {
  /** What is done, in a few words. */
  readonly title: string;
  /** The terms, in full. */
  readonly terms: string;
  /** The stage of the customer lifecycle that it serves. */
  readonly stage: 'acquisition' | 'onboarding' | 'engagement' | 'retention' | 'advocacy';
  /** Those of the focus whom it is for, with a name; undefined: all of them. */
  readonly meant: Mark | undefined;
  /** Likely profit by it, money, before what it costs to do; null when the data can't tell. */
  readonly profit: number | null;
  /** Where the profit comes from: over which time, on which assumptions. */
  readonly source: string;
  /** Key of the headline number that says it. */
  readonly headlineKey: string;
  /** What must be true for it. */
  readonly assumptions: readonly string[];
}

/** One line of "How is this computed?". */
export interface Formula {
  readonly name: string;
  readonly formula: string;
  readonly meaning: string;
}

/** What `compute` receives: the decoded rows of each query. */
export interface ComputeInput<QueryName extends string, Params> {
  readonly rows: Readonly<Record<QueryName, readonly Row[]>>;
  readonly params: Params;
  readonly context: RunContext;
}

/** What `compute` returns. */
export interface Computed<Value> {
  readonly value: Value;
  readonly warnings: readonly Warning[];
}

/** A pure function from rows to the analysis's documented result. */
export type Compute<QueryName extends string, Params, Value> = (
  input: ComputeInput<QueryName, Params>,
) => Computed<Value>;

/**
 * One analysis, defined once: the page, the form, "How is this computed?", evidence, exports and the scripting
 * interface all come from it. Light: it may be imported by the page; `compute` is loaded by the engine.
 *
 * Queries are written over the relations that the engine puts before them (see `data/sql/compose-query.ts`):
 * `scoped_customers`, `scoped_orders`, `scoped_lines`, `comparison_customers`, and may use the parameters `$as_of`,
 * `$returns_net` and every own parameter in snake_case.
 */
export interface AnalysisDefinition<
  Id extends string = string,
  Params extends ParameterSchema = ParameterSchema,
  QueryName extends string = string,
  Value = unknown,
> {
  readonly id: Id;
  readonly title: string;
  /** The business question in the strategist's words. */
  readonly question: string;
  readonly needs: readonly Need[];
  readonly params: Params;
  readonly queries: Readonly<Record<QueryName, string>>;
  /** Schema of the result, with a description on each field: the documentation of `run(id)`. */
  readonly result: GenericSchema<Value>;
  /** The numbers worth pinning, most important first. */
  readonly headlines: (value: Value) => readonly Headline[];
  readonly formulas: readonly Formula[];
  readonly sources: readonly string[];
  /** When not to trust it. */
  readonly limits: readonly string[];
  readonly compute: () => Promise<Compute<QueryName, InferOutput<Params>, Value>>;
}

/** Keeps the literal types of a definition. */
export const defineAnalysis = <
  Id extends string,
  Params extends ParameterSchema,
  QueryName extends string,
  Value,
>(
  definition: AnalysisDefinition<Id, Params, QueryName, Value>,
): AnalysisDefinition<Id, Params, QueryName, Value> => definition;

/** What a `View.svelte` receives. */
export interface ViewProps<Value, Params> {
  readonly value: Value;
  readonly params: Params;
  readonly context: RunContext;
  /** The same analysis for the segment it is compared with, when there is one. */
  readonly comparison?: Value | undefined;
  /** Names of the focus and of what it is compared with. */
  readonly focusName: string;
  readonly comparisonName?: string | undefined;
  /** Changes parameters from within the picture (a dragged cut). */
  readonly onparams: (change: Partial<Params>) => void;
  /** A mark was picked to become a segment. */
  readonly onmark: (mark: Mark) => void;
  /** What was tried is to be kept as a line of the plan. */
  readonly onplan: (proposal: Proposal) => void;
}
