import { beforeEach, describe, expect, it } from 'vitest';
import type { DataInfo, StoredTable } from '../../../src/storage/data-manifest.ts';
import { tableFilesIn } from '../../../src/storage/table-files.ts';
import { workbookDbInMemory } from '../../../src/storage/workbook-db.ts';
import { WorkspaceStorage } from '../../../src/storage/workspace-storage.ts';
import { valueOf } from '../../support/engine.ts';
import { fakeDirectory, type FakeDirectory } from '../../support/fake-directory.ts';

const info = (fingerprint: string): DataInfo => ({ fingerprint, savedAt: 1, report: null, sampleId: null });
const table = (name: string, ...bytes: number[]): StoredTable => ({
  name,
  rows: bytes.length,
  bytes: new Uint8Array(bytes),
});
const workbook = { id: 'w', name: 'Plan', segments: [] };

let disk: FakeDirectory;
let storage: WorkspaceStorage;
beforeEach(async () => {
  disk = fakeDirectory();
  let ids = 0;
  storage = new WorkspaceStorage(workbookDbInMemory(), tableFilesIn(disk.handle), () => `${++ids}`);
  valueOf(await storage.writeWorkbook(workbook, 10));
});

const fingerprint = async (): Promise<string | undefined> =>
  valueOf(await storage.readData('w'))?.info.fingerprint;

describe('data of a workspace', () => {
  it('come back as they were saved', async () => {
    valueOf(await storage.saveData('w', [table('orders', 1, 2, 3), table('customers', 4)], info('one')));
    const data = valueOf(await storage.readData('w'));
    expect(data?.info).toEqual(info('one'));
    expect(data?.tables).toEqual([table('orders', 1, 2, 3), table('customers', 4)]);
  });

  it('survive a change of the strategy', async () => {
    valueOf(await storage.saveData('w', [table('orders', 1)], info('one')));
    valueOf(await storage.writeWorkbook({ ...workbook, name: 'Better plan' }, 20));
    expect(await fingerprint()).toBe('one');
    expect(valueOf(await storage.list())).toEqual([{ id: 'w', name: 'Better plan', savedAt: 20 }]);
  });

  it('can be replaced and cleared, and both undone, once', async () => {
    valueOf(await storage.saveData('w', [table('orders', 1)], info('one')));
    valueOf(await storage.saveData('w', [table('orders', 2)], info('two')));
    valueOf(await storage.undoData('w'));
    expect(await fingerprint()).toBe('one');
    valueOf(await storage.undoData('w'));
    expect(await fingerprint()).toBe('two');
    valueOf(await storage.clearData('w'));
    expect(await fingerprint()).toBeUndefined();
    valueOf(await storage.undoData('w'));
    expect(await fingerprint()).toBe('two');
  });

  it('leave no file behind that nothing can need', async () => {
    for (const name of ['one', 'two', 'three'])
      valueOf(await storage.saveData('w', [table('orders', 1)], info(name)));
    expect(disk.files.size).toBe(2);
    disk.files.set('orders-9.arrow.crswap', new Uint8Array([1]));
    valueOf(await storage.sweep());
    expect(disk.files.size).toBe(2);
  });

  it('stay when the disk is full, with the number of bytes that were needed', async () => {
    valueOf(await storage.saveData('w', [table('orders', 1)], info('one')));
    disk.space = 2;
    const full = await storage.saveData('w', [table('lines', 1), table('orders', 1, 2, 3)], info('two'));
    expect(full).toEqual({ ok: false, error: { kind: 'storage-full', neededBytes: 3 } });
    expect(await fingerprint()).toBe('one');
  });

  it('are an error when a file was deleted from outside', async () => {
    valueOf(await storage.saveData('w', [table('orders', 1)], info('one')));
    disk.files.clear();
    expect(await storage.readData('w')).toMatchObject({ ok: false, error: { kind: 'storage-denied' } });
  });
});

describe('workspaces', () => {
  it('are listed by the latest change, without removed ones, which can come back', async () => {
    valueOf(await storage.writeWorkbook({ id: 'v', name: 'Other' }, 30));
    expect(valueOf(await storage.list()).map(({ id }) => id)).toEqual(['v', 'w']);
    valueOf(await storage.setRemoved('v', true));
    expect(valueOf(await storage.list()).map(({ id }) => id)).toEqual(['w']);
    valueOf(await storage.setRemoved('v', false));
    expect(valueOf(await storage.readWorkbook('v'))).toEqual({ id: 'v', name: 'Other' });
  });

  it('are deleted with their data by the next sweep after their removal', async () => {
    valueOf(await storage.saveData('w', [table('orders', 1)], info('one')));
    valueOf(await storage.setRemoved('w', true));
    valueOf(await storage.sweep());
    expect(disk.files.size).toBe(0);
    expect(valueOf(await storage.readWorkbook('w'))).toBeUndefined();
    expect(await storage.undoData('w')).toMatchObject({ ok: false, error: { kind: 'storage-denied' } });
  });

  it('remember which one was open', async () => {
    expect(valueOf(await storage.lastOpened())).toBeUndefined();
    valueOf(await storage.rememberOpened('w'));
    expect(valueOf(await storage.lastOpened())).toBe('w');
  });
});
