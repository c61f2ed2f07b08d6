import * as v from 'valibot';
import type { ColumnMapping, Dialect, ValueKind } from '../contract.ts';

// Facts that later versions add to a dialect or a mapping are kept as they are: older readers pass over them.
const dialectSchema = v.looseObject({
  encoding: v.optional(v.string()),
  delimiter: v.optional(v.string()),
  quote: v.optional(v.string()),
  skipLines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  hasHeader: v.optional(v.boolean()),
  decimalMark: v.optional(v.picklist(['.', ','])),
  thousandsMark: v.optional(v.string()),
  dateOrder: v.optional(v.picklist(['ymd', 'dmy', 'mdy'])),
  dateOrderIsAGuess: v.optional(v.boolean()),
});

const mappingSchema = v.looseObject({
  column: v.string(),
  target: v.string(),
  confidence: v.number(),
  reason: v.string(),
});

const valueKinds = [
  'empty',
  'integer',
  'number',
  'date',
  'datetime',
  'boolean',
  'email',
  'text',
] as const satisfies readonly ValueKind[];

const profileEntries = {
  id: v.string(),
  columns: v.array(v.string()),
  kinds: v.optional(v.array(v.picklist(valueKinds))),
  source: v.string(),
  file: v.string(),
  sheet: v.optional(v.string()),
  dialect: dialectSchema,
  mapping: v.array(mappingSchema),
  savedAt: v.number(),
};

/** A {@link MappingProfile} as stored. */
export const profileSchema = v.object(profileEntries);

/** A {@link SourceRecipe} as stored. */
export const sourceSchema = v.object({
  ...profileEntries,
  series: v.string(),
  mode: v.picklist(['replace', 'append']),
  fixes: v.optional(v.array(v.object({ column: v.string(), from: v.string(), to: v.string() }))),
});

/** What was read by {@link profileSchema} or {@link sourceSchema}, with the types that it stands for. */
export const toProfile = <P extends v.InferOutput<typeof profileSchema>>(
  read: P,
): Omit<P, 'dialect' | 'mapping'> & {
  readonly dialect: Partial<Dialect>;
  readonly mapping: readonly ColumnMapping[];
} => ({
  ...read,
  dialect: read.dialect as Partial<Dialect>,
  mapping: read.mapping as readonly ColumnMapping[],
});
