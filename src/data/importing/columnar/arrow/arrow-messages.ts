/** A message of an Arrow file or stream: its bytes with length and body, and what it is. */
export interface ArrowMessage {
  readonly kind: 'schema' | 'dictionary' | 'rows' | 'other';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const kinds = { 1: 'schema', 2: 'dictionary', 3: 'rows' } as const;
const mostBytes = 2 ** 31 - 1;
const fileMark = 'ARROW1';

/** A field of a flatbuffers table: where its value is, or undefined when it has none. */
const fieldAt = (view: DataView, table: number, field: number): number | undefined => {
  const vtable = table - view.getInt32(table, true);
  const place = 4 + 2 * field;
  if (place >= view.getUint16(vtable, true)) return undefined;
  const offset = view.getUint16(vtable + place, true);
  return offset === 0 ? undefined : table + offset;
};

/** Kind and body length of a message from its metadata (a flatbuffer: version, kind, header, body length). */
const readMetadata = (bytes: Uint8Array): { kind: ArrowMessage['kind']; body: number } => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = view.getUint32(0, true);
  const kindAt = fieldAt(view, table, 1);
  const bodyAt = fieldAt(view, table, 3);
  const kind = kindAt === undefined ? 0 : view.getUint8(kindAt);
  const body = bodyAt === undefined ? 0 : Number(view.getBigInt64(bodyAt, true));
  return { kind: kinds[kind as 1 | 2 | 3] ?? 'other', body };
};

const readBytes = async (file: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.slice(from, to).arrayBuffer());

/** Where the messages begin: after the mark of a file, at once in a stream. */
const startOf = async (file: Blob): Promise<number> => {
  const head = new TextDecoder('latin1').decode(await readBytes(file, 0, fileMark.length));
  return head === fileMark ? 8 : 0;
};

/** The messages of an Arrow IPC file or stream one after another, without holding more than one of them. */
export async function* arrowMessages(file: Blob): AsyncGenerator<ArrowMessage> {
  let at = await startOf(file);
  while (at + 8 <= file.size) {
    const prefix = new DataView((await readBytes(file, at, at + 8)).buffer);
    const isMarked = prefix.getUint32(0, true) === 0xffffffff;
    const length = prefix.getInt32(isMarked ? 4 : 0, true);
    if (length === 0) return;
    const metadataAt = at + (isMarked ? 8 : 4);
    if (length < 0 || metadataAt + length > file.size) throw new Error('It breaks off within a message');
    const { kind, body } = readMetadata(await readBytes(file, metadataAt, metadataAt + length));
    const end = metadataAt + length + body;
    if (body < 0 || body > mostBytes || end > file.size) throw new Error('It breaks off within its rows');
    yield { kind, bytes: await readBytes(file, at, end) };
    at = end;
  }
}
