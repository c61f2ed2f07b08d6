import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { policyText } from './vite-content-policy.mjs';

const template = new URL('../workers/service-worker.js', import.meta.url);
const publicFiles = ['./', './icon.svg', './manifest.webmanifest'];

/** Emits `service-worker.js` with the list of the build's files, so that the app opens without a network. */
export const offline = () => ({
  name: 'offline',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const built = Object.keys(bundle).filter((name) => !name.endsWith('.map') && name !== 'index.html');
      const files = [...publicFiles, ...built.map((name) => `./${name}`)];
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
      const source = readFileSync(template, 'utf8')
        .replace('__VERSION__', version)
        .replace('__FILES__', JSON.stringify(files))
        .replace("'__POLICY__'", JSON.stringify(policyText));
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
    },
  },
});
