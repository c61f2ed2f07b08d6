import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileInspection, FilePlan } from '../../../../src/data/importing/contract.ts';
import { decideLoad } from '../../../../src/data/importing/recipe/decide-load.ts';
import { fileSeries } from '../../../../src/data/importing/recipe/file-series.ts';
import {
  profileOfSource,
  recipeOf,
  sourcesAfter,
  sourcesOfReport,
  type SourceRecipe,
} from '../../../../src/data/importing/recipe/import-recipe.ts';
import { parseProfiles, withProfile } from '../../../../src/data/importing/recipe/profile-list.ts';
import { parseRecipe, serialiseRecipe } from '../../../../src/data/importing/recipe/recipe-file.ts';
import { inspectFiles } from '../../../../src/data/importing/inspect-files.ts';
import { valueOf } from '../../../support/engine.ts';
import { fileOf, inspectOne, testTools } from '../../../support/importing.ts';

const log = (header = 'customer,date,amount'): string => `${header}\nann,2024-01-15,10\nbob,2024-02-20,20`;
const looked = (name: string, header?: string): Promise<FileInspection> =>
  inspectOne(fileOf(name, log(header)));
const planOf = ({ file, source, dialect, mapping }: FileInspection): FilePlan => ({
  file,
  source,
  dialect,
  mapping,
});
const decided = (inspection: FileInspection, decidedAt = 1): SourceRecipe =>
  recipeOf(
    {
      plan: planOf(inspection),
      columns: inspection.columns.map(({ name }) => name),
      kinds: inspection.columns.map(({ kind }) => kind),
      corrections: {},
      decidedAt,
    },
    'replace',
  );

describe('the series of a file', () => {
  it.each([
    ['orders_2024-05.csv', 'orders'],
    ['export/2024/Orders June 2024 (1).csv.gz', 'orders'],
    ['orders.csv', 'orders'],
    ['Bestellungen März.xlsx', 'bestellungen'],
    ['orders-2024-Q2.tsv', 'orders'],
    ['20240531_customer_list.csv', 'customer list'],
    ['orders_2024-05.csv rejected rows.csv', 'orders'],
    ['marketing costs.csv', 'marketing costs'],
    ['2024-05.csv', ''],
  ])('%s is “%s”', (name, series) => {
    expect(fileSeries(name)).toBe(series);
  });
});

describe('what dropped files are to the data', () => {
  it.each([
    ['first', 'replace', ['shop.csv'], false, ['shop.csv']],
    ['again', 'replace', ['shop.csv'], true, ['shop.csv']],
    ['again', 'replace', ['a.csv', 'b.csv'], true, ['b.csv', 'a.csv']],
    ['updated', 'append', ['a.csv', 'b.csv'], true, ['b.csv']],
    ['next', 'append', ['shop-04.csv'], true, ['shop-05.csv']],
    ['next', 'append', ['shop-04.csv'], true, ['shop-04.csv', 'shop-05.csv']],
    ['other', 'append', ['shop.csv'], true, ['market.csv']],
    ['other', 'append', ['shop-04.csv'], true, ['shop-05.csv', 'market.csv']],
  ] as const)('%s: %s', async (kind, mode, open, hasOwnData, dropped) => {
    const sources = await Promise.all(open.map(async (name) => decided(await looked(name))));
    const inspections = await Promise.all(dropped.map((name) => looked(name)));
    expect(decideLoad(inspections, sources, hasOwnData)).toEqual({ kind, mode });
  });

  it('rejected rows that were put right follow the file that they come from', async () => {
    const open = [decided(await looked('shop-04.csv'))];
    const text = 'customer,date,amount,line,reason\nann,2024-04-05,10,7,No date\nbob,2024-04-06,20,9,No date';
    const dropped = [await inspectOne(fileOf('shop-04.csv rejected rows.csv', text))];
    expect(decideLoad(dropped, open, true)).toEqual({ kind: 'next', mode: 'append' });
  });

  it('the same name with other columns is another kind', async () => {
    const open = [decided(await looked('shop.csv'))];
    const dropped = [await looked('shop.csv', 'customer,date,price')];
    expect(decideLoad(dropped, open, true).kind).toBe('other');
  });
});

describe('a decision', () => {
  const ambiguous = 'customer,date,list price,amount\nann,03/04/2024,9,8\nbob,01/12/2024,7,6';

  it('is recalled for files with the same headers, whatever their order and spelling, without a question', async () => {
    const first = await inspectOne(fileOf('uk.csv', ambiguous));
    expect(first.questions.length).toBeGreaterThan(0);
    const mapping = first.mapping.map((one) =>
      one.column === 'amount'
        ? { ...one, target: 'ignore' }
        : one.column === 'list price'
          ? { ...one, target: 'orders.sales' }
          : one,
    );
    const recipe = recipeOf(
      {
        plan: { ...planOf(first), mapping },
        columns: first.columns.map(({ name }) => name),
        corrections: { dateOrder: 'mdy', dateOrderIsAGuess: false },
        decidedAt: 1,
      },
      'replace',
    );
    const next = fileOf(
      'uk-2.csv',
      'List_Price,AMOUNT,Customer,Date\n5,4,ann,05/06/2024\n3,2,bob,07/08/2024',
    );
    const [recalled] = valueOf(await inspectFiles([next], testTools, () => undefined, {}, [recipe]));
    expect(recalled).toMatchObject({ questions: [], profile: recipe.id, dialect: { dateOrder: 'mdy' } });
    expect(recalled?.mapping.map(({ column, target }) => [column, target])).toEqual([
      ['List_Price', 'orders.sales'],
      ['AMOUNT', 'ignore'],
      ['Customer', 'orders.customer_id'],
      ['Date', 'orders.ordered_at'],
    ]);
  });

  it('leaves what it didn’t decide to be asked: the date order, and columns that hold something else now', async () => {
    const recipe = decided(await looked('shop.csv'));
    const inspect = async (text: string) =>
      valueOf(await inspectFiles([fileOf('more.csv', text)], testTools, () => undefined, {}, [recipe]))[0];
    const unclear = await inspect('customer,date,amount\nann,03/04/2024,1\nbob,05/06/2024,2');
    expect(unclear?.questions.map(({ code }) => code)).toEqual(['date-order-guess']);
    expect(unclear?.profile).toBe(recipe.id);
    const wordy = await inspect('customer,date,amount\nann,someday,1\nbob,never,2\ncyd,perhaps,3');
    expect(wordy?.questions.map(({ code }) => code)).toContain('mapping-in-doubt');
    expect(wordy?.profile).toBeUndefined();
  });

  it('is outranked by a later one, and by what is said of the file now', async () => {
    const first = await inspectOne(fileOf('uk.csv', ambiguous));
    const of = (dateOrder: 'mdy' | 'dmy', at: number): SourceRecipe => ({
      ...decided(first, at),
      dialect: { dateOrder, dateOrderIsAGuess: false },
    });
    const inspect = async (corrections: Parameters<typeof inspectFiles>[3]) =>
      valueOf(
        await inspectFiles([fileOf('uk.csv', ambiguous)], testTools, () => undefined, corrections, [
          of('dmy', 2),
          of('mdy', 1),
        ]),
      )[0]?.dialect.dateOrder;
    expect(await inspect({})).toBe('dmy');
    expect(await inspect({ 'uk.csv': { dateOrder: 'ymd' } })).toBe('ymd');
  });

  it('is remembered without any value of the file', async () => {
    const inspection = await inspectOne(
      fileOf(
        'shop.csv',
        'customer,date,amount,vip note\nZebulon,2024-01-15,10,Quixotic\nYolanda,2024-02-20,20,Sphinx',
      ),
    );
    const source = {
      ...decided(inspection),
      fixes: [{ column: 'customer', from: 'Zebulon', to: 'Yolanda' }],
    };
    const profiles = withProfile([], profileOfSource(source));
    for (const text of [JSON.stringify(profiles), serialiseRecipe({ sources: [source] })])
      expect(text).not.toMatch(/Zebulon|Yolanda|Quixotic|Sphinx/);
    expect(parseProfiles(JSON.parse(JSON.stringify(profiles)))).toEqual(profiles);
    expect(parseProfiles([{ id: 1 }, 'x', null])).toEqual([]);
    expect(parseProfiles('nonsense')).toEqual([]);
  });
});

describe('a recipe', () => {
  it('comes back from its file as it was, with corrected names of products', async () => {
    const source: SourceRecipe = {
      ...decided(await looked('shop.csv', 'customer,date,product id')),
      fixes: [{ column: 'product id', from: 'GTXPro', to: 'GTX Pro' }],
    };
    const mapping = source.mapping.map((one) =>
      one.column === 'product id' ? { ...one, target: 'lines.product_id' } : one,
    );
    const recipe = { sources: [{ ...source, mapping }] };
    expect(valueOf(parseRecipe(serialiseRecipe(recipe)))).toEqual(recipe);
  });

  it.each([
    ['', 'It is not an import recipe of the workbench'],
    ['[]', 'It is not an import recipe of the workbench'],
    ['{"application":"arrowhead","kind":"import-recipe","version":1,"sources":[{}]}', /^At sources\.0/],
    ['{"application":"arrowhead","kind":"import-recipe","version":2,"sources":[]}', /newer version/],
  ])('%s is refused', (text, reason) => {
    const error: unknown = expect.objectContaining({
      kind: 'recipe-invalid',
      reason: expect.stringMatching(reason),
    });
    expect(parseRecipe(text)).toEqual({ ok: false, error });
  });

  it('is never trusted: any text is read or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof parseRecipe(text).ok).toBe('boolean');
      }),
      { numRuns: 200 },
    );
  });
});

describe('the sources of the data', () => {
  it('stay with an addition, but for a file that came again; a replacement has its own only', async () => {
    const report = {
      format: 'csv',
      encoding: 'utf-8',
      table: 'orders',
      tables: ['orders'],
      rowsRead: 2,
      rowsKept: 2,
      rowsRejected: 0,
      rejected: [],
      issues: [],
      bytes: 1,
      ms: 1,
    } as const;
    const sourcesOf = async (time: number, ...names: readonly string[]) =>
      sourcesOfReport(
        await Promise.all(names.map(async (name) => ({ ...report, ...planOf(await looked(name)) }))),
        time,
      );
    const before = await sourcesOf(1, 'a.csv', 'b.csv');
    const loaded = await sourcesOf(2, 'b.csv', 'c.csv');
    const named = (list: typeof before) => list.map(({ recipe, loadedAt }) => [recipe.file, loadedAt]);
    expect(named(sourcesAfter(before, loaded, 'append'))).toEqual([
      ['a.csv', 1],
      ['b.csv', 2],
      ['c.csv', 2],
    ]);
    expect(named(sourcesAfter(before, loaded, 'replace'))).toEqual([
      ['b.csv', 2],
      ['c.csv', 2],
    ]);
  });
});
