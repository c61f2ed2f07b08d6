import { chromium } from 'playwright-core';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

/** A page of the built site in a fresh browser profile, and what happened on it. */
export interface TestPage {
  readonly page: Page;
  /** The profile: for a second tab, going offline, or another opinion of storage. */
  readonly context: BrowserContext;
  /** Address of the site; ends with a slash. */
  readonly address: string;
  /** Console errors and uncaught exceptions so far, oldest first. */
  readonly problems: readonly string[];
  /** Requests to anywhere but the site since the page was opened, by any page or worker; oldest first. */
  readonly foreignRequests: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** How long a condition may take to come true, in milliseconds; loading half a million rows fits in. */
const patience = 20_000;

/**
 * Opens the site, at `path` below its address, in a fresh profile: nothing stored, UTC, British English, 1280 × 800
 * unless told otherwise. `prepare` is called before the site is asked for. Every caller closes it.
 */
export const openPage = async (
  path = '',
  options: BrowserContextOptions = {},
  prepare: (context: BrowserContext) => Promise<unknown> = () => Promise.resolve(),
): Promise<TestPage> => {
  const address = inject('siteAddress');
  const askTrap = async (): Promise<readonly string[]> =>
    (await (await fetch(`${inject('trapAddress')}/seen`)).json()) as string[];
  const before = (await askTrap()).length;
  const browser = await chromium.connect(inject('browserEndpoint'));
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...options,
  });
  const problems: string[] = [];
  const elsewhere: string[] = [];
  const origin = new URL(address).origin;
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  context.on('weberror', (problem) => problems.push(String(problem.error())));
  context.on('request', (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && target !== origin) elsewhere.push(request.url());
  });
  context.setDefaultTimeout(patience);
  await prepare(context);
  const page = await context.newPage();
  await page.goto(new URL(path, address).href);
  return {
    page,
    context,
    address,
    problems,
    foreignRequests: async () => [...elsewhere, ...(await askTrap()).slice(before)],
    close: async () => {
      await context.close();
      await browser.close();
    },
  };
};
