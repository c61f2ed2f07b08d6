import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const linuxFolders = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
];
const macPrograms = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const candidates = () => {
  const across = (folders, names) => names.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (process.platform === 'darwin')
    return across(['/Applications', join(homedir(), 'Applications')], macPrograms);
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA } = process.env;
    const folders = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA];
    return across(
      folders.filter((folder) => folder !== undefined),
      windowsPrograms,
    );
  }
  return across([...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...linuxFolders], linuxNames);
};

/** What to tell someone on whose machine no browser was found. */
export const browserAdvice = () =>
  process.env.CHROME_PATH
    ? `CHROME_PATH is ${process.env.CHROME_PATH}, and there is no such program.`
    : 'No browser was found for the browser tests. Install Chromium, Google Chrome or Microsoft Edge, ' +
      'or set CHROME_PATH to the program of one.';

/** The program of an installed Chromium, Chrome or Edge: `CHROME_PATH` when set, else the usual places. */
export const findBrowser = () => {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  return candidates().find((path) => existsSync(path));
};

const canInstall = () =>
  process.platform === 'linux' && existsSync('/etc/debian_version') && process.getuid?.() === 0;

/** Like {@link findBrowser}, but on Debian as root it installs Debian's `chromium` when there is none. */
export const findOrInstallBrowser = () => {
  const found = findBrowser();
  if (found !== undefined || process.env.CHROME_PATH || !canInstall()) return found;
  console.log('Installing chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [['update'], ['install', '-y', '--no-install-recommends', 'chromium']];
  for (const args of steps) {
    const { status, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (status !== 0) console.error(`apt-get ${args.join(' ')} failed:\n${stderr ?? ''}`);
  }
  return findBrowser();
};
