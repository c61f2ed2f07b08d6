import type { AppError } from '../../../core/app-error.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { gunzipStream } from '../archives/gunzip.ts';

/** Bytes of the head that detection looks at. */
export const headBytes = 256 * 1024;
const sampleBytes = 64 * 1024;

/** A file that can't be read: it was moved, changed or deleted since it was chosen, or the system refuses. */
export const fileProblem = (thrown: unknown, file: string): AppError => {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  // The stream of a file that is gone breaks off with a TypeError of these words in Chromium.
  const isBrokenStream = thrown instanceof TypeError && /network error/i.test(thrown.message);
  if (isBrokenStream || name === 'NotFoundError' || name === 'NotReadableError')
    return { kind: 'file-changed', file };
  return { kind: 'file-unreadable', file, reason: thrown instanceof Error ? thrown.message : String(thrown) };
};

/** The bytes of a part of a file. */
export const readBytes = async (
  file: File,
  from: number,
  to: number,
): Promise<Result<Uint8Array<ArrayBuffer>>> => {
  try {
    return ok(new Uint8Array(await file.slice(from, to).arrayBuffer()));
  } catch (thrown) {
    return err(fileProblem(thrown, file.name));
  }
};

/** Samples from the middle and the end of a file that is longer than its head. */
export const readLaterSamples = async (file: File): Promise<Result<readonly Uint8Array[]>> => {
  const samples: Uint8Array[] = [];
  if (file.size <= headBytes) return ok(samples);
  for (const from of [Math.floor(file.size / 2), Math.max(headBytes, file.size - sampleBytes)]) {
    const bytes = await readBytes(file, from - (from % 2), Math.min(file.size, from + sampleBytes));
    if (!bytes.ok) return bytes;
    samples.push(bytes.value);
  }
  return ok(samples);
};

/** Puts pieces together. */
const concatenate = (pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece.subarray(0, length - at), at);
    at += Math.min(piece.length, length - at);
  }
  return whole;
};

/** Packed files up to this size are inflated to their end when they are looked at; longer ones take too long for that. */
const mostPackedBytes = 48 * 1024 * 1024;

/** What is known of a gzip file before it is loaded. */
export interface GzipPieces {
  readonly head: Uint8Array<ArrayBuffer>;
  /** The head is the whole file. */
  readonly isWhole: boolean;
  /** The last bytes; absent when the head is the whole file, or the file is too long to be inflated for a look. */
  readonly tail?: Uint8Array<ArrayBuffer>;
}

/** The last bytes of a stream that goes on behind its head. */
const readTail = async (
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  rest: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => {
  let kept = [rest];
  let length = rest.length;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    kept.push(value);
    length += value.length;
    if (length > 16 * sampleBytes) {
      kept = [concatenate(kept, length).slice(-sampleBytes)];
      length = sampleBytes;
    }
  }
  return concatenate(kept, length).slice(-sampleBytes);
};

/** The first and the last inflated bytes of a gzip file. A file that breaks off before that is `file-corrupt`. */
export const readGzipPieces = async (
  file: File,
  mostBytes = mostPackedBytes,
): Promise<Result<GzipPieces>> => {
  const reader = gunzipStream(file).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    while (length <= headBytes) {
      const { done, value } = await reader.read();
      if (done) return ok({ head: concatenate(pieces, length), isWhole: true });
      pieces.push(value);
      length += value.length;
    }
    const start = concatenate(pieces, length);
    const head = start.slice(0, headBytes);
    if (file.size > mostBytes) {
      await reader.cancel();
      return ok({ head, isWhole: false });
    }
    // A file that breaks off behind its head is refused when it is loaded.
    const tail = await readTail(reader, start.slice(headBytes)).catch(() => undefined);
    return ok({ head, isWhole: false, ...(tail === undefined ? {} : { tail }) });
  } catch (thrown) {
    return err(gzipProblem(thrown, file.name));
  }
};

/** The first inflated bytes of a gzip file. */
export const readGzipHead = (file: File): Promise<Result<GzipPieces>> => readGzipPieces(file, 0);

/** Why a gzip file could not be inflated. */
export const gzipProblem = (thrown: unknown, file: string): AppError => {
  const problem = fileProblem(thrown, file);
  if (problem.kind === 'file-changed') return problem;
  return { kind: 'file-corrupt', file, format: 'gzip', reason: 'It breaks off or is damaged' };
};
