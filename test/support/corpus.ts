import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folder = resolve('../shared/corpora');
const unpacked = new Map<string, string>();

/** Whether a corpus lies beside the repository; tests that need it skip where it doesn't. */
export const hasCorpus = (name: string): boolean => existsSync(join(folder, `${name}.tar.xz`));

/** Unpacks a corpus into a temporary folder, once a process, and gives the folder of its files. */
export const unpackCorpus = (name: string): string => {
  const known = unpacked.get(name);
  if (known !== undefined) return known;
  const target = mkdtempSync(join(tmpdir(), `arrowhead-${name}-`));
  process.once('exit', () => rmSync(target, { recursive: true, force: true }));
  execFileSync('tar', ['xJf', join(folder, `${name}.tar.xz`), '-C', target]);
  unpacked.set(name, join(target, name));
  return join(target, name);
};
