import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

/** The built static site. */
export const dist = join(root, 'dist');

const sources = ['.ci', 'index.html', 'package-lock.json', 'vite.config.ts', 'public', 'src', 'workers'];

const newestChange = (path) => {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
};

const isUpToDate = () => {
  const page = join(dist, 'index.html');
  if (!existsSync(page)) return false;
  const built = statSync(page).mtimeMs;
  return sources.every((name) => newestChange(join(root, name)) <= built);
};

/** Builds the site when it is absent or older than its sources. Throws with the builder's words when that fails. */
export const buildIfStale = () => {
  if (isUpToDate()) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    // A test runner that asks for the build must not make it one for tests: that one has no service worker.
    env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
};
