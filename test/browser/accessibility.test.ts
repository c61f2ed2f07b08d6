import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, openSample, waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const paths = [
  '/home',
  '/data',
  '/data/dictionary',
  '/data/privacy',
  '/quality',
  '/quality/duplicates',
  '/portfolio',
  '/profit',
  '/rfm',
  '/value',
  '/equity',
  '/channel-results',
  '/references',
  '/service',
  '/loyalty',
  '/treatment',
  '/drivers',
  '/segments',
  '/journey',
  '/retention',
  '/claims',
  '/contracts',
  '/occasions',
  '/swot',
  '/opportunities',
  '/chain',
  '/plan',
];

/** What breaks WCAG 2.2 A and AA, or one rule of it, on the page that is shown: rule, element and reason, one line each. */
const violations = async (page: Page, rule?: string): Promise<readonly string[]> => {
  const { violations: found } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run({
        runOnly,
        resultTypes: ['violations'],
      }),
    rule === undefined ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] : [rule],
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) =>
      [id, String(target), ...[...any, ...all, ...none].map(({ message }) => message)].join(' | '),
    ),
  );
};

const withAxe = (path: string): Promise<TestPage> =>
  openPage(path, { reducedMotion: 'reduce' }, (context) => context.addInitScript({ content: axe.source }));

describe('accessibility', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await withAxe('');
    page = site.page;
    await waitUntilReady(page);
  });
  afterAll(() => site.close());

  describe('before data are loaded', () => {
    it.each(paths)('%s keeps to WCAG 2.2 AA', async (path) => {
      await goTo(page, path);
      expect(await violations(page)).toEqual([]);
    });

    it('a page that needs data says what it will answer, and how to begin', async () => {
      await goTo(page, '/rfm');
      await page.getByText('With your data, this page answers').waitFor();
      await page.getByRole('button', { name: 'Choose files' }).waitFor();
    });
  });

  describe.each([
    ['light, 1280 px', 'light', 1280],
    ['dark, 1280 px', 'dark', 1280],
    ['light, 390 px', 'light', 390],
  ] as const)('with a sample company, %s', (_, colorScheme, width) => {
    beforeAll(async () => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 800 });
      if (colorScheme === 'light' && width === 1280) {
        await openSample(page, 'supplier');
        await page.evaluate(() => {
          const { workbook } = window.workbench;
          const current = workbook.get();
          const [board] = current.boards;
          if (!board) throw new Error('No board');
          const card = { themeId: current.themes[0]?.id ?? null, segmentId: 'busy', evidenceIds: [] };
          const predicate = { kind: 'compare', field: 'orders', operator: 'at-least', value: 40 } as const;
          workbook.replace({
            ...current,
            segments: [{ id: 'busy', name: 'Busy accounts', note: '**Why**', predicate }],
            boards: [
              {
                ...board,
                cards: [{ ...card, id: 'card', quadrant: 'strengths', text: 'They order *often*' }],
              },
            ],
          });
        });
      } else {
        // A page that changes its scheme while it is open may still show inherited colours of the old one.
        await page.reload();
        await waitUntilReady(page);
      }
    });

    it.each([...paths, '/segments?segment=busy'])('%s keeps to WCAG 2.2 AA', async (path) => {
      await goTo(page, path);
      // Only the colours differ in the dark.
      expect(await violations(page, colorScheme === 'dark' ? 'color-contrast' : undefined)).toEqual([]);
    });

    it('nothing is wider than the screen', async () => {
      for (const path of paths) {
        await goTo(page, path);
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(excess, path).toBeLessThanOrEqual(0);
      }
    });
  });

  describe('by keyboard', () => {
    beforeAll(async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`${site.address}#/home`);
      await page.reload();
      await waitUntilReady(page);
      await page.locator('[data-testid=home][data-complete=true]').waitFor();
    });

    it('the first stop is a link that skips to the page', async () => {
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Skip to the page' });
      expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
      expect(await skip.isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });

    it('the focus can be seen wherever it goes', async () => {
      for (let stop = 0; stop < 30; stop += 1) {
        await page.keyboard.press('Tab');
        const seen = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return 'page';
          const { outlineStyle, outlineWidth, boxShadow, stroke } = getComputedStyle(element);
          const within = element.querySelector('.shape');
          const marked =
            (outlineStyle !== 'none' && outlineWidth !== '0px') ||
            boxShadow !== 'none' ||
            (stroke !== 'none' && element instanceof SVGElement) ||
            (within !== null && getComputedStyle(within).stroke !== 'none');
          return marked ? 'page' : element.outerHTML.slice(0, 200);
        });
        expect(seen).toBe('page');
      }
    });

    it('Ctrl K reaches a page', async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog', { name: 'Search' }).waitFor();
      await page.keyboard.type('whale');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('rfm');
      await page.keyboard.press('Enter');
      await page.locator('main[data-page="/rfm"] h1').waitFor();
    });

    it('a stage of the value chain opens with Enter', async () => {
      await goTo(page, '/home');
      await page.getByRole('button', { name: 'Customer intimacy' }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      await page.locator('main[data-page="/portfolio"] h1').waitFor();
    });

    it('a menu and a dialog give the focus back', async () => {
      const menu = page.getByRole('button', { name: 'Workspace and settings' });
      await menu.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('menuitem').first().waitFor({ state: 'detached' });
      expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
    });
  });
});
