import type {
  Dialect,
  FileCorrection,
  FileInspection,
  FilePlan,
  LoadMode,
  LoadReport,
} from '../data/importing/contract.ts';
import { recipeOf, type DataSource } from '../data/importing/recipe/import-recipe.ts';

/** What the user said of each file, by its name. */
export type Corrections = Readonly<Record<string, FileCorrection>>;

/** What a correction says that was not so before: the screen hands over the whole dialect. */
export const saidAnew = (correction: FileCorrection, { dialect }: FileInspection): FileCorrection =>
  Object.fromEntries(
    Object.entries(correction).filter(
      ([name, value]) => name !== 'sheet' && value !== dialect[name as keyof Dialect],
    ),
  );

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
export const loadedSources = (
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
