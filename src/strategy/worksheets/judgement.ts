import type { FormatUnit } from '../../core/format/formats.ts';

/** A number of the data as it is now, and as it was when it was pinned. */
export interface BoundFigure {
  readonly now: number | null;
  readonly pinned: number | null;
  readonly unit: FormatUnit;
}

/** What a row's number means for it, in words, with a tone for its sign. */
export interface Judgement {
  readonly tone: 'good' | 'near' | 'bad' | 'open';
  readonly words: string;
  /** The number where none is pinned, as somebody typed it. */
  readonly byHand: number | null;
  /** How it moved since it was pinned, in words; empty where that is not known. */
  readonly trend: string;
}
