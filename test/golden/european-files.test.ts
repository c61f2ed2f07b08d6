import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileInspection, FilePlan } from '../../src/data/importing/contract.ts';
import { openTestEngine, valueOf, type TestEngine } from '../support/engine.ts';
import { fileFrom, fileOf, importAll, inspectOne, tryImport } from '../support/importing.ts';

const shared = new URL('../../../shared/', import.meta.url).pathname;
const folder = `${shared}data/eu_locale/`;

describe.skipIf(!existsSync(folder))('European files (skipped: ../shared is not here)', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  const published = (): { rows: number; sales: number; profit: number } =>
    JSON.parse(readFileSync(`${shared}expected/eu_locale_derived.json`, 'utf8')).values
      .thousands_dot_first2000;
  const name = 'superstore_eu_thousands_dot_first2000.csv';
  const totals = async () =>
    engine.rows(`select count(*)::integer as rows, round(sum(net), 4)::double as sales,
      round(sum(net - cost), 4)::double as profit,
      (select count(distinct customer_id) from next_orders)::integer as customers from next_lines`);

  it('gives the same totals with the customers as pseudonyms and their names left out', async () => {
    const file = fileFrom(folder + name);
    const inspection: FileInspection = await inspectOne(file);
    expect(inspection.columns.find(({ header }) => header === 'Customer Name')?.personal?.kind).toBe('name');
    await tryImport(engine, [file]);
    const plain = await totals();
    const plan: FilePlan = {
      ...inspection,
      salt: 'pepper',
      mapping: inspection.mapping.map((one) => {
        if (one.column === 'Customer ID') return { ...one, privacy: 'pseudonymise' };
        return one.column === 'Customer Name' ? { ...one, privacy: 'drop' } : one;
      }),
    };
    const report = valueOf(await tryImport(engine, [file], [plan]));
    const { rows, sales, profit } = published();
    expect(await totals()).toEqual(plain);
    expect(plain).toEqual([expect.objectContaining({ rows, sales, profit })]);
    expect(report.files[0]?.issues).toContainEqual(
      expect.objectContaining({ code: 'column-dropped', count: rows }),
    );
    expect(
      await engine.rows(`select count(*)::integer as n from next_customers
        where customer_id not like 'p\\_%' escape '\\' or name is not null`),
    ).toEqual([{ n: 0 }]);
  });

  it('gives the same totals when every amount names its currency', async () => {
    const text = new TextDecoder('windows-1252').decode(readFileSync(folder + name));
    const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
    const columns = header.split(';').map((column) => column.replaceAll('"', ''));
    const at = columns.indexOf('Sales');
    const sales = new RegExp(`^((?:(?:"(?:[^"]|"")*"|[^;]*);){${at}})"?([^";]*)"?`);
    const marked = lines.map((line) => line.replace(sales, '$1$2 €'));
    const report = await importAll(engine, fileOf('euro.csv', [header, ...marked].join('\n')));
    const { rows, sales: sum, profit } = published();
    expect(await totals()).toEqual([expect.objectContaining({ rows, sales: sum, profit })]);
    expect(report.files[0]?.issues).toContainEqual(expect.objectContaining({ code: 'currency-in-amounts' }));
    expect(await engine.rows('select distinct currency from next_orders')).toEqual([{ currency: 'EUR' }]);
  });
});
