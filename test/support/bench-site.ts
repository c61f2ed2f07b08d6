import { chromium, type Browser } from 'playwright-core';
import { buildIfStale, dist } from '../../.ci/build.mjs';
import { browserAdvice, findBrowser } from '../../.ci/find-browser.mjs';
import { serve } from '../../.ci/serve.mjs';

/** Serves the built app (built anew when it is stale) and opens a browser for a benchmark; both end with it. */
export const withBuiltApp = async <T>(
  work: (browser: Browser, address: string) => Promise<T>,
): Promise<T> => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(browserAdvice());
  buildIfStale();
  const site = await serve(dist, {});
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    return await work(browser, site.address);
  } finally {
    await browser.close();
    await site.close();
  }
};
