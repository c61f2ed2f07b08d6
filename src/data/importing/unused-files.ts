import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { reportUnused } from './building/report-file.ts';
import type { FilePlan, FileReport } from './contract.ts';
import type { LoadedFile, ReadFile } from './understand-file.ts';

/** Files of which nothing is used, and why; an error that must stop the load is no reason. */
export class UnusedFiles {
  readonly #reports = new Map<string, FileReport>();
  #first: AppError | undefined;

  constructor(readonly isAlone: boolean) {}

  /** Whether the load may go on without the file. */
  add(
    { plan, file }: Pick<ReadFile, 'plan' | 'file'>,
    error: AppError,
    use?: string,
    read?: FileReport,
  ): boolean {
    this.#first ??= error;
    const report = this.isAlone ? undefined : reportUnused(plan, file.size, error, use, read);
    if (report !== undefined) this.#reports.set(plan.file, report);
    return report !== undefined;
  }

  /** The reports of all files in the order of the plans, or the first error when there is nothing else. */
  settle(plans: readonly FilePlan[], loaded: ReadonlyMap<string, LoadedFile>): Result<readonly LoadedFile[]> {
    if (loaded.size === 0 && this.#first !== undefined) return err(this.#first);
    return ok(
      plans.flatMap(({ file }) => {
        const report = this.#reports.get(file);
        return loaded.get(file) ?? (report === undefined ? [] : { report });
      }),
    );
  }
}
