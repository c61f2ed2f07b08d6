import { sampleFiles } from 'virtual:sample-files';
import type { AppError } from '../core/app-error.ts';
import { err, ok, type Result } from '../core/result.ts';
import { unpackSample, type PackedTable } from '../data/samples/sample-file.ts';

/**
 * Fetches a sample company that the build has packed (gzipped, from the app's own address). Undefined where nothing is packed: in
 * development the engine generates it.
 */
export const fetchSample = async (
  id: string,
): Promise<Result<readonly PackedTable[] | undefined, AppError>> => {
  const url = Object.hasOwn(sampleFiles, id) ? sampleFiles[id] : undefined;
  if (url === undefined) return ok(undefined);
  try {
    const response = await fetch(url);
    if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}`);
    const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
    return ok(unpackSample(new Uint8Array(await new Response(stream).arrayBuffer())));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return err({ kind: 'file-unreadable', file: 'sample company', reason });
  }
};
