import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { runnerImport } from 'vite';

const name = 'virtual:sample-files';
const source = (path) => fileURLToPath(new URL(`../src/data/samples/${path}`, import.meta.url));

/**
 * Generates the sample companies while building and ships them packed and gzipped: the same bytes for every browser,
 * and nobody waits for the generator. Development and tests generate them when asked.
 */
export const sampleCompanies = () => {
  let isBuild = false;
  return {
    name: 'sample-companies',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      if (!isBuild) return 'export const sampleFiles = {};';
      const { module: companies } = await runnerImport(source('sample-companies.ts'));
      const { module: generator } = await runnerImport(source('generate.ts'));
      const { module: packing } = await runnerImport(source('sample-file.ts'));
      const entries = companies.samples.map((company) => {
        const packed = packing.packSample(packing.streamsOfSample(generator.generateSample(company.id)));
        const file = this.emitFile({
          type: 'asset',
          name: `sample-${company.id}.bin`,
          source: gzipSync(packed, { level: 7 }),
        });
        return `${company.id}: import.meta.ROLLUP_FILE_URL_${file}`;
      });
      return `export const sampleFiles = { ${entries.join(', ')} };`;
    },
  };
};
