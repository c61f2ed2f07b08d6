import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openColumns } from '../../src/data/importing/columnar/open-columns.ts';
import { stageColumns } from '../../src/data/importing/columnar/stage-columns.ts';
import type { FilePlan } from '../../src/data/importing/contract.ts';
import { inspectFile } from '../../src/data/importing/inspect-file.ts';
import { hasCorpus, unpackCorpus } from '../support/corpus.ts';
import { openTestEngine, type TestEngine } from '../support/engine.ts';
import { fileFrom, importDatabaseOf, testTools } from '../support/importing.ts';

/** Files that must be refused, and what has to be said of them. */
const refused: Readonly<Record<string, RegExp>> = {
  'bad_data/ARROW-GH-41317.parquet': /file-corrupt/,
  'bad_data/ARROW-GH-41321.parquet': /ends before its values/,
  'bad_data/ARROW-GH-45185.parquet': /file-corrupt/,
  'bad_data/ARROW-GH-47662.parquet': /ends before its values/,
  'bad_data/ARROW-RS-GH-6229-DICTHEADER.parquet': /claims to hold -26 values/,
  'bad_data/ARROW-RS-GH-6229-LEVELS.parquet': /claims to hold 21 values/,
  'bad_data/PARQUET-1481.parquet': /file-corrupt/,
  'data/datapage_v1-corrupt-checksum.parquet': /check sum/,
  'data/rle-dict-uncompressed-corrupt-checksum.parquet': /check sum/,
  // A text of a gigabyte in one cell.
  'data/large_string_map.brotli.parquet': /1073741828 bytes/,
  // It has columns and no rows.
  'data/column_chunk_key_value_metadata.parquet': /file-header-only/,
  // Their only column is empty throughout.
  'data/datapage_v2_empty_datapage.snappy.parquet': /No column has any value/,
  'data/null_list.parquet': /No column has any value/,
  'data/nulls.snappy.parquet': /No column has any value/,
  'data/page_v2_empty_compressed.parquet': /No column has any value/,
  'data/single_nan.parquet': /No column has any value/,
};

/** A timestamp of the year 290,000 overflows in native DuckDB and is empty here, which is said. */
const overflows = 'data/int96_from_spark.parquet';

/** Types whose text the two readers write differently: nested ones, bytes, shapes, times with a zone. */
const incomparable = /BLOB|\[\]|MAP|STRUCT|GEOMETRY|UNION|WITH TIME ZONE/;
/** Native DuckDB can't read these: no LZ4 of Hadoop, no split bytes of whole numbers, no maps without values. */
const onlyOurs = /lz4|byte_stream_split_extended|map_no_value/;

/** NaN has a sign on some platforms. */
const plainText = (cell: unknown): unknown => (cell === '-nan' ? 'nan' : (cell ?? null));

const plan = { mapping: [], dialect: {}, source: 'generic' } as unknown as FilePlan;
const control = { onFraction: () => undefined, isCancelled: () => false };

describe.skipIf(!hasCorpus('parquet_testing'))(
  'the files of parquet-testing (skipped: ../shared is not here)',
  () => {
    let engine: TestEngine;
    let native: DuckDBConnection;
    let folder = '';
    beforeAll(async () => {
      engine = await openTestEngine();
      native = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
      folder = unpackCorpus('parquet_testing');
    }, 120_000);

    const namesIn = (part: string): readonly string[] =>
      readdirSync(`${folder}/${part}`)
        .filter((name) => name.endsWith('.parquet') || name.endsWith('.encrypted'))
        .map((name) => `${part}/${name}`);

    /** The file's rows as text by column, or why it was refused. */
    const load = async (name: string): Promise<{ names: readonly string[]; rows: number } | string> => {
      const file = fileFrom(`${folder}/${name}`);
      const inspection = await inspectFile(file, testTools);
      if (inspection.error) return JSON.stringify(inspection.error);
      const source = await openColumns(file, 'parquet');
      if (!source.ok) return JSON.stringify(source.error);
      const place = { file, plan, format: 'parquet' } as const;
      const staged = await stageColumns(importDatabaseOf(engine), 'stage_0', source.value, place, control);
      if (!staged.ok) return JSON.stringify(staged.error);
      expect(inspection.columns.map((column) => column.name)).toEqual(staged.value.source.names);
      return { names: staged.value.source.names, rows: staged.value.rows };
    };

    const textsOf = async (
      name: string,
      columns: readonly string[],
    ): Promise<readonly (string | null)[][]> => {
      const selected = columns.map((column) => `"${column}"::varchar`).join(', ');
      const reader = await native.runAndReadAll(`select ${selected} from read_parquet('${folder}/${name}')`);
      return reader.getRows() as (string | null)[][];
    };

    const reasonFor = (name: string): RegExp | undefined =>
      refused[name] ?? (name.endsWith('.encrypted') ? /file-encrypted/ : undefined);

    /** Compares a loaded file with what native DuckDB reads: how many columns were compared, and whether they are the same. */
    const compare = async (
      name: string,
      loadedNames: readonly string[],
    ): Promise<readonly [number, boolean]> => {
      const described = await native.runAndReadAll(
        `describe select * from read_parquet('${folder}/${name}')`,
      );
      const comparable = described
        .getRows()
        .filter(([column, type]) => !incomparable.test(String(type)) && loadedNames.includes(String(column)))
        .map(([column]) => String(column));
      if (comparable.length === 0) return [0, true];
      const theirs = await textsOf(name, comparable);
      const places = comparable.map((column) => `c${loadedNames.indexOf(column)}`);
      const ours = await engine.rows(`select ${places.join(', ')} from memory.main.stage_0 order by rowid`);
      const isSame = theirs.every((row, at) =>
        row.every((cell, column) => plainText(ours[at]?.[places[column] ?? '']) === plainText(cell)),
      );
      return [comparable.length, isSame && ours.length === theirs.length];
    };

    it('are read as native DuckDB reads them, or refused with the reason', async () => {
      const problems: string[] = [];
      let compared = 0;
      for (const name of ['data', 'data/aes256', 'data/geospatial', 'bad_data'].flatMap(namesIn)) {
        const loaded = await load(name);
        const reason = reasonFor(name);
        if (typeof loaded === 'string' || reason !== undefined) {
          if (!reason?.test(String(loaded))) problems.push(`${name}: ${JSON.stringify(loaded)}`);
        } else if (!onlyOurs.test(name) && name !== overflows) {
          const [columns, isSame] = await compare(name, loaded.names);
          if (!isSame) problems.push(`${name} differs`);
          compared += columns;
        }
      }
      expect(problems).toEqual([]);
      expect(compared).toBe(223);
    }, 120_000);

    it('are read where native DuckDB can’t', async () => {
      const rowsOf = async (name: string): Promise<unknown> => {
        const loaded = await load(`data/${name}.parquet`);
        return typeof loaded === 'string' ? loaded : loaded.rows;
      };
      expect(await rowsOf('hadoop_lz4_compressed')).toBe(4);
      expect(await rowsOf('hadoop_lz4_compressed_larger')).toBe(10_000);
      expect(await rowsOf('byte_stream_split_extended.gzip')).toBe(200);
      expect(await rowsOf('map_no_value')).toBe(3);
      expect(await engine.rows('select c0, c2 from memory.main.stage_0 limit 1')).toEqual([
        { c0: '{"1":null,"2":null,"3":null}', c2: '1, 2, 3' },
      ]);
    });

    it('leave timestamps empty that are none, and say so', async () => {
      const file = fileFrom(`${folder}/${overflows}`);
      const source = await openColumns(file, 'parquet');
      if (!source.ok) throw new Error('refused');
      await stageColumns(
        importDatabaseOf(engine),
        'stage_0',
        source.value,
        { file, plan, format: 'parquet' },
        control,
      );
      expect(await source.value.issues()).toEqual([
        expect.objectContaining({ code: 'unreadable-values', count: 1 }),
      ]);
      expect(await engine.rows('select c0 from memory.main.stage_0 order by rowid')).toContainEqual({
        c0: '2024-01-01 20:34:56.123456',
      });
    });

    it('keep nested fields as columns with dotted names, lists as text', async () => {
      await load('data/nullable.impala.parquet');
      expect(await engine.rows('select c0, c1, c2, c5, c7 from memory.main.stage_0 limit 2')).toEqual([
        {
          c0: '1',
          c1: '1, 2, 3',
          c2: '[[1,2],[3,4]]',
          c5: '1',
          c7: '[[{"E":10,"F":"aaa"},{"E":-10,"F":"bbb"}],[{"E":11,"F":"c"}]]',
        },
        {
          c0: '2',
          c1: ', 1, 2, , 3, ',
          c2: '[[null,1,2,null],[3,null,4],[],null]',
          c5: null,
          c7: expect.anything(),
        },
      ]);
    });
  },
);
