import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { install, root } from './install.mjs';

install();
// Imported late: a first run has just installed it.
const { runnerImport } = await import('vite');

// Each file of test/bench exports by default `async () => ({ title, rows })`; a row is one line of the printed table.
const folder = join(root, 'test/bench');
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => /\.(mjs|ts)$/.test(name))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)))
  .sort();
for (const name of files) {
  const { module } = await runnerImport(join(folder, name));
  const { title, rows } = await module.default();
  console.log(`\n${title}`);
  console.table(rows);
}
