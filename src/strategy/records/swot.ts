import * as v from 'valibot';

/** The four fields of the board, in reading order. */
export const quadrants = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const;

/** One of {@link quadrants}. */
export type Quadrant = (typeof quadrants)[number];

/** Whether a quadrant is about ourselves (strengths, weaknesses) and not about the world around us. */
export const isInternal = (quadrant: Quadrant): boolean =>
  quadrant === 'strengths' || quadrant === 'weaknesses';

/** One opinion. `text` is Markdown and sanitised where it is drawn. */
export const cardSchema = v.object({
  id: v.string(),
  quadrant: v.picklist(quadrants),
  text: v.string(),
  themeId: v.nullable(v.string()),
  segmentId: v.nullable(v.string()),
  evidenceIds: v.array(v.string()),
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
});

/** {@link cardSchema}'s type. */
export type Card = v.InferOutput<typeof cardSchema>;
/** {@link themeSchema}'s type. */
export type Theme = v.InferOutput<typeof themeSchema>;
/** {@link pairSchema}'s type. */
export type Pair = v.InferOutput<typeof pairSchema>;
/** {@link swotBoardSchema}'s type. */
export type SwotBoard = v.InferOutput<typeof swotBoardSchema>;
