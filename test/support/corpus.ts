import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const archiveOf = (name: string): string => join(resolve('../shared/corpora'), `${name}.tar.xz`);

/** Whether a corpus lies beside the repository; tests that need it skip where it doesn't. */
export const hasCorpus = (name: string): boolean => existsSync(archiveOf(name));

/**
 * Gives the folder of a corpus' files, unpacked once into the system's temporary folder. Test processes share it: each
 * unpacks on its own, and the first to finish moves its copy into place. To be read only.
 */
export const unpackCorpus = (name: string): string => {
  const { size, mtimeMs } = statSync(archiveOf(name));
  const shared = join(tmpdir(), `arrowhead-corpus-${name}-${size}-${Math.round(mtimeMs)}`);
  if (!existsSync(shared)) {
    const own = mkdtempSync(join(tmpdir(), `arrowhead-${name}-`));
    execFileSync('tar', ['xJf', archiveOf(name), '-C', own]);
    try {
      renameSync(own, shared);
    } catch (thrown) {
      rmSync(own, { recursive: true, force: true });
      if (!existsSync(shared)) throw thrown;
    }
  }
  return join(shared, name);
};
