import { expect, inject, it } from 'vitest';
import { browserAdvice, findBrowser } from '../../.ci/find-browser.mjs';
import { killTab } from '../support/killed-tab.ts';

// `npm run bench -- killed-tab` does it 50 times.
it('a browser that is killed while it imports and saves opens with the last committed state', async () => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(browserAdvice());
  const rounds = await killTab({
    address: inject('siteAddress'),
    executablePath,
    rounds: 2,
    seed: 7,
    rows: 20_000,
  });
  expect(rounds).toHaveLength(2);
  expect(rounds.filter(({ isRight }) => !isRight)).toEqual([]);
});
