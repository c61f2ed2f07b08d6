import { beforeAll, describe, expect, test } from 'vitest';
import { openTestEngine, valueOf, type TestEngine } from '../../../support/engine.ts';
import { fileOf, importAll, tryImport } from '../../../support/importing.ts';
import { planned } from '../../../support/planned.ts';
import { rejectedCsv } from '../../../../src/data/importing/rejected-csv.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

const header = 'customer,date,amount';
const lines = (count: number, line: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => line(index));

describe('rejected rows', () => {
  test('keep their words however many they are', async () => {
    const good = lines(
      3000,
      (index) => `C${index % 50},2024-01-${String(1 + (index % 28)).padStart(2, '0')},5`,
    );
    const bad = lines(4000, (index) => `C${index},no day ${index},5`);
    const report = await importAll(engine, fileOf('log.csv', [header, ...good, ...bad].join('\n')));
    const [file] = report.files;
    expect(file?.rowsRejected).toBe(4000);
    expect(file?.rejected).toHaveLength(4000);
    expect(file?.rejected.at(-1)).toMatchObject({ line: 7001, text: 'C3999,no day 3999,5' });
    if (!file) throw new Error('no report');
    expect(rejectedCsv(file).trim().split('\r\n')).toHaveLength(4001);
    expect(file.issues.map(({ code }) => code)).not.toContain('rejected-words-left-out');
  });

  test('that would fill the memory are counted, and it is said that their words are not kept', async () => {
    const good = lines(3000, (index) => `C${index % 50},2024-01-05,5,x`);
    const long = 'word '.repeat(2000);
    const bad = lines(1500, (index) => `C${index},no day,5,${long}`);
    const report = await importAll(engine, fileOf('log.csv', [`${header},note`, ...good, ...bad].join('\n')));
    const [file] = report.files;
    expect(file?.rejected).toHaveLength(1500);
    const kept = file?.rejected.filter(({ text }) => text !== '').length ?? 0;
    expect(kept).toBeGreaterThan(100);
    expect(kept).toBeLessThan(1500);
    expect(file?.issues).toContainEqual(
      expect.objectContaining({ code: 'rejected-words-left-out', count: 1500 - kept }),
    );
  });

  test('of a file of which nothing could be kept are still there beside the files that were used', async () => {
    const good = lines(200, (index) => `C${index % 50},2024-01-05,5`);
    const bad = lines(20, (index) => `C${index},no day ${index},5`);
    const targets = {
      customer: 'orders.customer_id',
      date: 'orders.ordered_at',
      amount: 'orders.net',
    };
    const files = [
      fileOf('good.csv', [header, ...good].join('\n')),
      fileOf('bad.csv', [header, ...bad].join('\n')),
    ] as const;
    const plans = await planned([files[0], targets], [files[1], targets]);
    const report = valueOf(await tryImport(engine, files, plans));
    expect(report.files.map(({ file, isUnused }) => [file, isUnused])).toEqual([
      ['good.csv', undefined],
      ['bad.csv', true],
    ]);
    expect(report.files[1]).toMatchObject({ rowsRead: 20, rowsRejected: 20, rowsKept: 0 });
    expect(report.files[1]?.rejected[19]).toMatchObject({ line: 21, text: 'C19,no day 19,5' });
    expect(report.files[1]?.issues[0]).toMatchObject({ code: 'file-not-used', severity: 'error' });
  });
});
