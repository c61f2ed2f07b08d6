import { beforeAll, describe, expect, it } from 'vitest';
import { usualRules } from '../../../src/data/quality/rules/quality-rules.ts';
import { parseTreatments, withTreatment, type Treatment } from '../../../src/data/quality/treatment.ts';
import { resolveMerges } from '../../../src/data/quality/treating/resolve-merges.ts';
import { EngineService } from '../../../src/engine/service/engine-service.ts';
import { renewTreatments } from '../../../src/engine/service/renew-treatments.ts';
import { readBundle, writeBundle } from '../../../src/storage/bundle.ts';
import { tableFilesInMemory } from '../../../src/storage/table-files.ts';
import { workbookDbInMemory } from '../../../src/storage/workbook-db.ts';
import { WorkspaceStorage } from '../../../src/storage/workspace-storage.ts';
import { plainTools, valueOf } from '../../support/engine.ts';
import { nodeHost } from '../../support/node-host.ts';
import { tinyShopFiles } from '../../support/tiny-shop.ts';

const drop: Treatment = { kind: 'drop-duplicate-orders' };
const tests: Treatment = { kind: 'exclude-test-orders' };
const merge: Treatment = { kind: 'merge-customers', from: ['b'], into: 'a' };

describe('a list of treatments', () => {
  it('has one of each kind, but many merges and pairs', () => {
    const cap: Treatment = { kind: 'limit-outliers', how: 'cap', deviations: 5 };
    const exclude: Treatment = { kind: 'limit-outliers', how: 'exclude', deviations: 5 };
    const other: Treatment = { kind: 'merge-customers', from: ['c'], into: 'a' };
    expect([cap, merge, exclude, other, merge].reduce<readonly Treatment[]>(withTreatment, [])).toEqual([
      exclude,
      other,
      merge,
    ]);
    const apart = (...customers: [string, string]): Treatment => ({ kind: 'keep-apart', customers });
    expect(withTreatment([apart('a', 'b')], apart('b', 'a'))).toEqual([apart('b', 'a')]);
  });

  it('is read from JSON of any origin; what isn’t one is left out', () => {
    const bad = [null, {}, { kind: 'drop table' }, { kind: 'merge-customers', from: [], into: 'a' }];
    const rates = { kind: 'convert-currencies', into: 'EUR', rates: { USD: -1 } };
    expect(parseTreatments([drop, ...bad, rates, { ...merge, extra: 1 }])).toEqual([drop, merge]);
    expect(parseTreatments('no list')).toEqual([]);
    expect(parseTreatments(undefined)).toEqual([]);
  });

  it('says who goes up in whom at last', () => {
    const into = (from: string, to: string): Treatment => ({
      kind: 'merge-customers',
      from: [from],
      into: to,
    });
    expect(resolveMerges([into('a', 'b'), into('b', 'c'), drop])).toEqual([
      { from: 'a', into: 'c' },
      { from: 'b', into: 'c' },
    ]);
    expect(resolveMerges([into('b', 'c'), into('a', 'b')])).toEqual([
      { from: 'b', into: 'c' },
      { from: 'a', into: 'c' },
    ]);
    expect(resolveMerges([into('a', 'b'), into('b', 'a'), into('a', 'a')])).toEqual([
      { from: 'a', into: 'b' },
    ]);
  });

  it('counts impossible days from the newest file', () => {
    const aside: Treatment = { kind: 'set-impossible-dates-aside', after: '2024-01-01' };
    const applied = [aside, drop].map((treatment) => ({
      treatment,
      concerned: 0,
      unit: 'orders' as const,
      ordersRemoved: 0,
      customersRemoved: 0,
      revenueChange: 0,
    }));
    const file = (day: string): File => new File([], 'a.csv', { lastModified: Date.parse(day) });
    expect(renewTreatments(applied, [file('2024-05-01'), file('2023-01-01')])).toEqual([
      { ...aside, after: '2024-05-01' },
      drop,
    ]);
    expect(renewTreatments(applied, [file('2023-01-01')])).toEqual([aside, drop]);
  });
});

describe('what is stored', () => {
  const info = { fingerprint: 'f', savedAt: 1, report: null, sampleId: null };

  it('holds the list beside the tables, in a bundle too', async () => {
    const data = { info: { ...info, treatments: [merge, drop] }, tables: [] };
    const file = valueOf(await writeBundle({ workbook: { version: 1 }, data }));
    expect(valueOf(await readBundle(file)).data?.info).toEqual(data.info);
    const odd = { info: { ...info, treatments: [merge, 'x' as unknown as Treatment] }, tables: [] };
    const other = valueOf(await writeBundle({ workbook: {}, data: odd }));
    expect(valueOf(await readBundle(other)).data?.info.treatments).toEqual([merge]);
  });

  it('changes without a new version of the tables', async () => {
    let ids = 0;
    const storage = new WorkspaceStorage(workbookDbInMemory(), tableFilesInMemory(), () => `${++ids}`);
    valueOf(await storage.writeWorkbook({ id: 'w', name: 'Plan' }, 1));
    valueOf(await storage.changeInfo('w', { treatments: [drop] }));
    expect(valueOf(await storage.readData('w'))).toBeUndefined();
    const table = { name: 'orders', rows: 1, bytes: new Uint8Array([1]) };
    valueOf(await storage.saveData('w', [table], info));
    valueOf(await storage.changeInfo('w', { treatments: [drop], fingerprint: 'g' }));
    const data = valueOf(await storage.readData('w'));
    expect(data?.info).toEqual({ ...info, fingerprint: 'g', treatments: [drop] });
    expect(data?.tables).toEqual([table]);
    expect(data?.hasEarlier).toBe(false);
  });
});

describe('the engine', () => {
  let service: EngineService;
  beforeAll(async () => {
    service = new EngineService(() => nodeHost, plainTools);
    valueOf(
      await service.start({ module: new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) }),
    );
  });
  const said = () => undefined;
  const count = async (table: string): Promise<unknown> =>
    valueOf(await service.sql('q', `select count(*)::double as n from ${table}`)).rows[0]?.['n'];
  const csv = (text: string): File => new File([text], 'shop.csv');
  const load = async (text: string, mode?: 'append') => {
    const files = [csv(text)];
    const plans = valueOf(await service.inspect('i', files, said));
    return valueOf(await service.load('l', plans, files, said, mode));
  };

  it('saves the tables as loaded and restores them treated', async () => {
    const plain = valueOf(await service.restore(tinyShopFiles()));
    expect(plain.treatments).toBeUndefined();
    const treated = valueOf(await service.treat('t', [merge], said));
    expect(treated.treatments?.map(({ concerned }) => concerned)).toEqual([1]);
    expect(treated.fingerprint).not.toBe(plain.fingerprint);
    expect(await count('customers')).toBe(2);
    const saved = valueOf(await service.save());
    expect(saved.find(({ name }) => name === 'customers')?.rows).toBe(3);
    const restored = valueOf(await service.restore(saved, [merge]));
    expect(restored.fingerprint).toBe(treated.fingerprint);
    expect(restored.treatments).toEqual(treated.treatments);
    const back = valueOf(await service.treat('t', [], said));
    expect(back.fingerprint).toBe(plain.fingerprint);
    expect(back.treatments).toBeUndefined();
  });

  it('answers anew after a treatment', async () => {
    const context = { asOf: '2024-07-01', currency: 'GBP', seed: 1, returns: 'net' } as const;
    const all = async () => valueOf(await service.count('c', context, { kind: 'all', of: [] })).all;
    expect(await all()).toBe(3);
    valueOf(await service.treat('t', [merge], said));
    expect(await all()).toBe(2);
    const report = valueOf(await service.quality('q', '2030-01-01', usualRules, said));
    expect(report.revenue).toBeCloseTo(127.1001, 4);
    expect(valueOf(await service.duplicates('d', usualRules.duplicateScore)).customers).toBe(2);
  });

  it('treats the next import alike, adds to the data as loaded, and forgets with other data', async () => {
    const header = 'order id,customer,date,amount,coupon\n';
    await load(`${header}1,a,2024-01-01,10,\n2,b,2024-01-02,20,TEST\n3,c,2024-01-03,30,`);
    expect(valueOf(await service.describe()).treatments?.map(({ treatment }) => treatment)).toEqual([merge]);
    valueOf(await service.treat('t', [tests], said));
    expect(await count('orders')).toBe(2);
    const report = await load(`${header}4,d,2024-02-01,40,\n5,d,2024-02-02,50,TEST`, 'append');
    expect(report.tables.find(({ name }) => name === 'orders')?.rows).toBe(5);
    expect(await count('orders')).toBe(3);
    expect(await count('raw_orders')).toBe(5);
    valueOf(await service.treat('t', [], said));
    expect(await count('orders')).toBe(5);
    valueOf(await service.treat('t', [tests], said));
    valueOf(await service.clear());
    await load(`${header}1,a,2024-01-01,10,TEST`);
    expect(await count('orders')).toBe(1);
  });

  it('leaves the treatments of other data aside when that is asked', async () => {
    const files = [csv('order id,customer,date,amount,coupon\n1,a,2024-01-01,10,TEST\n2,b,2024-01-02,20,')];
    const plans = valueOf(await service.inspect('i', files, said));
    valueOf(await service.treat('t', [tests, merge], said));
    valueOf(await service.load('l', plans, files, said, 'replace', false));
    expect(valueOf(await service.describe()).treatments).toBeUndefined();
    expect(await count('orders')).toBe(2);
    expect(await count('customers')).toBe(2);
  });

  it('knows guests by the names that they left', async () => {
    valueOf(await service.clear());
    const header = 'order id,customer id,customer name,date,amount\n';
    await load(
      `${header}1,7,Ann,2024-01-01,10\n2,,Cy Dee,2024-01-02,20\n3,,Cy  Dee,2024-01-03,30\n4,,,2024-01-04,40`,
    );
    const report = valueOf(await service.quality('q', '2030-01-01', usualRules, said));
    const guests = report.findings.find(({ id }) => id === 'orders/guests');
    expect([guests?.count, guests?.treatments]).toEqual([3, [{ kind: 'identify-guests' }]]);
    valueOf(await service.treat('t', [{ kind: 'identify-guests' }], said));
    expect(await count('customers')).toBe(2);
    expect(await count('orders where customer_id is null')).toBe(1);
  });
});
