import type { AppError } from '../../../core/app-error.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { gunzipStream } from '../archives/gunzip.ts';
import { fileProblem, gzipProblem } from './read-head.ts';

/** What must be done to a file's bytes. */
export interface ByteForm {
  readonly isGzip: boolean;
  /** A label that `TextDecoder` knows. */
  readonly encoding: string;
}

class CancelledError extends Error {}

/** Counts bytes as they pass. */
const meter = (
  onBytes: (bytes: number) => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> => {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      onBytes(bytes);
      controller.enqueue(chunk);
    },
  });
};

/** Bytes of another encoding to UTF-8, piece by piece; a byte order mark is left out. */
const transcoder = (encoding: string): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> => {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return new TransformStream({
    transform: (chunk, controller) =>
      controller.enqueue(encoder.encode(decoder.decode(chunk, { stream: true }))),
    flush: (controller) => controller.enqueue(encoder.encode(decoder.decode())),
  });
};

/**
 * Inflates and transcodes a file to UTF-8 without a byte order mark, streaming: the copy lies outside of the heap.
 * A plain UTF-8 file is returned as it is.
 */
export const toUtf8 = async (
  file: File,
  form: ByteForm,
  onBytes: (bytes: number) => void,
  isCancelled: () => boolean,
): Promise<Result<File>> => {
  if (!form.isGzip && form.encoding === 'utf-8') return ok(file);
  const onRead = (bytes: number): void => {
    if (isCancelled()) throw new CancelledError();
    onBytes(bytes);
  };
  let stream: ReadableStream<Uint8Array<ArrayBuffer>> = form.isGzip
    ? gunzipStream(file, onRead)
    : file.stream().pipeThrough(meter(onRead));
  if (form.encoding !== 'utf-8') stream = stream.pipeThrough(transcoder(form.encoding));
  try {
    return ok(new File([await new Response(stream).blob()], file.name));
  } catch (thrown) {
    return err(isCancelled() ? { kind: 'cancelled' } : problemOf(thrown, file.name, form));
  }
};

const problemOf = (thrown: unknown, file: string, { isGzip }: ByteForm): AppError =>
  isGzip ? gzipProblem(thrown, file) : fileProblem(thrown, file);
