import * as v from 'valibot';
import { isDay } from '../core/day.ts';
import { evidenceSchema } from './records/evidence.ts';
import { vocabularyKeys } from './glossary/vocabularies.ts';
import { planSchema } from './records/plan.ts';
import { playbookSchema } from './records/playbook.ts';
import { segmentSchema } from './records/segment.ts';
import { swotBoardSchema, themeSchema } from './records/swot.ts';
import { assessorSchema, worksheetRowSchema } from './records/worksheet.ts';

/** Version of the workbook's form; older ones are migrated, newer ones refused. */
export const workbookVersion = 3;

/** What one unit of each currency (ISO 4217) is worth in another, entered by hand. */
const currencyRatesSchema = v.object({
  into: v.string(),
  rates: v.record(v.string(), v.pipe(v.number(), v.finite(), v.gtValue(0))),
});

/** A finding about the data that is fine as it is, and how many rows it was about when that was said. Names nobody. */
const acceptedFindingSchema = v.object({ id: v.string(), title: v.string(), count: v.number() });

/** What applies to every page. */
export const settingsSchema = v.object({
  /** ISO day; null for the day after the last order. */
  asOf: v.nullable(v.pipe(v.string(), v.check(isDay, 'Expected a calendar day (YYYY-MM-DD)'))),
  /** ISO 4217; null for the data's commonest currency. */
  currency: v.nullable(v.string()),
  returns: v.picklist(['net', 'ignore']),
  /** Segment in focus; null for everyone. */
  focusId: v.nullable(v.string()),
  /** Segment it is compared with; null for none. */
  comparisonId: v.nullable(v.string()),
  /** Rates by which amounts in other currencies are converted; absent until some are entered. */
  currencyRates: v.exactOptional(currencyRatesSchema),
  /** Findings about the data that don't count as open; absent without any. */
  acceptedFindings: v.exactOptional(v.array(acceptedFindingSchema)),
  /** The trade whose words the app speaks; absent for a shop. */
  vocabulary: v.exactOptional(v.picklist(vocabularyKeys)),
  /** House rules of the data's checks that the user changed, by name. */
  qualityRules: v.exactOptional(v.record(v.string(), v.pipe(v.number(), v.finite()))),
});

/** A condition that supports the chain; the list is the user's to edit. */
export const enablerSchema = v.object({ id: v.string(), name: v.string(), isDefault: v.boolean() });

/** Everything a strategist wrote. Holds rules and aggregates, never customer rows. Changed only by commands. */
export const workbookSchema = v.object({
  version: v.literal(workbookVersion),
  id: v.string(),
  name: v.string(),
  settings: settingsSchema,
  segments: v.array(segmentSchema),
  evidence: v.array(evidenceSchema),
  themes: v.array(themeSchema),
  boards: v.array(swotBoardSchema),
  plan: planSchema,
  /** Rows of each worksheet, by its id; absent while there are none. */
  worksheets: v.record(v.string(), v.array(worksheetRowSchema)),
  /** Who scores, in worksheets that ask several people. */
  assessors: v.array(assessorSchema),
  enablers: v.array(enablerSchema),
  /** Plays of RFM segments that the user changed, one a segment; absent while all are the defaults. */
  playbooks: v.exactOptional(v.array(playbookSchema)),
  /** Parameters that the user changed, by analysis. */
  analysisParams: v.record(v.string(), v.record(v.string(), v.unknown())),
});

/** A finding that was marked as fine. */
export type AcceptedFinding = v.InferOutput<typeof acceptedFindingSchema>;
/** {@link settingsSchema}'s type. */
export type Settings = v.InferOutput<typeof settingsSchema>;
/** {@link enablerSchema}'s type. */
export type Enabler = v.InferOutput<typeof enablerSchema>;
/** {@link workbookSchema}'s type. */
export type Workbook = v.InferOutput<typeof workbookSchema>;
