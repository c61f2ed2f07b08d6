import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, queryRows, waitUntilSettled } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const stageNames = [
  'Customer portfolio analysis',
  'Customer intimacy',
  'Network development',
  'Value proposition development',
  'Managing the customer lifecycle',
];

describe('before the engine is there', () => {
  let site: TestPage;
  let release: () => void = () => undefined;
  beforeAll(async () => {
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    site = await openPage('', {}, (context) =>
      context.route(/\.wasm/, async (route) => {
        await held;
        await route.continue();
      }),
    );
  });
  afterAll(() => site.close());

  it('the first screen says what this is and how to begin', async () => {
    const { page } = site;
    await page.getByRole('heading', { level: 1, name: /customer strategy on your own data/ }).waitFor();
    await page.getByText('customer, date, amount').waitFor();
    await page.getByText('nothing leaves this machine').waitFor();
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    for (const id of ['retailer', 'supplier'])
      expect(await page.getByTestId(`sample-${id}`).isEnabled()).toBe(true);
  });

  it('the value chain explains its five stages', async () => {
    for (const name of stageNames) {
      const words = await site.page.getByRole('button', { name }).textContent();
      expect(words?.replace(name, '').trim().length).toBeGreaterThan(20);
    }
  });

  it('boards can be written', async () => {
    const { page } = site;
    await page.getByRole('link', { name: 'SWOT & TOWS' }).click();
    await page.getByRole('textbox', { name: /^Add a strength/ }).fill('Loyal customers');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Strengths' }).getByText('Loyal customers').waitFor();
  });

  it('a sample asked for now comes when the engine is up, and the board keeps its card', async () => {
    const { page } = site;
    await page.getByRole('link', { name: 'Value chain', exact: true }).click();
    await page.getByTestId('sample-supplier').click();
    await page.getByRole('complementary', { name: 'Import' }).waitFor();
    release();
    await page.locator('[data-testid=home][data-complete=true]').waitFor();
    expect(await queryRows(page, 'select count(*)::int as n from customers')).toEqual([{ n: 200 }]);
    await goTo(page, '/swot');
    await page.getByRole('list', { name: 'Strengths' }).getByText('Loyal customers').waitFor();
    expect(site.problems).toEqual([]);
  });
});

describe('from a sample company to every page', () => {
  let site: TestPage;
  beforeAll(async () => {
    site = await openPage();
    await site.page.getByTestId('sample-retailer').click();
    await site.page.locator('[data-testid=home][data-complete=true]').waitFor();
  });
  afterAll(() => site.close());

  it('each stage of the chain shows real figures', async () => {
    const labels = await Promise.all(
      stageNames.map((name) => site.page.getByRole('button', { name }).textContent()),
    );
    for (const label of labels) expect(label).toMatch(/\d/);
    expect(labels.join(' ')).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('the figures are those of the data', async () => {
    const [row] = await queryRows(
      site.page,
      `select count(distinct customer_id)::int as customers from order_facts where is_purchase`,
    );
    const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumSignificantDigits: 3 });
    const words = await site.page.getByRole('button', { name: stageNames[0] ?? '' }).textContent();
    expect(words?.replaceAll(/\s+/g, ' ')).toContain(
      `${compact.format(Number(row?.['customers']))} customers`,
    );
  });

  it('the arrowhead shows profit where costs are known', async () => {
    const arrowhead = site.page.getByTestId('arrowhead-now');
    expect(await arrowhead.innerText()).toMatch(/profit a customer[\s\S]*£\s?\d+/i);
  });

  it('what the data say is told in sentences that lead to their pages', async () => {
    const links = site.page.getByRole('region', { name: 'What your data say' }).getByRole('link');
    const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(targets.length).toBeGreaterThan(2);
    for (const target of targets) expect(target).toMatch(/^#\/(portfolio|rfm|journey|segments|data|swot)/);
  });

  it.each([
    ['Value chain', '/home'],
    ['Your data', '/data'],
    ['Portfolio', '/portfolio'],
    ['RFM', '/rfm'],
    ['Customer value', '/value'],
    ['Segments', '/segments'],
    ['Journey', '/journey'],
    ['SWOT & TOWS', '/swot'],
  ])('%s opens from the navigation with the arrowhead in view', async (title, path) => {
    const { page } = site;
    await page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: title, exact: true })
      .click();
    await page.locator(`main[data-page="${path}"] h1`).first().waitFor();
    await waitUntilSettled(page);
    expect(await page.title()).toBe(`${title} · Arrowhead`);
    const box = await page.getByTestId('arrowhead-now').boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 800 && box.x >= 0).toBe(true);
    expect(await page.locator('main').getByRole('alert').count()).toBe(0);
    expect(await page.locator('main').innerText()).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it.each([
    [stageNames[0], '/portfolio'],
    [stageNames[1], '/rfm'],
    [stageNames[2], '/journey'],
    [stageNames[3], '/swot'],
    [stageNames[4], '/journey'],
  ])('the stage “%s” leads to %s', async (name, path) => {
    const { page } = site;
    await goTo(page, '/home');
    await page.getByRole('button', { name: name ?? '' }).click();
    await page.locator(`main[data-page="${path}"] > *`).first().waitFor();
  });

  it('none of it is an error on the console', () => {
    expect(site.problems).toEqual([]);
  });
});
