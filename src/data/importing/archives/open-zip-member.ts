import type { AppError } from '../../../core/app-error.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { fileProblem, readBytes } from '../text/read-head.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './zip-directory.ts';

const stored = 0;
const deflated = 8;
const headerBytes = 30;
/** Beyond these a member is not unpacked: tables of text shrink to a twentieth, rarely to a hundredth. */
const mostBytes = 16 * 1024 ** 3;
const suspiciousBytes = 256 * 1024 ** 2;
const mostTimes = 400;

const megabytes = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${Math.round(bytes / 1e6)} MB`;

/** Why a member is not unpacked, from what the archive says of it; undefined when it may be. */
const refusal = (name: string, archive: File, entry: ZipEntry): AppError | undefined => {
  if (entry.isEncrypted || entry.method === 99) return { kind: 'file-encrypted', file: name };
  if (entry.method !== stored && entry.method !== deflated)
    return {
      kind: 'format-unsupported',
      file: name,
      format: `ZIP archive with packing method ${entry.method}`,
      instead: 'Unpack it and drop the files that are inside.',
    };
  const corrupt = (reason: string): AppError => ({ kind: 'file-corrupt', file: name, format: 'ZIP', reason });
  if (entry.at + headerBytes + entry.packedBytes > archive.size)
    return corrupt('The archive ends before this member does');
  const isBomb = entry.bytes > suspiciousBytes && entry.bytes > mostTimes * entry.packedBytes;
  if (isBomb || entry.bytes > mostBytes)
    return corrupt(
      `It would grow from ${megabytes(entry.packedBytes)} to ${megabytes(entry.bytes)}, as no table does: it was not unpacked`,
    );
  return undefined;
};

class WrongLength extends Error {}

/** Lets bytes through, adds up their check sum, and stops where there are more than promised. */
const checker = (
  expected: number,
): {
  stream: TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>;
  bytes: () => number;
  sum: () => number;
} => {
  let bytes = 0;
  let sum = 0;
  const stream = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      bytes += chunk.length;
      if (bytes > expected) throw new WrongLength();
      sum = crc32(chunk, sum);
      controller.enqueue(chunk as Uint8Array<ArrayBuffer>);
    },
  });
  return { stream, bytes: () => bytes, sum: () => sum };
};

/** Where the packed bytes of a member are; its own header may be longer than the directory says. */
const packedPart = async (archive: File, entry: ZipEntry): Promise<Result<Blob>> => {
  const header = await readBytes(archive, entry.at, entry.at + headerBytes);
  if (!header.ok) return header;
  const view = new DataView(header.value.buffer);
  if (header.value.length < headerBytes || view.getUint32(0, true) !== 0x04034b50)
    return err({
      kind: 'file-corrupt',
      file: archive.name,
      format: 'ZIP',
      reason: 'A member is not in its place',
    });
  const from = entry.at + headerBytes + view.getUint16(26, true) + view.getUint16(28, true);
  return ok(archive.slice(from, from + entry.packedBytes));
};

/** The bytes of a member as a stream, without looking at check sums. For members that are read piece by piece. */
export const streamZipMember = async (
  archive: File,
  entry: ZipEntry,
): Promise<Result<ReadableStream<Uint8Array<ArrayBuffer>>>> => {
  const refused = refusal(`${archive.name}/${entry.name}`, archive, entry);
  if (refused) return err(refused);
  const part = await packedPart(archive, entry);
  if (!part.ok) return part;
  const stream = part.value.stream();
  return ok(entry.method === stored ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw')));
};

/**
 * Unpacks one member of a ZIP archive, streaming: the copy lies outside of the heap. Encrypted ones, and ones that
 * would grow beyond all measure, are refused; a damaged one is `file-corrupt`.
 * @param name how the member is called among the files
 */
export const openZipMember = async (archive: File, entry: ZipEntry, name: string): Promise<Result<File>> => {
  const refused = refusal(name, archive, entry);
  if (refused) return err(refused);
  const packed = await streamZipMember(archive, entry);
  if (!packed.ok) return packed;
  const corrupt = (reason: string): Result<never> =>
    err({ kind: 'file-corrupt', file: name, format: 'ZIP', reason });
  const check = checker(entry.bytes);
  try {
    const blob = await new Response(packed.value.pipeThrough(check.stream)).blob();
    if (check.bytes() !== entry.bytes || check.sum() !== entry.checkSum)
      return corrupt('Its contents don’t match the check sum of the archive');
    return ok(new File([blob], name));
  } catch (thrown) {
    const problem = fileProblem(thrown, name);
    if (problem.kind === 'file-changed') return err(problem);
    return corrupt(
      thrown instanceof WrongLength ? 'It is longer than the archive says' : 'It breaks off or is damaged',
    );
  }
};
