import { CompressionType, setCompressionCodec, tableFromIPC } from '@uwdata/flechette';
import { decompressZstd } from 'hyparquet-compressors';
import type { ColumnarReader } from '../columnar-reader.ts';
import { arrowColumns, arrowParts, zonedColumns } from './arrow-fields.ts';
import { arrowMessages, type ArrowMessage } from './arrow-messages.ts';
import { unpackLz4Frame } from './lz4-frame.ts';
import { utcIssue } from '../utc-issue.ts';

const noEncoder = (): never => {
  throw new Error('Nothing is compressed here');
};
const options = { useBigInt: true, useBigIntTimestamp: true } as const;

const unpackZstd = (bytes: Uint8Array, length: number): Uint8Array => {
  const output = new Uint8Array(length);
  decompressZstd(bytes, output);
  return output;
};

const registerCodecs = (): void => {
  setCompressionCodec(CompressionType.LZ4_FRAME, { encode: noEncoder, decode: unpackLz4Frame });
  setCompressionCodec(CompressionType.ZSTD, { encode: noEncoder, decode: unpackZstd });
};

/** Opens an Arrow IPC file or stream (also Feather, version 2); its rows come batch by batch. Throws where it is damaged. */
export const openArrow = async (file: Blob): Promise<ColumnarReader> => {
  registerCodecs();
  const messages = arrowMessages(file);
  const first = await messages.next();
  if (first.done === true || first.value.kind !== 'schema')
    throw new Error('It does not begin with a schema');
  const schema = first.value.bytes;
  const { fields } = tableFromIPC([schema]).schema;
  const parts = arrowParts(fields);
  const dictionaries: ArrowMessage[] = [];
  return {
    columns: parts.map(({ name, type }) => ({ name, type })),
    rows: undefined,
    next: async () => {
      for (;;) {
        const message = await messages.next();
        if (message.done === true) return undefined;
        if (message.value.kind === 'dictionary') dictionaries.push(message.value);
        if (message.value.kind !== 'rows') continue;
        const bytes = [schema, ...dictionaries.map((dictionary) => dictionary.bytes), message.value.bytes];
        const table = tableFromIPC(bytes, options);
        if (table.numRows === 0) continue;
        const columns = arrowColumns(parts, (field) => table.getChildAt(field));
        return { columns, rows: table.numRows };
      }
    },
    issues: () => utcIssue(zonedColumns(fields)),
  };
};
