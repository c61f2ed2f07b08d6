import { err } from '../../../src/core/result.ts';
import type { Treatment } from '../../../src/data/quality/treatment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineContract } from '../../../src/engine/contract.ts';
import { DatasetState } from '../../../src/state/dataset.svelte.ts';
import { KeptData } from '../../../src/state/kept-data.svelte.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { tableFilesInMemory } from '../../../src/storage/table-files.ts';
import { workbookDbInMemory } from '../../../src/storage/workbook-db.ts';
import { WorkspaceStorage } from '../../../src/storage/workspace-storage.ts';
import { valueOf } from '../../support/engine.ts';
import { NamesEngine, shop } from '../../support/names-engine.ts';

let engine: NamesEngine;
let dataset: DatasetState;
let data: KeptData;
let storage: WorkspaceStorage;
let kept: Promise<void>;

beforeEach(async () => {
  engine = new NamesEngine();
  dataset = new DatasetState(engine as unknown as EngineContract, () => undefined);
  let ids = 0;
  storage = new WorkspaceStorage(workbookDbInMemory(), tableFilesInMemory(), () => `id-${(ids += 1)}`);
  valueOf(await storage.writeWorkbook({ id: 'w', name: 'w' }, 1));
  data = new KeptData({
    engine: engine as unknown as EngineContract,
    dataset,
    notices: new Notices(),
    workspaceId: () => 'w',
    storage: () => storage,
    isReadOnly: () => false,
    storeWorkspace: () => Promise.resolve(),
    settle: (result) => result?.ok !== false,
  });
  kept = Promise.resolve();
  dataset.onchange = (change) => (kept = data.keepNew(change));
  dataset.steps = data.steps;
});

const drop = async (...files: readonly File[]): Promise<void> => {
  await dataset.drop(files);
  await kept;
};
const sources = (): readonly string[] => dataset.sources.map(({ recipe }) => recipe.file);

describe('files that were added', () => {
  const again = async (): Promise<void> => {
    dataset.reconsider();
    await dataset.confirm(dataset.pending?.inspections ?? []);
    await kept;
  };

  it('can be read in another way: on the data before, treated as they were', async () => {
    await drop(shop('shop-04.csv'));
    await drop(shop('shop-05.csv'));
    expect(dataset.read).toMatchObject({ isAdded: true });
    const treatment: Treatment = { kind: 'drop-duplicate-orders' };
    const counts = {
      concerned: 0,
      unit: 'orders',
      ordersRemoved: 0,
      customersRemoved: 0,
      revenueChange: 0,
    } as const;
    dataset.description = { ...dataset.description, treatments: [{ treatment, ...counts }] };
    await again();
    expect(engine.modes).toEqual(['replace', 'append', 'append']);
    expect(engine.names, 'not added twice').toEqual(['shop-04.csv', 'shop-05.csv']);
    expect(engine.treated).toEqual([treatment]);
    await again();
    expect(sources()).toEqual(['shop-04.csv', 'shop-05.csv']);
    await data.goBack();
    expect(engine.names).toEqual(['shop-04.csv']);
  });

  it('stay as they were when that fails', async () => {
    await drop(shop('shop-04.csv'));
    await drop(shop('shop-05.csv'));
    engine.failsToLoad = true;
    await again();
    expect(engine.names).toEqual(['shop-04.csv', 'shop-05.csv']);
    expect(sources()).toEqual(['shop-04.csv', 'shop-05.csv']);
    engine.failsToLoad = false;
    await again();
    expect(engine.names).toEqual(['shop-04.csv', 'shop-05.csv']);
  });

  it('have no way back where they could not be stored', async () => {
    await drop(shop('shop-04.csv'));
    await drop(shop('shop-05.csv'));
    const saveData = storage.saveData.bind(storage);
    storage.saveData = () => Promise.resolve(err({ kind: 'storage-full' }));
    await drop(shop('shop-06.csv'));
    storage.saveData = saveData;
    expect(data.hasEarlier).toBe(false);
    expect(await dataset.steps.back()).toBe(false);
  });
});
