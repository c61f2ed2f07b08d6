import {
  bool,
  dateDay,
  decimal128,
  dictionary,
  float32,
  int32,
  int64,
  list,
  struct,
  tableFromArrays,
  tableToIPC,
  TimeUnit,
  timestamp,
  utf8,
} from '@uwdata/flechette';
import { beforeAll, describe, expect, it } from 'vitest';
import { unpackLz4Frame } from '../../../../src/data/importing/columnar/arrow/lz4-frame.ts';
import { readBitRuns } from '../../../../src/data/importing/columnar/parquet/bit-runs.ts';
import { leafKind, nativeType } from '../../../../src/data/importing/columnar/parquet/leaf-kind.ts';
import { readTimestamps } from '../../../../src/data/importing/columnar/parquet/read-timestamps.ts';
import { decimalText, writeValue } from '../../../../src/data/importing/columnar/parquet/write-value.ts';
import { openTestEngine, valueOf, type TestEngine } from '../../../support/engine.ts';
import { fileOf, inspectOne, tryImport } from '../../../support/importing.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** `customer;date;amount` in 5,000 lines, by Arrow's own compressor. */
const lz4Frame =
  'BCJNGEBAwCABAAD/BmN1c3RvbWVyO2RhdGU7YW1vdW50ChUA' +
  '/'.repeat(341) +
  '9NQdGU7YW2kAAAAD/D' +
  '/'.repeat(206) +
  '6pQb3VudAoAAAAA';

const rows = 3000;
const each = <T>(value: (row: number) => T): T[] => Array.from({ length: rows }, (_, row) => value(row));
const midday = Date.UTC(2024, 0, 31, 12, 30);
const orders = tableFromArrays(
  {
    order_id: each((row) => BigInt(row)),
    customer_id: each((row) => (row % 10 === 9 ? null : `C${row % 50}`)),
    order_date: each((row) => new Date(midday + row * 60_000)),
    amount: each((row) => row + 0.25),
    channel: each((row) => ['web', 'store'][row % 2]),
    'place.size': each(() => 1.1),
    place: each((row) => ({ city: `Town ${row}`, tags: ['a', 'b'] })),
    is_paid: each((row) => row % 2 === 0),
    due: each(() => new Date(Date.UTC(2024, 1, 1))),
  },
  {
    types: {
      order_id: int64(),
      order_date: timestamp(TimeUnit.MILLISECOND, 'UTC'),
      amount: decimal128(12, 2),
      channel: dictionary(utf8(), int32()),
      'place.size': float32(),
      place: struct({ city: utf8(), tags: list(utf8()) }),
      is_paid: bool(),
      due: dateDay(),
    },
    maxBatchRows: 1000,
  },
);

describe('Arrow', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  const fileIn = (format: 'file' | 'stream'): File =>
    fileOf('orders.arrow', tableToIPC(orders, { format }) as Bytes);

  it.each(['file', 'stream'] as const)('loads a %s with its types', async (format) => {
    const file = fileIn(format);
    const found = await inspectOne(file);
    expect(found).toMatchObject({ format: 'arrow', dialect: { decimalMark: '.' }, issues: [] });
    expect(found.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'order_id integer',
      'customer_id text',
      'order_date datetime',
      'amount number',
      'channel text',
      'place.size number',
      'place.city text',
      'place.tags text',
      'is_paid boolean',
      'due date',
    ]);
    expect(found.preview[1]?.slice(0, 8)).toEqual([
      '1',
      'C1',
      '2024-01-31 12:31:00',
      '1.25',
      'store',
      '1.1',
      'Town 1',
      'a, b',
    ]);
    const report = valueOf(await tryImport(engine, [file]));
    expect(report.files[0]).toMatchObject({
      format: 'arrow',
      rowsRead: rows,
      rowsKept: rows,
      rowsRejected: 0,
    });
    expect(report.files[0]?.issues).toContainEqual(
      expect.objectContaining({
        code: 'time-zone',
        count: 1,
        message: expect.stringContaining('“order_date”'),
      }),
    );
    const [sums] = await engine.rows(
      `select count(*)::integer as orders, sum(gross)::double as gross, min(ordered_at)::varchar as first,
        (count(*) filter (customer_id is null))::integer as anonymous from next_orders`,
    );
    expect(sums).toEqual({
      orders: rows,
      gross: (rows * (rows - 1)) / 2 + rows / 4,
      first: '2024-01-31 12:30:00',
      anonymous: 300,
    });
  });

  it('rejects rows with their values, and never loads what is to be a pseudonym', async () => {
    const table = tableFromArrays({
      order_id: [1, 2, 3],
      customer_id: [7001, 7002, 7003],
      order_date: ['2024-01-31', null, '2024-02-01'],
      amount: [1.5, 2.5, 3.5],
    });
    const file = fileOf('orders.arrow', tableToIPC(table, { format: 'file' }) as Bytes);
    const found = await inspectOne(file);
    const mapping = found.mapping.map((one) =>
      one.column === 'customer_id' ? { ...one, privacy: 'pseudonymise' as const } : one,
    );
    const report = valueOf(await tryImport(engine, [file], [{ ...found, mapping, salt: 'secret' }]));
    expect(report.files[0]).toMatchObject({ rowsRead: 3, rowsKept: 2, rowsRejected: 1 });
    expect(report.files[0]?.rejected[0]).toMatchObject({
      line: 2,
      reason: expect.stringContaining('order_date'),
    });
    expect(JSON.stringify(report.files[0]?.rejected)).not.toContain('7002');
    const customers = await engine.rows('select customer_id from next_customers');
    expect(customers).toHaveLength(2);
    expect(JSON.stringify(customers)).not.toMatch(/700\d/);
  });

  it.each([
    ['breaks off', (bytes: Bytes) => bytes.slice(0, bytes.length * 0.6)],
    [
      'has no schema',
      (bytes: Bytes) => new Uint8Array([...bytes.slice(0, 8), ...new Uint8Array(64).fill(7)]),
    ],
  ])('refuses one that %s', async (_, damage) => {
    const file = fileOf('a.arrow', damage(tableToIPC(orders, { format: 'file' }) as Bytes));
    const found = await inspectOne(file);
    const error = found.error ?? (await tryImport(engine, [file], [found]));
    expect(JSON.stringify(error)).toContain('file-corrupt');
  });

  it('unpacks LZ4 frames whose blocks refer to earlier ones', () => {
    const packed = Buffer.from(lz4Frame, 'base64');
    const text = new TextDecoder().decode(unpackLz4Frame(packed, 105_000));
    expect(text === 'customer;date;amount\n'.repeat(5000)).toBe(true);
    expect(() => unpackLz4Frame(packed.subarray(0, 200), 105_000)).toThrow('LZ4');
  });
});

describe('Parquet values', () => {
  it('reads runs and bit-packed values, and never beyond its output', () => {
    const output = new Int32Array(12);
    readBitRuns({ bytes: Uint8Array.from([0x08, 5, 0x03, 0x88, 0xc6, 0xfa]), at: 0 }, 3, output);
    expect([...output]).toEqual([5, 5, 5, 5, 0, 1, 2, 3, 4, 5, 6, 7]);
    const small = new Uint8Array(3);
    readBitRuns({ bytes: Uint8Array.from([0xfe, 0xff, 0xff, 0xff, 0x0f, 1]), at: 0 }, 1, small);
    expect([...small]).toEqual([1, 1, 1]);
    expect(() => readBitRuns({ bytes: Uint8Array.from([0x03, 1]), at: 0 }, 8, new Int32Array(8))).toThrow(
      'ends before',
    );
    expect(() => readBitRuns({ bytes: Uint8Array.from([0x00]), at: 0 }, 8, small)).toThrow('empty');
  });

  it.each([
    [
      { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS' } },
      'TIMESTAMP',
    ],
    [{ type: 'INT96' }, 'TIMESTAMP'],
    [{ type: 'INT32', converted_type: 'DATE' }, 'DATE'],
    [{ type: 'INT32', converted_type: 'UINT_8' }, 'INTEGER'],
    [{ type: 'INT64', converted_type: 'UINT_64' }, 'UBIGINT'],
    [{ type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, logical_type: { type: 'UUID' } }, 'VARCHAR'],
    [
      { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 20, converted_type: 'DECIMAL', precision: 45, scale: 2 },
      'VARCHAR',
    ],
    [{ type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 4 }, 'DECIMAL(18, 4)'],
    [{ type: 'DOUBLE', logical_type: { type: 'DATE' } }, 'DOUBLE'],
    [{ type: 'BYTE_ARRAY' }, 'VARCHAR'],
  ] as const)('takes %j for %s', (element, type) => {
    expect(nativeType(leafKind({ name: 'x', ...element }))).toBe(type);
  });

  it('writes what the engine has no type for', () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, at) => at * 17);
    expect(writeValue({ kind: 'written', as: 'uuid' }, bytes)).toBe('00112233-4455-6677-8899-aabbccddeeff');
    expect(writeValue({ kind: 'written', as: 'time', unit: 'MILLIS' }, 47_109_250)).toBe('13:05:09.25');
    expect(writeValue({ kind: 'written', as: 'decimal', scale: 2 }, Uint8Array.from([0xff, 0x9c]))).toBe(
      '-1.00',
    );
    expect([decimalText(-5n, 3), decimalText(12n, 0), decimalText(12n, -2)]).toEqual([
      '-0.005',
      '12',
      '1200',
    ]);
  });

  it('leaves timestamps that are no moment empty, and says which', () => {
    const { values, outside } = readTimestamps([0n, -1n, 2n ** 62n], 'MILLIS');
    expect([values[0], values[1], outside]).toEqual([0n, -1000n, [2]]);
    expect([...readTimestamps([-1n, 1999n], 'NANOS').values]).toEqual([-1n, 1n]);
  });
});
