import type { Page } from 'playwright-core';
import type {} from '../../src/state/start-app.ts';
import type { LoadReport } from '../../src/data/importing/contract.ts';
import type { Row } from '../../src/data/row.ts';

/** Waits until the engine is up and the workspace of the profile is restored. */
export const waitUntilReady = (page: Page): Promise<void> => page.evaluate(() => window.workbench.ready);

/** Waits until the page that is shown has been loaded and computed: nothing on it is busy, every analysis is done. */
export const waitUntilSettled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const main = document.querySelector('main');
    const isBusy = main?.querySelector('[aria-busy="true"], [data-status="running"], .skeleton') ?? null;
    const home = main?.querySelector<HTMLElement>('[data-testid="home"]');
    const isHomeDone = !home?.querySelector('h1')?.textContent || home.dataset['complete'] !== undefined;
    return main !== null && main.childElementCount > 0 && isBusy === null && isHomeDone;
  });
};

/** Goes to a place in the app by its address, such as `/rfm`, and waits until it is computed. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
  await page
    .locator(`main[data-page="/${path.split(/[/?]/)[1] ?? ''}"] > *`)
    .first()
    .waitFor();
  await waitUntilSettled(page);
};

/** Opens a sample company through the scripting interface, and stays on the page. */
export const openSample = async (page: Page, id: 'retailer' | 'supplier'): Promise<LoadReport> =>
  page.evaluate(async (sample) => {
    await window.workbench.ready;
    return await window.workbench.sample(sample);
  }, id);

/** The rows of one SQL statement over the loaded data. */
export const queryRows = (page: Page, sql: string): Promise<readonly Row[]> =>
  page.evaluate(async (text) => (await window.workbench.sql(text)).rows, sql);

/** What the scripting interface rejects with: its words and its facts; undefined when it doesn't. */
export interface Rejection {
  readonly name: string;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>> & { readonly kind: string };
}

/** Calls the scripting interface by the name of a call, such as `run` or `workbook.replace`, and gives the error that it rejects with. */
export const rejectionOf = async (
  page: Page,
  call: string,
  ...args: readonly unknown[]
): Promise<Rejection | undefined> =>
  page.evaluate(
    async ([name, given]) => {
      const { workbench } = window;
      const target = (name.startsWith('workbook.') ? workbench.workbook : workbench) as unknown as Record<
        string,
        (...values: readonly unknown[]) => unknown
      >;
      try {
        await target[name.replace('workbook.', '')]?.(...given);
        return undefined;
      } catch (thrown) {
        const error = thrown as Rejection;
        return { name: error.name, message: error.message, facts: error.facts };
      }
    },
    [call, args] as const,
  );

/** Opens the menu behind a button and picks one of its lines. */
export const pickFromMenu = async (
  page: Page,
  button: string | RegExp,
  line: string | RegExp,
): Promise<void> => {
  await page.getByRole('button', { name: button }).first().click();
  await page
    .getByRole('menuitem', { name: line })
    .or(page.getByRole('menuitemcheckbox', { name: line }))
    .click();
};

/** What an action makes the browser download: the file's name and its bytes. */
export const downloadBy = async (
  page: Page,
  action: () => Promise<unknown>,
): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
  const [download] = await Promise.all([page.waitForEvent('download'), action()]);
  const stream = await download.createReadStream();
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(pieces) };
};

/** When the stored data of the open workspace were saved, in epoch milliseconds; 0 when there are none. */
const storedAt = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { id } = window.workbench.workbook.get();
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('The database does not answer'));
      });
    const database = await settled(indexedDB.open('arrowhead'));
    const store = database.transaction('workspaces').objectStore('workspaces');
    const record = (await settled(store.get(id))) as
      { readonly data?: { readonly current?: { readonly savedAt: number } | null } } | undefined;
    database.close();
    return record?.data?.current?.savedAt ?? 0;
  });

/** Waits until the open workspace and its data are in the browser's storage. An asynchronous `waitForFunction` wouldn't wait. */
export const waitUntilStored = async (page: Page): Promise<void> => {
  while ((await storedAt(page)) === 0) await page.evaluate(() => new Promise(requestAnimationFrame));
};
