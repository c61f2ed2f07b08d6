import type { FileInspection, LoadMode } from '../contract.ts';
import { fileSeries } from './file-series.ts';
import type { SourceRecipe } from './import-recipe.ts';
import { profileKeyOf } from './recall-profile.ts';

/**
 * What dropped files are to the data that are open. `first`: there are none. `again`: the same files, all of them.
 * `updated`: some of them. `next`: later ones of the same kinds. `other`: anything else, which the user must decide.
 */
export interface LoadDecision {
  readonly kind: 'first' | 'again' | 'updated' | 'next' | 'other';
  readonly mode: LoadMode;
}

/** The source that a file is a newer version of, or follows; undefined when its columns or its name are another kind. */
export const precedingSource = (
  inspection: FileInspection,
  sources: readonly SourceRecipe[],
): SourceRecipe | undefined => {
  const key = profileKeyOf(inspection);
  const alike = sources.filter(({ id }) => id === key);
  return (
    alike.find(({ file }) => file === inspection.file) ??
    alike.findLast(({ series }) => series === fileSeries(inspection.file))
  );
};

/**
 * What to do with dropped files, by what is known of them before reading: their names and columns. Whole sets of files
 * that come again take the place of the old; later files of the same kinds are added.
 */
export const decideLoad = (
  inspections: readonly FileInspection[],
  sources: readonly SourceRecipe[],
  hasOwnData: boolean,
): LoadDecision => {
  if (!hasOwnData) return { kind: 'first', mode: 'replace' };
  const readable = inspections.filter(({ error }) => error === undefined);
  const preceding = readable.map((one) => precedingSource(one, sources));
  if (readable.length === 0 || preceding.includes(undefined)) return { kind: 'other', mode: 'append' };
  const isAgain = readable.every((one, at) => one.file === preceding[at]?.file);
  if (!isAgain) return { kind: 'next', mode: 'append' };
  return sources.every((source) => preceding.includes(source))
    ? { kind: 'again', mode: 'replace' }
    : { kind: 'updated', mode: 'append' };
};
