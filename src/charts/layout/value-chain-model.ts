import type { Point } from './geometry.ts';

/** The three phases of the chain, in order. */
export type Phase = 'analysis' | 'resources' | 'implementation';

/** One primary stage with the figures that say how it stands. */
export interface Stage {
  readonly key: string;
  readonly label: string;
  readonly phase: Phase;
  readonly headlines: readonly { readonly label: string; readonly text: string }[];
  /** False while the data for it are missing: drawn quietly, still leads to its pages. */
  readonly available: boolean;
  /** What is missing, in a few words. */
  readonly needs?: string;
}

/** A condition that supports the whole chain. */
export interface Enabler {
  readonly key: string;
  readonly label: string;
}

/** What the chain ends in: customer profitability, its trend, a detail. */
export interface Arrowhead {
  readonly label: string;
  readonly text: string;
  readonly detail: string;
}

/** Everything that the picture shows. */
export interface ValueChain {
  readonly stages: readonly Stage[];
  readonly enablers: readonly Enabler[];
  readonly arrowhead: Arrowhead;
}

/** A line of words: where it starts (or its middle) on the baseline, and how it is set. */
export interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly role: 'name' | 'figure' | 'label';
}

/** A shape with its words. */
export interface ChainPart {
  readonly key: string;
  readonly path: string;
  readonly words: readonly Words[];
}

/** Where everything of the chain lies. */
export interface ValueChainGeometry {
  readonly width: number;
  readonly height: number;
  readonly isVertical: boolean;
  readonly phases: readonly {
    readonly phase: Phase;
    readonly x1: number;
    readonly x2: number;
    readonly y: number;
  }[];
  readonly stages: readonly ChainPart[];
  readonly enablers: readonly ChainPart[];
  readonly enablerTitle: Point;
  readonly arrowhead: ChainPart & { readonly anchor: 'start' | 'middle' };
}
