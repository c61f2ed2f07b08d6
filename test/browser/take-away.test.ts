import { inflateSync, strFromU8 } from 'fflate';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  downloadBy,
  goTo,
  openSample,
  pickFromMenu,
  queryRows,
  waitUntilReady,
} from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const figure = 'What to do with this figure';

/** Everything by which a customer could be known: ids and names. */
const customerWords = async (page: Page): Promise<readonly string[]> =>
  (await queryRows(page, 'select customer_id, name from customers')).flatMap((row) =>
    [row['customer_id'], row['name']].filter((word): word is string => typeof word === 'string'),
  );

describe('taking it away', () => {
  let site: TestPage;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'arrowhead-'));
    site = await openPage('', { permissions: ['clipboard-read', 'clipboard-write'] });
    page = site.page;
    await waitUntilReady(page);
    await openSample(page, 'supplier');
    await goTo(page, '/rfm');
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  it('a chart as PNG: a real picture, twice as fine as the screen', async () => {
    const { name, bytes } = await downloadBy(page, () => pickFromMenu(page, figure, 'Download PNG'));
    expect(name).toMatch(/\.png$/);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(Math.min(width, height)).toBeGreaterThan(400);
    expect(bytes.length).toBeGreaterThan(10_000);
  });

  it('as SVG: marks and words, nothing that runs or loads', async () => {
    const { name, bytes } = await downloadBy(page, () => pickFromMenu(page, figure, 'Download SVG'));
    const svg = bytes.toString('utf8');
    expect(name).toMatch(/\.svg$/);
    expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg/);
    expect(svg.match(/<rect/g)?.length).toBeGreaterThan(25);
    expect(svg).not.toMatch(/<script|<foreignObject|\son\w+=|href="http|url\(["']?http|var\(--/i);
    const title = await page.locator('main figure h3').first().innerText();
    expect(svg.replaceAll(/<[^>]+>/g, ' ')).toContain(title.split(' ')[0]);
  });

  it('as CSV: the numbers behind it', async () => {
    const { name, bytes } = await downloadBy(page, () => pickFromMenu(page, figure, 'Download CSV'));
    const lines = bytes.toString('utf8').trim().split(/\r?\n/);
    expect(name).toMatch(/\.csv$/);
    expect(lines[0]).toMatch(/Recency score,Frequency score,Segment,Customers/);
    expect(lines).toHaveLength(26);
    const cells = lines.slice(1).map((line) => line.split(',')[3] ?? '');
    const customers = cells.reduce((sum, cell) => sum + (cell === 'fewer than 10' ? 0 : Number(cell)), 0);
    // Groups of 1 to 9 leave without their figures.
    const [row] = await queryRows(
      page,
      `select sum(n) filter (n >= 10)::int as shown, (count(*) filter (n < 10))::int as small
        from (select count(*) as n from customer_profiles where r is not null group by r, f)`,
    );
    expect(customers).toBe(row?.['shown']);
    expect(cells.filter((cell) => cell === 'fewer than 10')).toHaveLength(Number(row?.['small']));
  });

  it('as a copy: a picture on the clipboard, or the table as cells', async () => {
    await pickFromMenu(page, figure, 'Copy picture');
    await page.getByText('Picture copied.').waitFor();
    const types = (): Promise<readonly string[]> =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
    expect(await types()).toContain('image/png');
  });

  it('as a table, by keyboard too', async () => {
    await page.getByRole('button', { name: 'Show as table' }).first().click();
    const table = page.locator('main figure').first().getByRole('table');
    expect(await table.getByRole('row').count()).toBe(26);
    await page.getByRole('button', { name: 'Show as chart' }).first().click();
  });

  it('a link restores view, focus and board in a fresh profile, and names no customer', async () => {
    await page.evaluate(() => {
      const { workbook } = window.workbench;
      const current = workbook.get();
      const [board] = current.boards;
      if (!board) throw new Error('No board');
      workbook.replace({
        ...current,
        segments: [
          {
            id: 'busy',
            name: 'Busy accounts',
            note: '',
            predicate: { kind: 'compare', field: 'orders', operator: 'at-least', value: 40 },
          },
        ],
        settings: { ...current.settings, focusId: 'busy' },
        boards: [
          {
            ...board,
            cards: [
              {
                id: 'card',
                quadrant: 'strengths',
                text: 'They order **often**',
                themeId: null,
                segmentId: 'busy',
                evidenceIds: [],
              },
            ],
          },
        ],
      });
    });
    await goTo(page, '/swot');
    await pickFromMenu(page, 'Take away', /^Copy a link to this view/);
    await page
      .getByText(/^Link copied/)
      .first()
      .waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${site.address}#/shared/`)).toBe(true);
    const packed = Buffer.from(link.split('/shared/')[1] ?? '', 'base64url');
    const content = strFromU8(inflateSync(packed));
    const words = await customerWords(page);
    expect(words.length).toBeGreaterThan(300);
    expect(words.filter((word) => content.includes(`"${word}"`))).toEqual([]);

    const other = await openPage(link.slice(site.address.length));
    try {
      await waitUntilReady(other.page);
      await other.page
        .getByRole('list', { name: 'Strengths' })
        .locator('strong')
        .getByText('often')
        .waitFor();
      await other.page.getByRole('list', { name: 'Strengths' }).getByText('Busy accounts').waitFor();
      await openSample(other.page, 'supplier');
      await goTo(other.page, '/home');
      await other.page.getByText(/^\s*Busy accounts, orders up to/).waitFor();
      expect(other.problems).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('a broken link says so, and the page works', async () => {
    const other = await openPage('#/shared/AAAA');
    try {
      await waitUntilReady(other.page);
      await other.page.getByTestId('load-error').getByText('This link can’t be opened').waitFor();
      await other.page.getByRole('heading', { level: 1 }).waitFor();
    } finally {
      await other.close();
    }
  });

  it('a page as one HTML file opens from disk without a network, with its charts and no script', async () => {
    await goTo(page, '/rfm');
    const { name, bytes } = await downloadBy(page, () =>
      pickFromMenu(page, 'Take away', /^Save this page as one HTML file/),
    );
    expect(name).toMatch(/RFM\.html$/);
    const markup = bytes.toString('utf8');
    expect(markup).not.toMatch(/<script|<iframe|<link|javascript:|\son(click|load|error)=/i);
    const words = await customerWords(page);
    expect(words.filter((word) => markup.includes(`>${word}<`))).toEqual([]);
    const path = join(folder, 'page.html');
    writeFileSync(path, bytes);
    const other = await openPage();
    try {
      await other.context.setOffline(true);
      const problems = other.problems.length;
      await other.page.goto(pathToFileURL(path).href);
      await other.page.getByRole('heading', { level: 1, name: /RFM/ }).first().waitFor();
      expect(await other.page.locator('svg.chart').count()).toBeGreaterThan(1);
      expect(await other.page.getByText(/Busy accounts/).count()).toBeGreaterThan(0);
      const counts = await other.page.locator('svg.chart').first().locator('text').allTextContents();
      expect(counts).toContain('<10');
      const tiles = await other.page.locator('svg.chart').nth(1).locator('text').allTextContents();
      const cuts = await other.page.locator('.frame').first().textContent();
      expect([...counts, ...tiles].filter((text) => /^[2-9]$/.test(text))).toEqual([]);
      expect(cuts).toMatch(/^\s*\d+\s*days/);
      expect(await other.page.getByRole('button').count()).toBe(0);
      const box = await other.page.locator('svg.chart').first().boundingBox();
      expect(box && box.width > 300 && box.height > 100).toBe(true);
      expect(other.problems.slice(problems)).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('on paper the chrome is left out and the figures stay', async () => {
    await goTo(page, '/rfm');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);
    expect(await page.getByLabel('As of').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: figure }).first().isVisible()).toBe(false);
    expect(await page.locator('main figure svg.chart').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(true);
  });

  it('none of it is an error on the console', () => {
    expect(site.problems).toEqual([]);
  });
});
