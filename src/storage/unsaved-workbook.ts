import type { AppError } from '../core/app-error.ts';
import { ok, type Result } from '../core/result.ts';
import { parseWorkbook } from '../strategy/parse-workbook.ts';
import type { Workbook } from '../strategy/workbook.ts';
import type { WorkspaceStorage } from './workspace-storage.ts';

const key = 'arrowhead-unsaved';

interface Unsaved {
  readonly workbook: unknown;
  readonly savedAt: number;
}

/**
 * Puts aside a workbook that a closing page can't wait to see written to the database. `savedAt` in epoch milliseconds.
 * Where the browser denies this storage or it is full, the last moment of typing is lost.
 */
export const putAside = (workbook: Workbook, savedAt: number): void => {
  try {
    localStorage.setItem(key, JSON.stringify({ workbook, savedAt } satisfies Unsaved));
  } catch {
    // There is no other store that a closing page can still write.
  }
};

const takeBack = (): Unsaved | undefined => {
  try {
    const text = localStorage.getItem(key);
    localStorage.removeItem(key);
    return text === null ? undefined : (JSON.parse(text) as Unsaved);
  } catch {
    return undefined;
  }
};

/** Writes what was put aside to the database, unless something newer of that workspace was saved since. */
export const recoverUnsaved = async (storage: WorkspaceStorage): Promise<Result<void, AppError>> => {
  const unsaved = takeBack();
  const workbook = parseWorkbook(unsaved?.workbook);
  if (!unsaved || !workbook.ok) return ok(undefined);
  const list = await storage.list();
  if (!list.ok) return list;
  const stored = list.value.find(({ id }) => id === workbook.value.id);
  if (stored && stored.savedAt > unsaved.savedAt) return ok(undefined);
  return storage.writeWorkbook(workbook.value, unsaved.savedAt);
};
