import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadBy, goTo, openSample, pickFromMenu, waitUntilSettled } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

describe('whom to retain, grow and part with', () => {
  let site: TestPage;
  let page: Page;
  const customersOf = async (part: string): Promise<number> => {
    const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: part, exact: true }) });
    return Number((await row.getByRole('cell').nth(1).innerText()).replaceAll(',', ''));
  };

  beforeAll(async () => {
    site = await openPage();
    page = site.page;
    await openSample(page, 'supplier');
    await goTo(page, '/treatment');
  });
  afterAll(() => site.close());

  it('follows a cut that is moved by the keyboard', async () => {
    const before = await customersOf('Retain');
    const cut = page.getByRole('slider', { name: 'Cut of Chance of still being a customer' });
    const text = await cut.getAttribute('aria-valuetext');
    await cut.focus();
    for (let times = 0; times < 19; times += 1) await page.keyboard.press('ArrowRight');
    await waitUntilSettled(page);
    expect(await cut.getAttribute('aria-valuetext')).not.toBe(text);
    expect(await customersOf('Retain')).toBeGreaterThan(before);
  });

  it('follows a cut that is dragged', async () => {
    const cut = page.getByRole('slider', { name: 'Cut of Lifetime value' });
    const divest = await customersOf('Divest or re-price');
    const box = await cut.boundingBox();
    if (!box) throw new Error('The cut has no place');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + 90, { steps: 4 });
    await page.mouse.up();
    await waitUntilSettled(page);
    expect(await customersOf('Divest or re-price')).not.toBe(divest);
  });

  it('makes a segment of a part', async () => {
    const customers = await customersOf('Key customers');
    await page
      .getByTestId('analysis-portfolio')
      .getByRole('button', { name: 'Key customers', exact: true })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(new RegExp(`\\b${customers}\\b`))
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('tags named customers as significant, undoably, and keeps them out of what is taken away', async () => {
    const id = await page.evaluate(async () => {
      const { rows } = await window.workbench.sql(
        'select customer_id from customer_values where clv > 0 order by clv limit 1',
      );
      return String(rows[0]?.['customer_id']);
    });
    const row = page.getByTestId('significant-customers').getByRole('row', { name: /^Door opener/ });
    await pickFromMenu(page, 'Tag as door opener', 'Name single customers');
    await page.getByRole('textbox', { name: 'Identifiers of customers' }).fill(`nobody, ${id}`);
    await page.getByRole('button', { name: 'Tag them' }).click();
    await row.getByText('Door opener: named customers').waitFor();
    await row.getByRole('cell', { name: '1', exact: true }).first().waitFor();
    const taken = await downloadBy(page, () =>
      pickFromMenu(page, 'Take away', /^Save this page as one HTML file/),
    );
    expect(taken.bytes.toString('utf8')).toContain('Door opener: named customers');
    expect(taken.bytes.toString('utf8')).not.toContain(id);
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await row.getByText('Door opener: named customers').waitFor({ state: 'detached' });
  });

  it('ranks single customers on the screen, and keeps them out of the page that is taken away', async () => {
    await page.getByRole('tab', { name: 'Where sales should go' }).click();
    const first = page.getByRole('tabpanel').getByRole('row').nth(1);
    const id = (await first.getByRole('cell').first().innerText()).trim();
    expect(id).not.toBe('');
    const list = await downloadBy(page, () =>
      page.getByRole('button', { name: 'Download the whole list' }).click(),
    );
    expect(list.bytes.toString('utf8')).toContain(id);
    const taken = await downloadBy(page, () =>
      pickFromMenu(page, 'Take away', /^Save this page as one HTML file/),
    );
    expect(taken.bytes.toString('utf8')).not.toContain(id);
  });
});
