import { openTableFiles } from './table-files.ts';
import { openWorkbookDb } from './workbook-db.ts';
import { WorkspaceStorage } from './workspace-storage.ts';

/**
 * Opens what this browser keeps for the page: memory takes the place of whatever it refuses. `newId` gives a text
 * that was never used before.
 */
export const openStorage = async (newId: () => string): Promise<WorkspaceStorage> => {
  const [db, files] = await Promise.all([openWorkbookDb(), openTableFiles()]);
  return new WorkspaceStorage(db, files, newId);
};
