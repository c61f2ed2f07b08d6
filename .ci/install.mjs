import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const oldestNode = [20, 19];

/** Says what is wrong and ends the process with exit code 1. */
const giveUp = (message) => {
  console.error(message);
  process.exit(1);
};

const requireNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  giveUp(
    `Node ${oldestNode.join('.')} or newer is needed; this is ${process.versions.node}. See https://nodejs.org.`,
  );
};

const isInstalled = () => {
  const installed = `${root}node_modules/.package-lock.json`;
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
};

/** Installs the packages of the lock file when they are absent or older than it. Silent when there is nothing to do. */
export const install = () => {
  requireNode();
  if (isInstalled()) return;
  console.log('Installing packages (the first time only, about a minute) …');
  const npm = process.env.npm_execpath;
  const flags = ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'];
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...flags]] : ['npm', flags];
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status === 0) return;
  const reason = error ? error.message : `${stdout}${stderr}`.trim().split('\n').slice(-20).join('\n');
  giveUp(`The packages could not be installed. "npm ci" in ${root} said:\n${reason}`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) install();
