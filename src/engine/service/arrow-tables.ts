import { tableFromIPC } from '@uwdata/flechette';
import { sqlTypeName } from '../../data/sql/decode-rows.ts';

/** A column of an Arrow stream. */
export interface StreamColumn {
  readonly name: string;
  readonly type: string;
}

/** What an Arrow IPC stream holds, without decoding values; undefined when it is not such a stream. */
export const lookIntoStream = (
  stream: Uint8Array,
): { readonly columns: readonly StreamColumn[]; readonly rows: number } | undefined => {
  try {
    const table = tableFromIPC(stream);
    const columns = table.schema.fields.map(({ name, type }) => ({ name, type: sqlTypeName(type) }));
    return { columns, rows: table.numRows };
  } catch {
    return undefined;
  }
};
