import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, waitUntilReady } from '../support/browser-actions.ts';
import { pickFiles, pickInstead } from '../support/browser-files.ts';
import { otherShop, smallShop } from '../support/browser-shop.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const addCard = (page: Page, one: string) =>
  page.getByRole('textbox', { name: new RegExp(`^Add an? ${one}`) });

const list = (page: Page, quadrant: string) => page.getByRole('list', { name: quadrant, exact: true });

const cardTexts = (page: Page, quadrant: string): Promise<readonly string[]> =>
  list(page, quadrant).locator('.text').allInnerTexts();

/** Opens a card's menu and picks a line, by keyboard alone. */
const moreFor = async (page: Page, card: string, line: string): Promise<void> => {
  await page.getByRole('button', { name: `More for “${card}”` }).focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: line });
  await item.waitFor();
  await item.focus();
  await page.keyboard.press('Enter');
};

const setAsOf = async (page: Page, day: string): Promise<void> => {
  await page.getByLabel('As of').fill(day);
  await page.getByLabel('As of').press('Tab');
};

describe('a SWOT board', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/data');
    page = site.page;
    await waitUntilReady(page);
    await pickFiles(page, [smallShop()]);
    await page.getByTestId('import-report').waitFor();
    await goTo(page, '/swot');
  });
  afterAll(() => site.close());

  it('asks the helper questions of each field', async () => {
    await page.getByRole('heading', { name: 'Opportunities' }).waitFor();
    for (const quadrant of ['Strengths', 'Weaknesses', 'Opportunities', 'Threats'])
      expect(await page.getByRole('region', { name: quadrant }).innerText()).toMatch(/\?|question/i);
  });

  it('takes cards by keyboard, one after another', async () => {
    await addCard(page, 'strength').focus();
    for (const text of ['Regulars come back', 'Known in town']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await addCard(page, 'opportunity').focus();
    await page.keyboard.type('A market on Fridays');
    await page.keyboard.press('Enter');
    await list(page, 'Opportunities').getByText('A market on Fridays').waitFor();
    expect(await cardTexts(page, 'Strengths')).toEqual(['Regulars come back', 'Known in town']);
  });

  it('moves them by menu, within a field and to another', async () => {
    await moreFor(page, 'Known in town', 'Move up');
    await list(page, 'Strengths').getByText('Known in town').first().waitFor();
    expect(await cardTexts(page, 'Strengths')).toEqual(['Known in town', 'Regulars come back']);
    await moreFor(page, 'Known in town', 'Move to Threats');
    await list(page, 'Threats').getByText('Known in town').waitFor();
    expect(await cardTexts(page, 'Strengths')).toEqual(['Regulars come back']);
  });

  it('undo takes the move back and redo does it again, by keys and buttons', async () => {
    await page.locator('main').press('Control+z');
    await list(page, 'Strengths').getByText('Known in town').waitFor();
    await page.getByRole('button', { name: /^Redo/ }).click();
    await list(page, 'Threats').getByText('Known in town').waitFor();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await list(page, 'Strengths').getByText('Known in town').waitFor();
    await page.locator('main').press('Control+Shift+z');
    await list(page, 'Threats').getByText('Known in town').waitFor();
  });

  it('colours a card by its theme and names the theme', async () => {
    await moreFor(page, 'Regulars come back', 'Edit, theme, segment');
    const theme = page.getByLabel('Theme', { exact: true });
    const name = await theme.locator('option').nth(1).innerText();
    await theme.selectOption({ label: name });
    await page.getByRole('button', { name: 'Done' }).click();
    await list(page, 'Strengths').getByText(name).waitFor();
  });

  it('pins a number to a card with a claim that holds', async () => {
    await moreFor(page, 'Regulars come back', 'Pin a number …');
    const dialog = page.getByRole('dialog', { name: 'Pin a number' });
    await dialog
      .getByRole('radio', { name: /^Customers 5$/ })
      .first()
      .check();
    await dialog.getByLabel('My opinion rests on it because it').selectOption('at-least');
    expect(await dialog.getByLabel(/^Claimed value/).inputValue()).toBe('5');
    await dialog.getByText(/Holds: 5 now, claimed at least 5/).waitFor();
    await dialog.getByRole('button', { name: 'Pin to the card' }).click();
    await list(page, 'Strengths')
      .getByRole('button', { name: /Customers.*5.*Holds/s })
      .waitFor();
    await page.getByText(/The one claim holds/).waitFor();
  });

  it('no longer holds as of an earlier day, and holds again as of now', async () => {
    await setAsOf(page, '2024-04-01');
    await list(page, 'Strengths')
      .getByRole('button', { name: /Customers.*3.*No longer holds/s })
      .waitFor();
    await page.getByText(/The one claim no longer holds/).waitFor();
    await setAsOf(page, '');
    await list(page, 'Strengths')
      .getByRole('button', { name: /Customers.*5.*Holds/s })
      .waitFor();
  });

  it('says both numbers, now and when pinned, after other data were loaded', async () => {
    await goTo(page, '/data');
    await pickInstead(page, [otherShop()]);
    await page.getByTestId('import-report').getByRole('heading', { name: 'other.csv' }).waitFor();
    await goTo(page, '/swot');
    await list(page, 'Strengths')
      .getByRole('button', { name: /No longer holds/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Customers' });
    await dialog.getByText(/No longer holds: 2 now, claimed at least 5/).waitFor();
    expect(await dialog.locator('dd').allInnerTexts()).toEqual(['2', '5']);
    await dialog.getByRole('button', { name: 'Done' }).click();
  });

  it('joins an inside and an outside card to a TOWS answer', async () => {
    await page.getByRole('tab', { name: /^TOWS answers/ }).click();
    const field = page.getByRole('region', { name: /Strengths × opportunities/ });
    await field.getByRole('button', { name: 'Add an answer' }).click();
    await field.getByLabel('So we will').fill('Sell to the **regulars** on Fridays');
    await field.getByRole('button', { name: 'Add the answer' }).click();
    await field.locator('strong').getByText('regulars').waitFor();
    expect(await field.innerText()).toMatch(/Regulars come back\s*×\s*A market on Fridays/);
    await page.getByRole('tab', { name: 'TOWS answers (1)' }).waitFor();
    await page.getByRole('tab', { name: 'Board' }).click();
  });

  it('shows hostile Markdown and HTML as harmless words', async () => {
    const hostile = [
      '**bold** <img src=x onerror="window.hacked=1"><script>window.hacked=1</script>',
      '[a link](javascript:window.hacked=1) <svg onload="window.hacked=1"></svg>',
      '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe><a href="data:text/html,x">d</a>',
      '<form action="https://elsewhere.example"><button>b</button></form><style>body{display:none}</style>',
    ].join('\n');
    await addCard(page, 'weakness').fill(hostile);
    await page.keyboard.press('Enter');
    const card = list(page, 'Weaknesses').locator('.text');
    await card.locator('strong').getByText('bold').waitFor();
    const dangers = await card.evaluate((element) =>
      [...element.querySelectorAll('*')].flatMap((one) => [
        ...(/^(script|iframe|style|form|img|svg|object)$/.test(one.localName) ? [one.outerHTML] : []),
        ...[...one.attributes]
          .filter(({ name, value }) => /^on/.test(name) || /^(javascript|data):/i.test(value))
          .map(({ name }) => name),
      ]),
    );
    expect(dangers).toEqual([]);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await site.foreignRequests()).toEqual([]);
  });

  it('has boards for departments beside the company’s', async () => {
    await page.getByRole('button', { name: 'Add a board' }).click();
    await page.getByRole('menuitem', { name: 'Board for a department' }).click();
    await page.getByLabel('Name of the board').fill('Service desk');
    await page
      .getByRole('navigation', { name: 'Boards' })
      .getByRole('button', { name: /Service desk/ })
      .waitFor();
    expect(await cardTexts(page, 'Strengths')).toEqual([]);
    await page.getByRole('button', { name: 'More for this board' }).click();
    await page.getByRole('menuitem', { name: 'Remove this board' }).click();
    await list(page, 'Strengths').getByText('Regulars come back').waitFor();
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click();
    await page
      .getByRole('navigation', { name: 'Boards' })
      .getByRole('button', { name: /Service desk/ })
      .waitFor();
  });

  it('none of it is an error on the console', () => {
    expect(site.problems).toEqual([]);
  });
});
