import {
  Column,
  batchType,
  tableFromColumns,
  tableToIPC,
  utf8,
  dictionary,
  int32,
  type DataType,
} from '@uwdata/flechette';

/** A column of one batch of rows. */
export type ArrowColumn = Column<unknown>;

/** Which rows have a value, one bit each; undefined when all have. */
export interface Validity {
  readonly bits: Uint8Array;
  readonly nulls: number;
}

/** The buffers of a column as Arrow lays them out. */
interface ColumnBuffers {
  readonly length: number;
  readonly validity: Validity | undefined;
  readonly values: ArrayBufferView;
  readonly offsets?: Int32Array;
}

/** A column from its buffers, which are used as they are. */
export const columnOf = (type: DataType, buffers: ColumnBuffers): ArrowColumn => {
  const Batch = batchType(type) as new (options: object) => Column<unknown>['data'][number];
  const { length, validity, values, offsets } = buffers;
  const batch = new Batch({
    type,
    length,
    nullCount: validity?.nulls ?? 0,
    validity: validity?.bits ?? new Uint8Array(0),
    values,
    offsets,
  });
  return new Column([batch]);
};

/** A column of texts that are looked up in a shorter column. */
export const dictionaryColumn = (
  texts: ArrowColumn,
  places: Int32Array,
  validity: Validity | undefined,
): ArrowColumn => {
  const column = columnOf(dictionary(texts.type, int32()), {
    length: places.length,
    validity,
    values: places,
  });
  // The library's own way decodes all texts, which nobody reads here.
  Object.assign(column.data[0] as object, { dictionary: texts });
  return column;
};

const encoder = new TextEncoder();

/** A column of texts, null where there is none. */
export const textColumn = (texts: readonly (string | null | undefined)[]): ArrowColumn => {
  const offsets = new Int32Array(texts.length + 1);
  const bits = new Uint8Array(Math.ceil(texts.length / 8));
  let bytes = new Uint8Array(Math.max(1024, texts.length * 16));
  let at = 0;
  let nulls = 0;
  texts.forEach((text, index) => {
    if (text === null || text === undefined) nulls += 1;
    else {
      bits[index >> 3] = (bits[index >> 3] as number) | (1 << (index & 7));
      if (at + text.length * 3 > bytes.length) {
        const larger = new Uint8Array((at + text.length * 3) * 2);
        larger.set(bytes.subarray(0, at));
        bytes = larger;
      }
      at += encoder.encodeInto(text, bytes.subarray(at)).written;
    }
    offsets[index + 1] = at;
  });
  const validity = nulls === 0 ? undefined : { bits, nulls };
  return columnOf(utf8(), { length: texts.length, validity, values: bytes.subarray(0, at), offsets });
};

/** The columns as one Arrow IPC stream with its end mark, their names `c0`, `c1` … */
export const toStream = (columns: readonly ArrowColumn[]): Uint8Array<ArrayBuffer> => {
  const table = tableFromColumns(
    columns.map((column, index) => [`c${index}`, column] as [string, Column<unknown>]),
  );
  const stream = tableToIPC(table, { format: 'stream' });
  if (stream === null) throw new Error('Nothing was encoded');
  return stream as Uint8Array<ArrayBuffer>;
};
