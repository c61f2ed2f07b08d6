import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** A file as a test hands it to the page. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A file from text or bytes, under a name. */
export const givenFile = (name: string, content: string | Buffer): GivenFile => ({
  name,
  mimeType: name.endsWith('.csv') ? 'text/csv' : 'application/octet-stream',
  buffer: typeof content === 'string' ? Buffer.from(content) : content,
});

const shared = new URL('../../../shared/', import.meta.url);

/** Whether the real data stand beside the repository. */
export const hasSharedData = existsSync(new URL('data/', shared));

/** Where a file of the real data is; `path` below the shared folder. */
export const sharedPath = (path: string): string => new URL(path, shared).pathname;

/** The expected values of a real data set, by the name of their file. */
export const expectedValues = <T>(name: string): T =>
  (JSON.parse(readFileSync(new URL(`expected/${name}.json`, shared), 'utf8')) as { values: T }).values;

/** Picks files on the page that is shown, as the file dialog of the browser would. */
export const pickFiles = (page: Page, files: readonly GivenFile[] | readonly string[]): Promise<void> =>
  page
    .getByTestId('file-input')
    .first()
    .setInputFiles(files as GivenFile[]);

/** Reads the files that wait on the mapping screen in place of the data that are open. */
export const replaceData = async (page: Page): Promise<void> => {
  await page.getByTestId('load-mode').getByLabel('Replace the data by them').check();
  await page.getByRole('button', { name: /^Read / }).click();
  await page.getByTestId('mapping').waitFor({ state: 'detached' });
};

/** Picks files of another kind in place of the data that are open; the data page is shown. */
export const pickInstead = async (
  page: Page,
  files: readonly GivenFile[] | readonly string[],
): Promise<void> => {
  const hasData = (await page.getByTestId('import-report').count()) > 0;
  await pickFiles(page, files);
  if (hasData) await replaceData(page);
};

/** Drops files on the page, as from the desktop. */
export const dropFiles = async (page: Page, files: readonly GivenFile[]): Promise<void> => {
  const contents = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    content: buffer.toString('base64'),
  }));
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, content } of given)
      transfer.items.add(
        new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name, {
          type: mimeType,
        }),
      );
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
      );
  }, contents);
};
