import * as v from 'valibot';
import { isDay } from '../../core/day.ts';

/** A remark on a row: by whom and when. `text` is plain. */
export const commentSchema = v.object({
  id: v.string(),
  author: v.string(),
  day: v.pipe(v.string(), v.check(isDay, 'Expected a calendar day (YYYY-MM-DD)')),
  text: v.string(),
});

/** What a cell can hold; each kind of field takes one of these. A record holds one number for each assessor's id. */
export const cellValueSchema = v.union([
  v.string(),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.null(),
  v.record(v.string(), v.pipe(v.number(), v.finite())),
]);

/** One row of a worksheet. Which fields it has and what they may hold says the worksheet's definition. */
export const worksheetRowSchema = v.object({
  id: v.string(),
  values: v.record(v.string(), cellValueSchema),
  owner: v.string(),
  evidenceIds: v.array(v.string()),
  comments: v.array(commentSchema),
});

/** Somebody who scores. Names are the user's to choose; they may be roles. */
export const assessorSchema = v.object({ id: v.string(), name: v.string() });

/** {@link commentSchema}'s type. */
export type Comment = v.InferOutput<typeof commentSchema>;
/** {@link cellValueSchema}'s type. */
export type CellValue = v.InferOutput<typeof cellValueSchema>;
/** {@link worksheetRowSchema}'s type. */
export type WorksheetRow = v.InferOutput<typeof worksheetRowSchema>;
