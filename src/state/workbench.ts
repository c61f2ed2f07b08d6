import { analyses } from '../analyses/registry.ts';
import { describeParameters, type ParameterDescription } from '../analyses/parameters.ts';
import type { Need } from '../analyses/analysis.ts';
import { predicateSchema, type Predicate } from '../core/predicate.ts';
import type { AppError } from '../core/app-error.ts';
import { explainError } from '../core/explain-error.ts';
import type { Result } from '../core/result.ts';
import type { ColumnMapping, FilePlan, LoadMode, LoadReport } from '../data/importing/contract.ts';
import type { RunOutcome, TableResult } from '../engine/contract.ts';
import { replaceWorkbook } from '../strategy/commands/workspace.ts';
import { plainJson } from '../strategy/plain-json.ts';
import { parseWorkbook } from '../strategy/parse-workbook.ts';
import type { Workbook } from '../strategy/workbook.ts';
import { safeParse } from 'valibot';
import { newJobId } from './analysis-run.svelte.ts';
import type { App } from './app.svelte.ts';
import { missingNeeds } from './missing-needs.ts';
import { exportBlob, type ExportKind } from './workbench-export.ts';

/** An analysis as a script sees it; `reason` says why it isn't ready. */
export interface AnalysisListing {
  readonly id: string;
  readonly title: string;
  readonly needs: readonly Need[];
  readonly params: readonly ParameterDescription[];
  readonly ready: boolean;
  readonly reason?: string;
}

/** Decisions of a script about files. */
export interface LoadOptions {
  /** Targets by file name and column; what isn't named is loaded as proposed, whatever was decided on the page before. */
  readonly mapping?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** `replace` (unless told otherwise) puts the files in place of all data; `append` adds them: the same key is the same row. */
  readonly mode?: LoadMode;
}

/** `window.workbench`: the scripting interface. It takes the same code paths as the pages. A failure rejects with {@link WorkbenchError}. */
export interface Workbench {
  readonly ready: Promise<void>;
  load(files: readonly File[], options?: LoadOptions): Promise<LoadReport>;
  sample(id: string): Promise<LoadReport>;
  clear(): Promise<void>;
  analyses(): readonly AnalysisListing[];
  run(
    id: string,
    params?: Readonly<Record<string, unknown>>,
    segment?: Predicate | string,
  ): Promise<RunOutcome>;
  sql(text: string): Promise<TableResult>;
  readonly workbook: {
    get(): Workbook;
    replace(json: unknown): void;
    undo(): void;
    redo(): void;
  };
  export(kind: ExportKind, target?: string): Promise<Blob>;
}

/** What a scripting call rejects with: the error's facts beside its words. */
export class WorkbenchError extends Error {
  readonly facts: AppError;

  constructor(facts: AppError) {
    const { title, cause, nextStep } = explainError(facts);
    super([title, cause, nextStep].filter(Boolean).join(' '));
    this.name = 'WorkbenchError';
    this.facts = facts;
  }
}

const valueOf = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new WorkbenchError(result.error);
};

const withTargets = (
  mapping: readonly ColumnMapping[],
  targets: Readonly<Record<string, string>>,
): readonly ColumnMapping[] =>
  mapping.map((one) => {
    const target = targets[one.column];
    return target === undefined ? one : { ...one, target, confidence: 1, reason: 'Chosen by a script' };
  });

const resolveSegment = (app: App, segment: Predicate | string | undefined): Predicate | undefined => {
  if (segment === undefined) return undefined;
  if (typeof segment === 'string') {
    const known = app.workbook.current.segments.find((one) => one.id === segment || one.name === segment);
    if (!known)
      throw new WorkbenchError({ kind: 'segment-invalid', reason: `There is no segment “${segment}”` });
    return known.predicate;
  }
  const plain = plainJson(segment);
  const parsed = safeParse(predicateSchema, plain.ok ? plain.value : undefined);
  if (!parsed.success)
    throw new WorkbenchError({ kind: 'segment-invalid', reason: parsed.issues[0].message });
  return parsed.output;
};

const load = async (app: App, files: readonly File[], options: LoadOptions): Promise<LoadReport> => {
  const inspections = valueOf(await app.engine.inspect(newJobId(), files, () => undefined));
  const plans = inspections.map((one): FilePlan => {
    if (one.error) throw new WorkbenchError(one.error);
    return {
      file: one.file,
      sheet: one.sheet,
      source: one.source,
      dialect: one.dialect,
      mapping: withTargets(one.mapping, options.mapping?.[one.file] ?? {}),
    };
  });
  const report = await app.dataset.load(plans, files, inspections, options.mode);
  if (!report) throw new WorkbenchError(app.dataset.error ?? { kind: 'cancelled' });
  return report;
};

const list = (app: App): readonly AnalysisListing[] =>
  analyses.map(({ id, title, needs, params }) => {
    const missing = missingNeeds(needs, app.dataset.description);
    return {
      id,
      title,
      needs,
      params: describeParameters(params),
      ready: missing.length === 0,
      ...(missing.length > 0 ? { reason: `Needs ${missing.join(', ')}` } : {}),
    };
  });

/** The scripting interface over an app. `ready` settles when the engine is up and the workspace is restored. */
export const createWorkbench = (app: App, ready: Promise<void>): Workbench => ({
  ready,
  load: (files, options = {}) => load(app, files, options),
  sample: async (id) => {
    const report = await app.dataset.sample(id);
    if (!report) throw new WorkbenchError(app.dataset.error ?? { kind: 'cancelled' });
    return report;
  },
  clear: () => app.workspaces.clearData(),
  analyses: () => list(app),
  run: async (id, params = {}, segment) =>
    valueOf(
      await app.engine.run(newJobId(), {
        id,
        params,
        context: app.context,
        segment: resolveSegment(app, segment),
      }),
    ),
  sql: async (text) => valueOf(await app.engine.sql(newJobId(), text)),
  workbook: {
    get: () => app.workbook.current,
    replace: (json) => app.workbook.execute(replaceWorkbook(valueOf(parseWorkbook(json)))),
    undo: () => app.workbook.undo(),
    redo: () => app.workbook.redo(),
  },
  export: async (kind, target) => valueOf(await exportBlob(app, kind, target)),
});
