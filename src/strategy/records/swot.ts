import * as v from 'valibot';
import { isDay } from '../../core/day.ts';

/** The four fields of the board, in reading order. */
export const quadrants = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const;

/** One of {@link quadrants}. */
export type Quadrant = (typeof quadrants)[number];

/** Whether a quadrant is about ourselves (strengths, weaknesses) and not about the world around us. */
export const isInternal = (quadrant: Quadrant): boolean =>
  quadrant === 'strengths' || quadrant === 'weaknesses';

/** What a card said at the end of a day, before it was worded differently. */
export const wordingSchema = v.object({
  day: v.pipe(v.string(), v.check(isDay, 'Expected a calendar day (YYYY-MM-DD)')),
  text: v.string(),
});

/**
 * How many times more important one card of a quadrant, or one quadrant, is than another, in the eyes of one assessor: 1/9 to 9
 * (Saaty’s scale). Ids are those of cards or names of quadrants.
 */
export const comparisonSchema = v.object({
  assessorId: v.string(),
  firstId: v.string(),
  secondId: v.string(),
  ratio: v.pipe(v.number(), v.minValue(1 / 9), v.maxValue(9)),
});

/** How an internal card meets an external one: +2 helps much, −2 stands much in the way. */
export const crossingSchema = v.object({
  internalCardId: v.string(),
  externalCardId: v.string(),
  rating: v.pipe(v.number(), v.integer(), v.minValue(-2), v.maxValue(2)),
});

/** One opinion. `text` is Markdown and sanitised where it is drawn. */
export const cardSchema = v.object({
  id: v.string(),
  quadrant: v.picklist(quadrants),
  text: v.string(),
  themeId: v.nullable(v.string()),
  segmentId: v.nullable(v.string()),
  evidenceIds: v.array(v.string()),
  /** How much it matters for the result, 1 little, 5 decisive; absent until said. */
  impact: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
  /** Dots that each assessor gave it; absent without any. */
  votes: v.exactOptional(v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1)))),
  /** Day of the wording that it has; absent when that is not known. */
  wordedOn: v.exactOptional(v.pipe(v.string(), v.check(isDay, 'Expected a calendar day (YYYY-MM-DD)'))),
  /** Earlier wordings, oldest first, the last of each day; absent while there are none. */
  history: v.exactOptional(v.array(wordingSchema)),
});

/** A subject that cards share; `colour` is the number of a series colour, 1–8. */
export const themeSchema = v.object({
  id: v.string(),
  name: v.string(),
  colour: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
});

/** An answer that joins an internal card (S or W) with an external one (O or T). */
export const pairSchema = v.object({
  id: v.string(),
  internalCardId: v.string(),
  externalCardId: v.string(),
  text: v.string(),
});

/** A SWOT board of the company or of one department. Cards keep their order within a quadrant. */
export const swotBoardSchema = v.object({
  id: v.string(),
  level: v.picklist(['company', 'department']),
  name: v.string(),
  cards: v.array(cardSchema),
  pairs: v.array(pairSchema),
  /** Judgements by pairs; absent without any. */
  comparisons: v.exactOptional(v.array(comparisonSchema)),
  /** Ratings of the TOWS grid; absent without any. */
  crossings: v.exactOptional(v.array(crossingSchema)),
});

/** {@link cardSchema}'s type. */
export type Card = v.InferOutput<typeof cardSchema>;
/** {@link themeSchema}'s type. */
export type Theme = v.InferOutput<typeof themeSchema>;
/** {@link pairSchema}'s type. */
export type Pair = v.InferOutput<typeof pairSchema>;
/** {@link swotBoardSchema}'s type. */
export type SwotBoard = v.InferOutput<typeof swotBoardSchema>;
/** {@link comparisonSchema}'s type. */
export type Comparison = v.InferOutput<typeof comparisonSchema>;
/** {@link crossingSchema}'s type. */
export type Crossing = v.InferOutput<typeof crossingSchema>;
