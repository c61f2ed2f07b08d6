import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * Ships the engine's WebAssembly gzipped (34 MB → under 8): some hosts serve it uncompressed or refuse files over
 * 25 MB. The page tells the two forms apart by their first bytes, so nothing else has to know. The file ends in `.bin`
 * lest a host takes it for an encoding and inflates it.
 */
export const compressedEngine = () => ({
  name: 'compressed-engine',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    const [file, query] = id.split('?');
    if (query !== 'url' || !file.endsWith('duckdb-eh.wasm')) return null;
    const source = gzipSync(readFileSync(file), { level: 9 });
    const reference = this.emitFile({ type: 'asset', name: 'engine.bin', source });
    return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
  },
});
