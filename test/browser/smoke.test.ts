import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

describe('the built site under a sub-path', () => {
  let site: TestPage;
  beforeAll(async () => {
    site = await openPage();
  });
  afterAll(() => site.close());

  it('has the name of the product as its title', async () => {
    expect(await site.page.title()).toContain('Arrowhead');
  });

  it('paints something', async () => {
    await site.page.locator('h1').first().waitFor();
    expect((await site.page.locator('body').innerText()).trim()).not.toBe('');
  });

  it('loads without an error', () => {
    expect(site.problems).toEqual([]);
  });

  it('asks nothing of any other origin', async () => {
    await site.page.waitForLoadState('networkidle');
    expect(await site.foreignRequests()).toEqual([]);
  });
});
