import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { buildIfStale, dist } from '../../.ci/build.mjs';
import { browserAdvice, findBrowser } from '../../.ci/find-browser.mjs';
import { serve } from '../../.ci/serve.mjs';
import { startForeignRequestTrap } from './foreign-requests.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served, under a sub-path; ends with a slash. */
    readonly siteAddress: string;
    /** WebSocket endpoint of the one browser that all browser tests share. */
    readonly browserEndpoint: string;
    /** The proxy that remembers requests to anywhere but the site. */
    readonly trapAddress: string;
  }
}

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Builds the site when needed, serves it, starts a browser and tells the tests where both are. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(browserAdvice());
  buildIfStale();
  const site = await serve(dist, { base: '/arrowhead/' });
  const trap = await startForeignRequestTrap();
  const browser = await chromium.launchServer({
    executablePath,
    args: [...browserArguments, `--proxy-server=${trap.address}`, '--proxy-bypass-list=127.0.0.1'],
  });
  project.provide('siteAddress', site.address);
  project.provide('browserEndpoint', browser.wsEndpoint());
  project.provide('trapAddress', trap.address);
  return async () => {
    await browser.close();
    await Promise.all([site.close(), trap.close()]);
  };
}
