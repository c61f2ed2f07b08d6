import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The bytes of a stream again, with its first piece, which was already read. */
const withFirstPiece = (
  first: Uint8Array<ArrayBuffer>,
  rest: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start: (controller) => controller.enqueue(first),
    pull: async (controller) => {
      const { done, value } = await rest.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => rest.cancel(reason),
  });

/**
 * Fetches and compiles the engine's WebAssembly while it arrives. The file may be gzipped, which is told by its first
 * bytes: whether the host compresses, or decompresses on the way, makes no difference.
 */
export const compileEngine = async (url: string): Promise<Result<WebAssembly.Module, AppError>> => {
  try {
    const response = await fetch(url);
    if (!response.ok || !response.body)
      return err({
        kind: 'engine-unavailable',
        reason: `The server answered ${response.status} for the engine`,
      });
    const reader = response.body.getReader();
    const first = await reader.read();
    if (first.done) return err({ kind: 'engine-unavailable', reason: 'The engine’s file is empty' });
    const stream = withFirstPiece(first.value, reader);
    const wasm = isGzip(first.value) ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
    const headers = { 'content-type': 'application/wasm' };
    return ok(await WebAssembly.compileStreaming(new Response(wasm, { headers })));
  } catch (thrown) {
    return err({
      kind: 'engine-unavailable',
      reason: thrown instanceof Error ? thrown.message : String(thrown),
    });
  }
};
