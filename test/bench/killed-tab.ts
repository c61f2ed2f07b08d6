import { buildIfStale, dist } from '../../.ci/build.mjs';
import { browserAdvice, findBrowser } from '../../.ci/find-browser.mjs';
import { serve } from '../../.ci/serve.mjs';
import { killTab } from '../support/killed-tab.ts';

const rounds = 50;

/** The browser is killed 50 times, at random moments of imports and autosaves: what is there again each time. */
export default async () => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(browserAdvice());
  buildIfStale();
  const site = await serve(dist, {});
  try {
    const found = await killTab({
      address: site.address,
      executablePath,
      rounds,
      seed: 20,
      rows: 40_000,
    });
    const right = found.filter(({ isRight }) => isRight).length;
    return { title: `Killed tabs: ${right} of ${rounds} opened with the last committed state`, rows: found };
  } finally {
    await site.close();
  }
};
