import { err, ok, type Result } from '../../../core/result.ts';
import { readBytes } from '../text/read-head.ts';

/** A member of a ZIP archive as its central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; anything else is not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly checkSum: number;
  /** Where its own header begins. */
  readonly at: number;
}

const endSignature = 0x06054b50;
const wideLocatorSignature = 0x07064b50;
const wideEndSignature = 0x06064b50;
const entrySignature = 0x02014b50;
const longestEnd = 65_557;
const mostDirectoryBytes = 64 * 1024 * 1024;
const wide = 0xffffffff;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const number64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** The name in UTF-8 when it is that, else in the commonest old encoding. */
const decodeName = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** Sizes and place that don't fit into 32 bits stand in an extra field, in this order, those only that don't fit. */
const readWideNumbers = (extra: Uint8Array, numbers: readonly number[]): readonly number[] => {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return numbers.map((value) => {
      if (value !== wide || next + 8 > extra.length) return value;
      next += 8;
      return number64(view, next - 8);
    });
  }
  return numbers;
};

/** Reads one entry at a place; undefined when there is none. */
const readEntry = (directory: Uint8Array, at: number): { entry: ZipEntry; next: number } | undefined => {
  const view = viewOf(directory);
  if (at + 46 > directory.length || view.getUint32(at, true) !== entrySignature) return undefined;
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > directory.length) return undefined;
  const [bytes = 0, packedBytes = 0, place = 0] = readWideNumbers(directory.subarray(nameEnd, extraEnd), [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const entry: ZipEntry = {
    name: decodeName(directory.subarray(at + 46, nameEnd)),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    packedBytes,
    bytes,
    checkSum: view.getUint32(at + 16, true),
    at: place,
  };
  return { entry, next };
};

interface DirectoryPlace {
  readonly at: number;
  readonly bytes: number;
  readonly entries: number;
}

/** Finds the directory from the archive's last bytes. */
const findDirectory = async (file: File): Promise<DirectoryPlace | undefined> => {
  const tailStart = Math.max(0, file.size - longestEnd);
  const tail = await readBytes(file, tailStart, file.size);
  if (!tail.ok) return undefined;
  const view = viewOf(tail.value);
  let end = tail.value.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end -= 1;
  if (end < 0) return undefined;
  const found = {
    at: view.getUint32(end + 16, true),
    bytes: view.getUint32(end + 12, true),
    entries: view.getUint16(end + 10, true),
  };
  const locator = end - 20;
  const isWide = locator >= 0 && view.getUint32(locator, true) === wideLocatorSignature;
  if (!isWide) return found;
  const wideAt = number64(view, locator + 8);
  const record = await readBytes(file, wideAt, wideAt + 56);
  if (!record.ok || record.value.length < 56) return found;
  const wideView = viewOf(record.value);
  if (wideView.getUint32(0, true) !== wideEndSignature) return found;
  return {
    at: number64(wideView, 48),
    bytes: number64(wideView, 40),
    entries: number64(wideView, 32),
  };
};

/** The members of a ZIP archive, folders included. One whose directory is missing or broken is `file-corrupt`. */
export const readZipDirectory = async (file: File): Promise<Result<readonly ZipEntry[]>> => {
  const corrupt = (reason: string): Result<never> =>
    err({ kind: 'file-corrupt', file: file.name, format: 'ZIP', reason });
  const place = await findDirectory(file);
  if (place === undefined) return corrupt('Its list of contents is missing: the file breaks off');
  if (place.bytes > mostDirectoryBytes || place.at + place.bytes > file.size)
    return corrupt('Its list of contents is not where it should be');
  const directory = await readBytes(file, place.at, place.at + place.bytes);
  if (!directory.ok) return directory;
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < place.entries) {
    const read = readEntry(directory.value, at);
    if (read === undefined) return corrupt('Its list of contents is damaged');
    entries.push(read.entry);
    at = read.next;
  }
  return ok(entries);
};
