import * as v from 'valibot';
import type { AppError } from '../../../core/app-error.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { ImportRecipe, SourceRecipe } from './import-recipe.ts';
import { sourceSchema, toProfile } from './profile-schema.ts';

const recipeVersion = 1;

const fileSchema = v.object({
  application: v.literal('arrowhead'),
  kind: v.literal('import-recipe'),
  version: v.number(),
  sources: v.array(sourceSchema),
});

/** Targets whose values name things, not people: corrections of those may leave this machine. */
const namesThings =
  /^(products|campaigns|costs)\.|\.(product_id|campaign_id|status|channel|category|currency)$/;

const withoutPersonalFixes = ({ fixes, ...source }: SourceRecipe): SourceRecipe => {
  const targets = new Map(source.mapping.map(({ column, target }) => [column, target]));
  const kept = fixes?.filter(({ column }) => namesThings.test(targets.get(column) ?? '')) ?? [];
  return kept.length > 0 ? { ...source, fixes: kept } : source;
};

/**
 * A recipe as the text of a JSON file, so that a colleague reads the same files alike. It holds names of files and
 * columns and no values, but for corrected names of products, campaigns and other things; never of customers.
 */
export const serialiseRecipe = (recipe: ImportRecipe): string =>
  JSON.stringify(
    {
      application: 'arrowhead',
      kind: 'import-recipe',
      version: recipeVersion,
      sources: recipe.sources.map(withoutPersonalFixes),
    },
    null,
    2,
  );

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecipe = (json: unknown): boolean => {
  const { application, kind } = (json ?? {}) as Partial<Record<'application' | 'kind', unknown>>;
  return application === 'arrowhead' && kind === 'import-recipe';
};

const invalid = (reason: string): Result<never, AppError> => err({ kind: 'recipe-invalid', reason });

/** Reads what {@link serialiseRecipe} wrote; `recipe-invalid` for anything else, and for what a later version wrote. */
export const parseRecipe = (text: string): Result<ImportRecipe, AppError> => {
  const json = parseJson(text);
  if (!isRecipe(json)) return invalid('It is not an import recipe of the workbench');
  const parsed = v.safeParse(fileSchema, json);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    return invalid(`At ${v.getDotPath(issue) ?? 'its start'}: ${issue.message}`);
  }
  return parsed.output.version > recipeVersion
    ? invalid('A newer version of the workbench wrote it')
    : ok({ sources: parsed.output.sources.map(toProfile) });
};
