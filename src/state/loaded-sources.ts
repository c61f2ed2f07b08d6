import type {
  Dialect,
  FileCorrection,
  FileInspection,
  FilePlan,
  LoadMode,
  LoadReport,
} from '../data/importing/contract.ts';
import { recipeOf, sourcesAfter, type DataSource } from '../data/importing/recipe/import-recipe.ts';
import { withNoticed } from './pending-import.ts';

/** What the user said of each file, by its name. */
export type Corrections = Readonly<Record<string, FileCorrection>>;

/** What a correction says that was not so before: the screen hands over the whole dialect. */
const saidAnew = (correction: FileCorrection, { dialect }: FileInspection): FileCorrection =>
  Object.fromEntries(
    Object.entries(correction).filter(
      ([name, value]) => name !== 'sheet' && value !== dialect[name as keyof Dialect],
    ),
  );

/** The corrections with one more, of a file that was understood as `before` says. */
export const withCorrection = (
  corrections: Corrections,
  correction: FileCorrection,
  before: FileInspection,
): Corrections => ({
  ...corrections,
  [before.file]: { ...corrections[before.file], ...saidAnew(correction, before) },
});

/** What was decided by hand about how a file is written. A guess that was let stand counts: it was asked about. */
const correctionsOf = (
  plan: FilePlan,
  inspection: FileInspection | undefined,
  corrections: Corrections,
): Partial<Dialect> => {
  const { sheet: _, ...said } = corrections[plan.file] ?? {};
  const { dateOrder, decimalMark, thousandsMark } = plan.dialect;
  const guessed = inspection?.dialect;
  return {
    ...said,
    ...(guessed?.dateOrderIsAGuess ? { dateOrder, dateOrderIsAGuess: false } : {}),
    ...(guessed?.decimalMarkIsAGuess ? { decimalMark, thousandsMark, decimalMarkIsAGuess: false } : {}),
  };
};

/** The files of a load as sources: report and recipe of each. `now` in epoch milliseconds. */
const loadedSources = (
  report: LoadReport,
  plans: readonly FilePlan[],
  inspections: readonly FileInspection[],
  decided: { readonly mode: LoadMode; readonly corrections: Corrections; readonly now: number },
): readonly DataSource[] =>
  report.files.flatMap((file) => {
    const plan = plans.find((one) => one.file === file.file);
    if (!plan) return [];
    const inspection = inspections.find((one) => one.file === file.file);
    const columns = inspection?.columns.map(({ name }) => name) ?? plan.mapping.map(({ column }) => column);
    const kinds = inspection?.columns.map(({ kind }) => kind);
    const corrections = correctionsOf(plan, inspection, decided.corrections);
    const decision = { plan, columns, kinds, corrections, decidedAt: decided.now };
    return [{ recipe: recipeOf(decision, decided.mode), report: file, loadedAt: decided.now }];
  });

/** What is known of data after a load: its report with what was noticed before, and every file that is in them now. */
export const loadedInfo = (
  loaded: LoadReport,
  plans: readonly FilePlan[],
  inspections: readonly FileInspection[],
  decided: {
    readonly mode: LoadMode;
    readonly corrections: Corrections;
    readonly now: number;
    readonly before: readonly DataSource[];
  },
): { readonly report: LoadReport; readonly sources: readonly DataSource[] } => {
  const report = withNoticed(loaded, inspections);
  const sources = loadedSources(report, plans, inspections, decided);
  return { report, sources: sourcesAfter(decided.before, sources, decided.mode) };
};
