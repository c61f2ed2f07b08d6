import type { Predicate } from '../../../core/predicate.ts';
import type { Claim } from '../../records/evidence.ts';
import type { Gate, PlanLine } from '../../records/plan.ts';
import type { Quadrant } from '../../records/swot.ts';

/** A segment of an example; other parts name it by its key. */
export interface ExampleSegment {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly predicate: Predicate;
}

/** A number that something rests on: a headline of an analysis about a segment (`null`: everyone), and what is claimed of it. */
export interface ExampleNumber {
  readonly analysisId: string;
  readonly headlineKey: string;
  /** Key of the segment; null for all customers. */
  readonly segment: string | null;
  readonly claim: Claim;
}

/** A headline of an analysis about a segment with what is claimed of it; shares are 0–1. */
export const claimed = (
  [analysisId, headlineKey]: readonly [string, string],
  segment: string | null,
  operator: Exclude<Claim['operator'], 'between'>,
  value: number,
): ExampleNumber => ({ analysisId, headlineKey, segment, claim: { operator, value } });

/** A card of the company’s SWOT board. `theme` is the id of a default theme, `numbers` are keys of numbers. */
export interface ExampleCard {
  readonly key: string;
  readonly quadrant: Quadrant;
  readonly text: string;
  readonly theme: string;
  readonly impact: number;
  readonly segment?: string;
  readonly numbers?: readonly string[];
}

/** How an internal card meets an external one, by their keys, −2 to +2. */
export type ExampleCrossing = readonly [internal: string, external: string, rating: number];

/** An answer that joins an internal card with an external one. */
export interface ExampleAnswer {
  readonly internal: string;
  readonly external: string;
  readonly text: string;
}

/**
 * A row of a worksheet. Links are written as keys: of a segment, of another row, of an assessor in scores; a supporting condition as
 * the id of a default one.
 */
export interface ExampleRow {
  readonly key?: string;
  readonly values: Readonly<
    Record<string, string | number | boolean | null | Readonly<Record<string, number>>>
  >;
  readonly owner?: string;
  readonly numbers?: readonly string[];
}

/** A line of the plan; its assumptions may name one of its numbers. */
export type ExampleLine = Omit<PlanLine, 'id' | 'segmentId' | 'evidenceIds' | 'assumptions'> & {
  readonly segment: string;
  readonly numbers: readonly string[];
  readonly assumptions: readonly { readonly text: string; readonly number?: string }[];
};

/** A whole strategy, written for one of the sample companies. Plain data; ids are given when it is filled in. */
export interface StrategyExample {
  /** The sample company that it is written for. */
  readonly id: 'retailer' | 'supplier';
  readonly segments: readonly ExampleSegment[];
  readonly numbers: Readonly<Record<string, ExampleNumber>>;
  readonly cards: readonly ExampleCard[];
  readonly crossings: readonly ExampleCrossing[];
  readonly answers: readonly ExampleAnswer[];
  /** Who scores, by key. */
  readonly assessors: Readonly<Record<string, string>>;
  /** Rows by worksheet; a worksheet stands after those that it links to. */
  readonly worksheets: Readonly<Record<string, readonly ExampleRow[]>>;
  readonly lines: readonly ExampleLine[];
  readonly gates: readonly [Gate, Gate];
}
