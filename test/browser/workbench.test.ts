import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample, rejectionOf, waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const log =
  'person,when,paid,extra\nann,2024-01-15,10,1\nbob,2024-02-01,50,2\nann,2024-02-20,20,3\nzoe,nonsense,20,4';

describe('the scripting interface of the README', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage();
    page = site.page;
    await waitUntilReady(page);
  });
  afterAll(() => site.close());

  it('analyses: before data are loaded each says what it needs', async () => {
    const list = await page.evaluate(() => window.workbench.analyses());
    expect(list.map(({ id }) => id).sort()).toEqual([
      'activity-results',
      'channel-performance',
      'claim-court',
      'cohort-retention',
      'concentration',
      'contract-retention',
      'cross-sell',
      'customer-equity',
      'customer-profit',
      'customer-value',
      'geo-potential',
      'likely-responders',
      'loyalty-scheme',
      'offer-conflicts',
      'overview',
      'portfolio',
      'purchase-occasions',
      'reference-candidates',
      'retention-economics',
      'rfm',
      'rfm-migration',
      'segment-profile',
      'service-levels',
      'survey-scores',
      'value-drivers',
      'value-ladder',
    ]);
    for (const one of list) {
      expect(one.ready, one.id).toBe(false);
      expect(one.reason).toMatch(/^Needs /);
      expect(one.title).not.toBe('');
    }
  });

  it('load: the report of each file, with the mapping that the script decided', async () => {
    const report = await page.evaluate(
      (text) =>
        window.workbench.load([new File([text], 'log.csv')], {
          mapping: {
            'log.csv': {
              person: 'orders.customer_id',
              when: 'orders.ordered_at',
              paid: 'orders.sales',
              extra: 'ignore',
            },
          },
        }),
      log,
    );
    const [file] = report.files;
    expect(file).toMatchObject({
      file: 'log.csv',
      format: 'csv',
      encoding: 'utf-8',
      table: 'orders',
      rowsRead: 4,
      rowsKept: 3,
      rowsRejected: 1,
      bytes: log.length,
    });
    expect(file?.rejected[0]).toMatchObject({ line: 5, text: expect.stringContaining('zoe,nonsense') });
    expect(file?.mapping.map(({ column, target }) => [column, target])).toEqual([
      ['person', 'orders.customer_id'],
      ['when', 'orders.ordered_at'],
      ['paid', 'orders.sales'],
      ['extra', 'ignore'],
    ]);
    expect(file?.ms).toBeGreaterThanOrEqual(0);
  });

  it('load: a file that can’t be read rejects with facts and keeps what was there', async () => {
    const kind = await page.evaluate(async () => {
      try {
        await window.workbench.load([new File([], 'nothing.csv')]);
        return undefined;
      } catch (thrown) {
        const { name, message, facts } = thrown as Error & { readonly facts: unknown };
        return { name, message, facts };
      }
    });
    expect(kind).toMatchObject({
      name: 'WorkbenchError',
      message: expect.stringContaining('is empty'),
      facts: { kind: 'file-empty', file: 'nothing.csv' },
    });
    const { rows } = await page.evaluate(() => window.workbench.sql('select count(*)::int as n from orders'));
    expect(rows).toEqual([{ n: 3 }]);
  });

  it('run: value, warnings, time and the SQL that ran', async () => {
    const outcome = await page.evaluate(() => window.workbench.run('overview'));
    expect(outcome.value).toMatchObject({ customers: 2, orders: 3, revenue: 80 });
    expect(Object.values(outcome.sql).join(' ')).toMatch(/select/i);
    expect(Array.isArray(outcome.warnings)).toBe(true);
    expect(outcome.ms).toBeGreaterThanOrEqual(0);
  });

  it('run: takes a rule as the segment', async () => {
    const outcome = await page.evaluate(() =>
      window.workbench.run(
        'overview',
        {},
        { kind: 'compare', field: 'orders', operator: 'at-least', value: 2 },
      ),
    );
    expect(outcome.value).toMatchObject({ customers: 1, orders: 2, revenue: 30 });
  });

  it('sample, and every analysis is ready and runs on it', async () => {
    const report = await openSample(page, 'supplier');
    expect(report.tables.find(({ name }) => name === 'customers')?.rows).toBe(200);
    const runs = await page.evaluate(async () => {
      const done: { id: string; ready: boolean; value: unknown; params: number }[] = [];
      for (const { id, ready, params } of window.workbench.analyses()) {
        const { value } = await window.workbench.run(id);
        done.push({ id, ready, value, params: params.length });
      }
      return done;
    });
    for (const { id, ready, value } of runs) {
      expect(ready, id).toBe(true);
      expect(value, id).toBeTypeOf('object');
    }
  });

  it.each([
    ['run', ['no-such-analysis'], 'unknown-analysis'],
    ['run', ['rfm', { windowDays: -5 }], 'parameter-invalid'],
    ['run', ['overview', {}, 'No such segment'], 'segment-invalid'],
    [
      'run',
      ['overview', {}, { kind: 'compare', field: 'nope', operator: 'is', value: 1 }],
      'segment-invalid',
    ],
    ['run', ['overview', {}, { kind: 'mystery' }], 'segment-invalid'],
    ['sql', ['select * from nowhere'], 'sql-failed'],
    ['sql', ['delete from orders'], 'sql-not-read-only'],
    ['sql', [''], 'sql-not-read-only'],
    ['export', ['table', 'no_such_table'], 'sql-failed'],
    ['workbook.replace', [{ version: 99 }], 'workbook-too-new'],
    ['workbook.replace', ['nonsense'], 'workbook-invalid'],
  ] as const)('%s(%j) rejects with facts of the kind %s', async (call, args, kind) => {
    const rejection = await rejectionOf(page, call, ...args);
    expect(rejection).toMatchObject({ name: 'WorkbenchError', facts: { kind } });
    expect(rejection?.message.length).toBeGreaterThan(20);
  });

  it('sample: an unknown one rejects', async () => {
    expect(await rejectionOf(page, 'sample', 'nobody')).toMatchObject({ name: 'WorkbenchError' });
  });

  it('sql: columns with types, and rows', async () => {
    const result = await page.evaluate(() =>
      window.workbench.sql(
        `select 1::int as one, 'a' as letter, date '2024-02-29' as day, null::double as nothing`,
      ),
    );
    expect(result.rows).toEqual([{ one: 1, letter: 'a', day: '2024-02-29', nothing: null }]);
    expect(result.columns.map(({ name }) => name)).toEqual(['one', 'letter', 'day', 'nothing']);
    for (const { type } of result.columns) expect(type).not.toBe('');
  });

  it('workbook: get, replace, undo, redo', async () => {
    const names = await page.evaluate(() => {
      const { workbook } = window.workbench;
      const seen = [workbook.get().name];
      workbook.replace({ ...workbook.get(), name: 'By script' });
      seen.push(workbook.get().name);
      workbook.undo();
      seen.push(workbook.get().name);
      workbook.redo();
      seen.push(workbook.get().name);
      return seen;
    });
    expect(names).toEqual(['My strategy', 'By script', 'My strategy', 'By script']);
    await page.getByText('By script').first().waitFor();
  });

  it('export: view, bundle, workbook and table as blobs', async () => {
    const blobs = await page.evaluate(async () => {
      const { workbench } = window;
      const text = async (blob: Promise<Blob>): Promise<string> => (await blob).text();
      return {
        view: await text(workbench.export('view')),
        workbook: await text(workbench.export('workbook')),
        table: await text(workbench.export('table', 'products')),
        bundle: (await workbench.export('bundle')).size,
      };
    });
    expect(blobs.view).toMatch(/^<!doctype html>/i);
    expect(JSON.parse(blobs.workbook)).toMatchObject({ name: 'By script', version: 3 });
    expect(blobs.table).toMatch(/product_id/);
    expect(blobs.bundle).toBeGreaterThan(10_000);
  });

  it('clear: the data go, the strategy stays', async () => {
    await page.evaluate(() => window.workbench.clear());
    expect(await page.evaluate(() => window.workbench.analyses().some(({ ready }) => ready))).toBe(false);
    expect(await page.evaluate(() => window.workbench.workbook.get().name)).toBe('By script');
    expect(await rejectionOf(page, 'run', 'overview')).toMatchObject({ facts: { kind: 'needs-data' } });
  });

  it('none of it is an error on the console', () => {
    expect(site.problems).toEqual([]);
  });
});
