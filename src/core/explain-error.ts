import type { AppError, AppErrorKind, ErrorExplanation } from './app-error.ts';

type Explainers = {
  readonly [Kind in AppErrorKind]: (error: Extract<AppError, { kind: Kind }>) => ErrorExplanation;
};

const wholeNumbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const quotedLength = 80;
const sentenceLength = 300;

const explain = (title: string, cause: string, nextStep: string): ErrorExplanation => ({
  title,
  cause,
  nextStep,
});
const cut = (text: string): string =>
  text.length > quotedLength ? `${text.slice(0, quotedLength - 1)}…` : text;
const quote = (text: string): string => `“${cut(text)}”`;
const sentence = (text: string): string => {
  const whole = text.trim();
  const trimmed = whole.length > sentenceLength ? `${whole.slice(0, sentenceLength - 1)}…` : whole;
  if (trimmed === '') return 'No reason was given.';
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
};
const count = (value: number, one: string, many: string): string =>
  `${wholeNumbers.format(value)} ${value === 1 ? one : many}`;
const list = (items: readonly string[]): string =>
  items.length === 0 ? 'something that is not named' : lists.format(items.map(cut));
const megabytes = (bytes: number): string =>
  bytes < 100_000 ? `${oneDecimal.format(bytes / 1_000)} kB` : `${oneDecimal.format(bytes / 1_000_000)} MB`;

const explainers: Explainers = {
  'file-empty': ({ file }) =>
    explain(
      `${quote(file)} is empty`,
      'The file has 0 bytes, or nothing but spaces and empty lines.',
      'Export it again from its source and drop the new file here. What was loaded before is still there.',
    ),
  'file-header-only': ({ file, columns }) =>
    explain(
      `${quote(file)} has a header and no rows`,
      `It names ${count(columns, 'column', 'columns')}, and nothing follows. The export may have been filtered to nothing.`,
      'Check the dates and filters of the export, then drop the new file here.',
    ),
  'file-not-a-table': ({ file, detected }) =>
    explain(
      `${quote(file)} is not a table`,
      `Its contents look like ${cut(detected)}, whatever its name says.`,
      'Save the table as CSV or XLSX in the program that it came from, and drop that file here.',
    ),
  'file-unreadable': ({ file, reason }) =>
    explain(
      `${quote(file)} can’t be read`,
      sentence(reason),
      'Check that the file is still in its place and that you may open it, then drop it here again.',
    ),
  'file-changed': ({ file }) =>
    explain(
      `${quote(file)} changed while it was being read`,
      'It was moved, deleted or saved by another program. Nothing of it was loaded; what you had is still there.',
      'Close it in other programs and drop it here again.',
    ),
  'file-corrupt': ({ file, format, reason }) =>
    explain(
      `${quote(file)} is damaged`,
      `It ends early or does not keep to the ${cut(format)} format. ${sentence(reason)}`,
      'Download or export it again. If it opens in another program, save a fresh copy there.',
    ),
  'file-encrypted': ({ file }) =>
    explain(
      `${quote(file)} is protected by a password`,
      'Its contents are encrypted, and we never ask for passwords.',
      'Open it in its own program, save a copy without a password, and drop that copy here.',
    ),
  'format-unsupported': ({ file, format, instead }) =>
    explain(
      `${quote(file)} has a format that we can’t read`,
      `It is a file of the kind ${cut(format)}.`,
      sentence(instead),
    ),
  'no-rows-kept': ({ file, rowsRead, reason }) =>
    explain(
      `No row of ${quote(file)} could be used`,
      `We read ${count(rowsRead, 'row', 'rows')} and kept 0. ${sentence(reason)}`,
      'Look at how the columns are matched and at the date order and decimal mark, then load it again.',
    ),
  'mapping-incomplete': ({ file, missing }) =>
    explain(
      `${quote(file)} needs ${count(missing.length, 'more column', 'more columns')}`,
      `Nothing is matched to ${list(missing)}.`,
      'Choose a column for each of them in the mapping, or leave this file out.',
    ),
  'needs-data': ({ missing }) =>
    explain(
      'The data for this are not loaded',
      `It needs ${list(missing)}.`,
      'Add a file that holds them on the Data page. Everything else works meanwhile.',
    ),
  'parameter-invalid': ({ parameter, value, expected }) =>
    explain(
      `${quote(parameter)} can’t be ${quote(value)}`,
      `Expected: ${sentence(expected)}`,
      'Change the value, or reset the parameters to their defaults.',
    ),
  'unknown-analysis': ({ id }) =>
    explain(
      `There is no analysis called ${quote(id)}`,
      'The link, the board or the script may come from another version of the workbench.',
      'Choose an analysis from the navigation, or list them with workbench.analyses().',
    ),
  'segment-invalid': ({ reason }) =>
    explain(
      'The rule of this segment can’t be used',
      sentence(reason),
      'Edit the rule: choose a column that the loaded data have, and a value of its kind.',
    ),
  'sql-failed': ({ message, position }) =>
    explain(
      'The query did not run',
      position === undefined
        ? sentence(message)
        : `At character ${wholeNumbers.format(position)}: ${sentence(message)}`,
      'Check the names of tables and columns in the dictionary, then run it again.',
    ),
  'sql-not-read-only': () =>
    explain(
      'Only questions can be asked here',
      'The statement would change the data, or there is more than one statement.',
      'Write one statement that begins with SELECT or WITH.',
    ),
  'out-of-memory': ({ limitBytes }) =>
    explain(
      'The data don’t fit into memory',
      limitBytes === undefined
        ? 'The browser allows this page no more memory.'
        : `The engine may use ${megabytes(limitBytes)} and needed more.`,
      'Close other tabs, load fewer columns or a shorter period, or use a computer with more memory.',
    ),
  'engine-crashed': ({ message }) =>
    explain(
      'The engine stopped and was started again',
      `${sentence(message)} Your strategy is safe; the data are restored from this browser’s storage.`,
      'Try again. If it stops at the same place, load less data at once and copy the details below.',
    ),
  'engine-unavailable': ({ reason }) =>
    explain(
      'The engine can’t start in this browser',
      sentence(reason),
      'Use a current Chrome, Edge, Firefox or Safari, and allow WebAssembly and workers for this page. Boards can be read and edited without it.',
    ),
  cancelled: () =>
    explain('Cancelled', 'You stopped it. Nothing was changed.', 'Start it again whenever you like.'),
  'data-not-kept': () =>
    explain(
      'The data are too large to be kept in this browser',
      'They are loaded and can be worked on, but they go when this tab is closed. The strategy is stored.',
      'Keep the files that they came from, and load them again next time; or load fewer columns or a shorter period.',
    ),
  'storage-full': ({ neededBytes }) =>
    explain(
      'There is no room left to save',
      neededBytes === undefined
        ? 'The browser’s storage for this page is full. Your work is still in this tab, unsaved.'
        : `Saving needs ${megabytes(neededBytes)}, and the browser gives this page no more room. Your work is still in this tab, unsaved.`,
      'Save the workspace to a file now; then free disk space or delete workspaces that you no longer need.',
    ),
  'storage-denied': ({ reason }) =>
    explain(
      'Nothing can be saved in this browser',
      `${sentence(reason)} A private window or a strict privacy setting is the usual cause.`,
      'You can work on. Save the workspace to a file before you close the tab.',
    ),
  'workbook-too-new': ({ version, supported }) =>
    explain(
      'This workspace was made by a newer version',
      `It has form ${wholeNumbers.format(version)}; this version reads up to form ${wholeNumbers.format(supported)}. It was left as it is.`,
      'Reload the page to get the newest version, then open it again.',
    ),
  'recipe-invalid': ({ reason }) =>
    explain(
      'This file is not a usable import recipe',
      sentence(reason),
      'Ask for a new one: it is saved on the Data page, under the files. Nothing here was changed.',
    ),
  'workbook-invalid': ({ reason }) =>
    explain(
      'This is not a workspace that we can open',
      `${sentence(reason)} The file may be damaged, or edited by hand.`,
      'Open another copy of it. What you had open is unchanged.',
    ),
  'link-invalid': ({ reason }) =>
    explain(
      'This link can’t be opened',
      `${sentence(reason)} Mail and chat programs sometimes cut long links.`,
      'Ask for the link again, or for the page as an HTML file.',
    ),
  'link-too-long': ({ length, limit }) =>
    explain(
      'This is too much for a link',
      `The link would have ${count(length, 'character', 'characters')}; ${wholeNumbers.format(limit)} is the most that browsers and mail programs carry safely.`,
      'Share it as an HTML file, or link to the page without its board.',
    ),
  'export-failed': ({ what, reason }) =>
    explain(
      `The ${cut(what)} could not be made`,
      sentence(reason),
      'Try again, or choose another format: SVG, CSV and HTML need the least of the browser.',
    ),
  internal: ({ message }) =>
    explain(
      'Something went wrong that we did not expect',
      `${sentence(message)} This is a fault of the workbench, not of your data.`,
      'Reload the page; your work is saved. Copy the details below if it happens again.',
    ),
};

/** The words for an error, in place of its facts: what happened, the likely cause, the next step. Total over {@link AppError}. */
export const explainError = (error: AppError): ErrorExplanation =>
  (explainers[error.kind] as (error: AppError) => ErrorExplanation)(error);
