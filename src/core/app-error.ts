/**
 * Every failure that the workbench expects, with its facts. Closed: adding one means adding its words in
 * `explain-error.ts`. Facts never hold customer rows; a quoted value is cut to 80 characters.
 */
export type AppError =
  | { readonly kind: 'file-empty'; readonly file: string }
  | { readonly kind: 'file-header-only'; readonly file: string; readonly columns: number }
  | { readonly kind: 'file-not-a-table'; readonly file: string; readonly detected: string }
  | { readonly kind: 'file-unreadable'; readonly file: string; readonly reason: string }
  | { readonly kind: 'file-changed'; readonly file: string }
  | { readonly kind: 'file-corrupt'; readonly file: string; readonly format: string; readonly reason: string }
  | { readonly kind: 'file-encrypted'; readonly file: string }
  | {
      readonly kind: 'format-unsupported';
      readonly file: string;
      readonly format: string;
      readonly instead: string;
    }
  | {
      readonly kind: 'no-rows-kept';
      readonly file: string;
      readonly rowsRead: number;
      readonly reason: string;
    }
  | { readonly kind: 'mapping-incomplete'; readonly file: string; readonly missing: readonly string[] }
  | { readonly kind: 'needs-data'; readonly missing: readonly string[] }
  | {
      readonly kind: 'parameter-invalid';
      readonly parameter: string;
      readonly value: string;
      readonly expected: string;
    }
  | { readonly kind: 'unknown-analysis'; readonly id: string }
  | { readonly kind: 'segment-invalid'; readonly reason: string }
  | {
      readonly kind: 'sql-failed';
      readonly message: string;
      readonly sql: string;
      readonly position?: number;
    }
  | { readonly kind: 'sql-not-read-only'; readonly sql: string }
  | { readonly kind: 'out-of-memory'; readonly limitBytes?: number }
  | { readonly kind: 'engine-crashed'; readonly message: string }
  | { readonly kind: 'engine-unavailable'; readonly reason: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'data-not-kept' }
  | { readonly kind: 'storage-full'; readonly neededBytes?: number }
  | { readonly kind: 'storage-denied'; readonly reason: string }
  | { readonly kind: 'workbook-too-new'; readonly version: number; readonly supported: number }
  | { readonly kind: 'workbook-invalid'; readonly reason: string }
  | { readonly kind: 'recipe-invalid'; readonly reason: string }
  | { readonly kind: 'link-invalid'; readonly reason: string }
  | { readonly kind: 'link-too-long'; readonly length: number; readonly limit: number }
  | { readonly kind: 'export-failed'; readonly what: string; readonly reason: string }
  | { readonly kind: 'internal'; readonly message: string };

/** The discriminator of {@link AppError}. */
export type AppErrorKind = AppError['kind'];

/** What is shown for an error, in place: what happened, the likely cause and the next step. */
export interface ErrorExplanation {
  readonly title: string;
  readonly cause: string;
  readonly nextStep: string;
}
