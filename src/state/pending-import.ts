import type { FileInspection, FilePlan, LoadReport } from '../data/importing/contract.ts';
import type { LoadDecision } from '../data/importing/recipe/decide-load.ts';
import type { DataInfo } from '../storage/data-manifest.ts';

/** Files that wait for a decision on the mapping screen. */
export interface PendingImport {
  readonly files: readonly File[];
  readonly inspections: readonly FileInspection[];
  /** What they are to the data that are open, and what is proposed to do with them. */
  readonly decision: LoadDecision;
  /** They are in the data already, added to earlier ones: these come back before they are loaded again. */
  readonly isAdded?: boolean;
}

/** A data set that should be kept: whether it took the place of another, and what happened. */
export interface DataChange {
  readonly hasReplaced: boolean;
  readonly report: LoadReport;
}

/** The way to the data before the last load and back; false when that failed. Each is part of the caller's turn. */
export interface DataSteps {
  readonly back: () => Promise<boolean>;
  readonly forward: () => Promise<boolean>;
}

/** What is known of data besides their rows; everything may be missing. */
export type KnownInfo = Partial<Pick<DataInfo, 'report' | 'sampleId' | 'sources' | 'savedAt'>>;

/** The plan that was proposed for a file. */
export const planOf = (inspection: FileInspection): FilePlan => ({
  file: inspection.file,
  sheet: inspection.sheet,
  source: inspection.source,
  dialect: inspection.dialect,
  mapping: inspection.mapping,
  ...(inspection.fixes ? { fixes: inspection.fixes } : {}),
});

/** Loaded files as they were read, to be read in another way; `isAdded`: to earlier data. */
export const readAs = (
  { files, inspections }: PendingImport,
  plans: readonly FilePlan[],
  isAdded: boolean,
): PendingImport => ({
  files,
  inspections: inspections.map((one) => ({ ...one, ...plans.find((plan) => plan.file === one.file) })),
  decision: { kind: 'first', mode: isAdded ? 'append' : 'replace' },
  ...(isAdded ? { isAdded } : {}),
});

/** Files of which one was looked at again. */
export const withInspection = (pending: PendingImport, again: FileInspection): PendingImport => ({
  ...pending,
  inspections: pending.inspections.map((one) => (one.file === again.file ? again : one)),
});

/** Plans with the secret that pseudonyms are made with, asked for only where there are some. */
export const withSalt = async (
  plans: readonly FilePlan[],
  salt: () => Promise<string>,
): Promise<readonly FilePlan[]> => {
  const isNeeded = plans.some(({ mapping }) => mapping.some(({ privacy }) => privacy === 'pseudonymise'));
  if (!isNeeded) return plans;
  const secret = await salt();
  return plans.map((plan) => ({ ...plan, salt: secret }));
};

/** A report with what was noticed when the files were looked at. */
export const withNoticed = (report: LoadReport, inspections: readonly FileInspection[]): LoadReport => ({
  ...report,
  files: report.files.map((file) => ({
    ...file,
    issues: [
      ...(inspections.find((one) => one.file === file.file)?.issues ?? []).filter(
        // What was noticed in the first rows is told of all of them by the report.
        (noticed) => !file.issues.some(({ code }) => code === noticed.code),
      ),
      ...file.issues,
    ],
  })),
});

/** A mapping that is less sure than this is looked at before it is loaded; house rule. */
const sureEnough = 0.6;

const isDoubtful = ({ error, questions, confidence, profile }: FileInspection): boolean =>
  error !== undefined ||
  questions.length > 0 ||
  (profile === undefined && confidence !== undefined && confidence < sureEnough);

/**
 * Whether something has to be decided before files are loaded. A file of another kind among recognised ones, as in the
 * dump of a whole system, doesn't stop them: it is left out and named in the report.
 */
export const needsAttention = (inspections: readonly FileInspection[]): boolean => {
  const recognised = inspections.filter(({ source }) => source !== 'unknown');
  return (recognised.length > 0 ? recognised : inspections).some(isDoubtful);
};
