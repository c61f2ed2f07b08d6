import type { FileReport, LoadMode, ValueFix } from '../contract.ts';
import { profileOf, type FileDecision, type MappingProfile } from '../mapping/mapping-profile.ts';
import { fileSeries } from './file-series.ts';

/** How one file came into the data: enough to read next month's file alike without a question. */
export interface SourceRecipe extends MappingProfile {
  /** Part of the file's name that the next one has too: {@link fileSeries}. */
  readonly series: string;
  readonly mode: LoadMode;
  /** Values that are read as other ones. They may name customers: they stay with the data. */
  readonly fixes?: readonly ValueFix[] | undefined;
}

/** How all files came into the data, in their order. */
export interface ImportRecipe {
  readonly sources: readonly SourceRecipe[];
}

/** A file that is in the data, with what happened to it. Stays on this machine: rejected rows are customers' data. */
export interface DataSource {
  readonly recipe: SourceRecipe;
  readonly report: FileReport;
  /** Epoch milliseconds. */
  readonly loadedAt: number;
}

/** The recipe of a decision that was carried out. */
export const recipeOf = (decision: FileDecision, mode: LoadMode): SourceRecipe => ({
  ...profileOf(decision),
  series: fileSeries(decision.plan.file),
  mode,
  ...(decision.plan.fixes ? { fixes: decision.plan.fixes } : {}),
});

/** What is remembered of a source in every workspace: not the corrected values, which may name customers. */
export const profileOfSource = ({
  series: _series,
  mode: _mode,
  fixes: _fixes,
  ...profile
}: SourceRecipe): MappingProfile => profile;

const isSameFile = (a: SourceRecipe, b: SourceRecipe): boolean => a.id === b.id && a.file === b.file;

/** The files that are in the data after a load: with `append` the ones before, but for those that came again. */
export const sourcesAfter = (
  before: readonly DataSource[],
  loaded: readonly DataSource[],
  mode: LoadMode,
): readonly DataSource[] =>
  mode === 'replace'
    ? loaded
    : [...before.filter(({ recipe }) => !loaded.some((one) => isSameFile(one.recipe, recipe))), ...loaded];

/** Sources from a report alone, as workspaces of earlier versions have it. */
export const sourcesOfReport = (files: readonly FileReport[], loadedAt: number): readonly DataSource[] =>
  files.map((report) => {
    const { file, source, dialect, mapping } = report;
    const columns = report.columns ?? mapping.map(({ column }) => column);
    const plan = { file, source, dialect, mapping };
    return {
      recipe: recipeOf({ plan, columns, corrections: {}, decidedAt: loadedAt }, 'replace'),
      report,
      loadedAt,
    };
  });
