import type { AppError } from '../core/app-error.ts';
import { ok, type Result } from '../core/result.ts';
import { decodeShareLink } from '../storage/share-link.ts';
import type { SharedView } from '../storage/shared-view.ts';
import { createWorkbook } from '../strategy/create-workbook.ts';
import type { Workbook } from '../strategy/workbook.ts';
import { newId } from './new-id.ts';

const prefix = '/shared/';

/** A link as opened: a workbook of its own, and the place to show. */
export interface OpenedLink {
  readonly workbook: Workbook;
  readonly route: SharedView['route'];
}

/** Reads a route `/shared/…`; undefined when the route is none. The workbook is new: nothing of the user's own is touched. */
export const openSharedView = (path: string): Result<OpenedLink, AppError> | undefined => {
  if (!path.startsWith(prefix)) return undefined;
  const decoded = decodeShareLink(path.slice(prefix.length));
  if (!decoded.ok) return decoded;
  const { route, settings, segments, themes, evidence, board } = decoded.value;
  const empty = createWorkbook(newId(), board ? `Shared: ${board.name}` : 'Shared view', newId);
  return ok({
    route: board ? { path: route.path, query: { ...route.query, board: board.id } } : route,
    workbook: {
      ...empty,
      settings,
      segments,
      evidence,
      themes: themes.length > 0 ? themes : empty.themes,
      boards: board ? [board] : empty.boards,
    },
  });
};
