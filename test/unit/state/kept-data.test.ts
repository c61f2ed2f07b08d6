import { beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../../src/core/app-error.ts';
import { err } from '../../../src/core/result.ts';
import type { EngineContract } from '../../../src/engine/contract.ts';
import { DatasetState } from '../../../src/state/dataset.svelte.ts';
import { KeptData } from '../../../src/state/kept-data.svelte.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { tableFilesInMemory } from '../../../src/storage/table-files.ts';
import { workbookDbInMemory } from '../../../src/storage/workbook-db.ts';
import { WorkspaceStorage } from '../../../src/storage/workspace-storage.ts';
import { valueOf } from '../../support/engine.ts';
import { doubtful, NamesEngine, shop } from '../../support/names-engine.ts';

let engine: NamesEngine;
let dataset: DatasetState;
let data: KeptData;
let notices: Notices;
let storage: WorkspaceStorage;
let workspace: string;
let kept: Promise<void>;
let failures: AppError[];

beforeEach(async () => {
  engine = new NamesEngine();
  notices = new Notices();
  failures = [];
  dataset = new DatasetState(engine as unknown as EngineContract, () => undefined);
  let ids = 0;
  storage = new WorkspaceStorage(workbookDbInMemory(), tableFilesInMemory(), () => `id-${(ids += 1)}`);
  for (const id of ['w', 'v']) valueOf(await storage.writeWorkbook({ id, name: id }, 1));
  workspace = 'w';
  data = new KeptData({
    engine: engine as unknown as EngineContract,
    dataset,
    notices,
    workspaceId: () => workspace,
    storage: () => storage,
    isReadOnly: () => false,
    storeWorkspace: () => Promise.resolve(),
    settle: (result) => {
      if (result?.ok === false) failures.push(result.error);
      return result?.ok !== false;
    },
  });
  kept = Promise.resolve();
  dataset.onchange = (change) => (kept = data.keepNew(change));
});

const drop = async (...files: readonly File[]): Promise<void> => {
  await dataset.drop(files);
  await kept;
};
const sources = (): readonly string[] => dataset.sources.map(({ recipe }) => recipe.file);
const offers = (): readonly string[] => notices.list.flatMap(({ action }) => (action ? [action.label] : []));

describe('dropped files', () => {
  it('are added without a question when they follow what is open, and each keeps its report after a reload', async () => {
    await drop(shop('shop-04.csv'));
    await drop(shop('shop-05.csv'));
    expect(engine.modes).toEqual(['replace', 'append']);
    expect(sources()).toEqual(['shop-04.csv', 'shop-05.csv']);
    dataset.close();
    await data.open('w');
    expect(engine.names).toEqual(['shop-04.csv', 'shop-05.csv']);
    expect(engine.known?.fingerprint, 'as described when they were stored').toBe('shop-04.csv shop-05.csv');
    expect(sources()).toEqual(['shop-04.csv', 'shop-05.csv']);
    for (const { report } of dataset.sources) expect(report.rejected[0]?.text).toBe('ann,someday,1');
  });

  it('take the place of their earlier versions when all of them come again', async () => {
    await drop(shop('a.csv'), shop('b.csv'));
    await drop(shop('b.csv'), shop('a.csv'));
    expect(engine.modes).toEqual(['replace', 'replace']);
    expect(sources()).toEqual(['b.csv', 'a.csv']);
  });

  it('of another kind wait for a decision, with adding proposed', async () => {
    await drop(shop('shop.csv'));
    await drop(shop('market.csv'));
    expect(dataset.pending?.decision).toEqual({ kind: 'other', mode: 'append' });
    expect(engine.modes).toEqual(['replace']);
    await dataset.confirm(engine.inspected, 'replace');
    await kept;
    expect(engine.modes).toEqual(['replace', 'replace']);
    expect(sources()).toEqual(['market.csv']);
  });

  it('replace a sample company', async () => {
    dataset.adopt(
      { fingerprint: 's', tables: [{ name: 'orders', rows: 1, columns: [] }], profile: [], currencies: [] },
      { sampleId: 'retailer' },
    );
    await drop(shop('shop.csv'));
    expect(engine.modes).toEqual(['replace']);
    expect(dataset.pending).toBeUndefined();
  });
});

describe('the earlier data', () => {
  it('come back with their sources after an addition, and only the last step is offered', async () => {
    await drop(shop('shop-04.csv'));
    expect(offers()).toEqual([]);
    await drop(shop('shop-05.csv'));
    await drop(shop('shop-06.csv'));
    expect(offers()).toEqual(['Back to the earlier data']);
    expect(data.hasEarlier).toBe(true);
    await data.goBack();
    expect(engine.names).toEqual(['shop-04.csv', 'shop-05.csv']);
    expect(sources()).toEqual(['shop-04.csv', 'shop-05.csv']);
    expect(offers()).toEqual([]);
  });

  it('stay with the workspace that they were loaded in, whichever is open when they are stored', async () => {
    await dataset.drop([shop('shop.csv')]);
    workspace = 'v';
    await kept;
    expect(valueOf(await storage.readData('v'))).toBeUndefined();
    expect(valueOf(await storage.readData('w'))?.info.sources).toHaveLength(1);
  });
});

describe('another workspace', () => {
  const open = (id: string): Promise<void> =>
    dataset.turns.take(() => {
      workspace = id;
      return data.open(id);
    });
  const storedIn = async (id: string): Promise<readonly string[] | undefined> =>
    valueOf(await storage.readData(id))?.info.sources?.map(({ recipe }) => recipe.file);

  it('gets the files that are dropped while it opens, and nothing of the data before', async () => {
    await dataset.drop([shop('shop-04.csv')]);
    void open('v');
    await drop(shop('shop-05.csv'));
    expect(engine.modes, 'there was nothing to add to').toEqual(['replace', 'replace']);
    expect(engine.names).toEqual(['shop-05.csv']);
    expect(await storedIn('w')).toEqual(['shop-04.csv']);
    expect(await storedIn('v')).toEqual(['shop-05.csv']);
  });

  it('opens after the files that are being read, which stay where they were dropped', async () => {
    const reading = dataset.drop([shop('shop.csv')]);
    await open('v');
    await reading;
    expect(dataset.hasData).toBe(false);
    expect(engine.names).toEqual([]);
    expect(await storedIn('w')).toEqual(['shop.csv']);
    expect(await storedIn('v')).toBeUndefined();
  });

  it('never shows the data of the one before under its name', async () => {
    await drop(shop('shop.csv'));
    const clear = engine.clear.bind(engine);
    let shownAtClearing: boolean | undefined;
    engine.clear = () => {
      shownAtClearing = dataset.hasData;
      return clear();
    };
    await open('v');
    expect(shownAtClearing).toBe(false);
    await open('w');
    expect(sources()).toEqual(['shop.csv']);
  });

  it('isn’t described as the data before were, when that answer comes late', async () => {
    await drop(shop('shop.csv'));
    const describing = dataset.refresh();
    dataset.close();
    await describing;
    expect(dataset.hasData).toBe(false);
  });
});

describe('data that were just loaded', () => {
  it('are read to be stored after what the pages ask about them', async () => {
    const asked: string[] = [];
    const save = engine.save.bind(engine);
    engine.save = () => {
      asked.push('save');
      return save();
    };
    // The pages' questions follow the change in the same task.
    const keep = dataset.onchange;
    dataset.onchange = (change) => {
      const storing = keep(change);
      asked.push('page');
      return storing;
    };
    await drop(shop('shop.csv'));
    expect(asked).toEqual(['page', 'save']);
  });

  it('stay open when there is no room to write them out, and that is what is said', async () => {
    engine.save = () => Promise.resolve(err({ kind: 'out-of-memory' }));
    await drop(shop('shop.csv'));
    expect(failures.map(({ kind }) => kind)).toEqual(['data-not-kept']);
    expect(dataset.hasData).toBe(true);
    expect(sources()).toEqual(['shop.csv']);
  });
});

describe('a confirmed mapping', () => {
  it('is remembered, handed to the next inspection, stored, and forgotten when asked', async () => {
    let saved: unknown;
    dataset.mappings.onchange = (profiles) => (saved = profiles);
    await drop(doubtful('uk.csv'));
    expect(dataset.pending?.decision.kind).toBe('first');
    await dataset.confirm(engine.inspected);
    expect(dataset.mappings.profiles).toMatchObject([
      { file: 'uk.csv', dialect: { dateOrderIsAGuess: false }, columns: ['customer', 'date', 'amount'] },
    ]);
    expect(saved).toEqual(dataset.mappings.profiles);
    await drop(doubtful('uk.csv'));
    expect(engine.profiles).toHaveLength(2);
    valueOf(await storage.saveProfiles(dataset.mappings.profiles));
    expect(valueOf(await storage.profiles())).toEqual(dataset.mappings.profiles);
    dataset.mappings.forget(dataset.mappings.profiles[0]?.id ?? '');
    expect(dataset.mappings.profiles).toEqual([]);
    expect(saved).toEqual([]);
  });
});
