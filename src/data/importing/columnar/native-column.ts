/** A type that the engine keeps a column of a typed file in. */
export type NativeType =
  | 'VARCHAR'
  | 'BOOLEAN'
  | 'INTEGER'
  | 'BIGINT'
  | 'UBIGINT'
  | 'FLOAT'
  | 'DOUBLE'
  | 'DATE'
  | 'TIMESTAMP'
  | `DECIMAL(${number}, ${number})`;

/** A column of a typed file: nested fields are columns of their own, with dots in their names. */
export interface NativeColumn {
  readonly name: string;
  readonly type: NativeType;
}
