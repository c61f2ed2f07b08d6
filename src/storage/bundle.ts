import { unzip, zip, type AsyncZippable, type Unzipped } from 'fflate';
import * as v from 'valibot';
import type { AppError } from '../core/app-error.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { LoadReport } from '../data/importing/contract.ts';
import type { DataSource } from '../data/importing/recipe/import-recipe.ts';
import { sourceSchema } from '../data/importing/recipe/profile-schema.ts';
import { parseTreatments } from '../data/quality/treatment.ts';
import type { DataInfo, StoredTable } from './data-manifest.ts';

/** Version of the file's layout; the workbook in it has a version of its own. */
const bundleVersion = 1;

/** A workspace as one file holds it. `workbook` is to be parsed; `data` is absent when none were loaded. */
export interface Bundle {
  readonly workbook: unknown;
  readonly data?: { readonly info: DataInfo; readonly tables: readonly StoredTable[] } | undefined;
}

const sourcesSchema = v.array(
  v.object({
    recipe: sourceSchema,
    report: v.looseObject({ file: v.string(), rejected: v.array(v.unknown()) }),
    loadedAt: v.number(),
  }),
);

const manifestSchema = v.object({
  application: v.literal('arrowhead'),
  version: v.number(),
  data: v.nullable(
    v.object({
      fingerprint: v.string(),
      savedAt: v.number(),
      report: v.nullable(v.custom<LoadReport>((input) => typeof input === 'object')),
      sampleId: v.nullable(v.string()),
      sources: v.exactOptional(v.custom<readonly DataSource[]>((input) => v.is(sourcesSchema, input))),
      treatments: v.exactOptional(v.pipe(v.unknown(), v.transform(parseTreatments))),
      tables: v.array(v.object({ name: v.string(), rows: v.number(), file: v.string() })),
    }),
  ),
});
type Manifest = v.InferOutput<typeof manifestSchema>;

const invalid = (reason: string): Result<never, AppError> => err({ kind: 'workbook-invalid', reason });
const toBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value, null, 1));

const zipped = (entries: AsyncZippable): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    zip(entries, { level: 6 }, (error, bytes) =>
      error ? reject(error) : resolve(bytes as Uint8Array<ArrayBuffer>),
    );
  });

const unzipped = (bytes: Uint8Array): Promise<Unzipped | undefined> =>
  new Promise((resolve) => {
    unzip(bytes, (error, entries) => resolve(error ? undefined : entries));
  });

/** Writes a workspace to one file: a ZIP with `workbook.json`, `manifest.json` and a table as Arrow each. */
export const writeBundle = async ({ workbook, data }: Bundle): Promise<Result<Blob, AppError>> => {
  const tables = data?.tables.map(({ name, rows }) => ({ name, rows, file: `tables/${name}.arrow` })) ?? [];
  const manifest: Manifest = {
    application: 'arrowhead',
    version: bundleVersion,
    data: data ? { ...data.info, tables } : null,
  };
  const entries: AsyncZippable = { 'manifest.json': toBytes(manifest), 'workbook.json': toBytes(workbook) };
  for (const { name, bytes } of data?.tables ?? []) entries[`tables/${name}.arrow`] = bytes;
  try {
    return ok(new Blob([await zipped(entries)], { type: 'application/zip' }));
  } catch (thrown) {
    return err({ kind: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
};

const parseJson = (bytes: Uint8Array | undefined): unknown => {
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

const parseManifest = (bytes: Uint8Array | undefined): Result<Manifest, AppError> => {
  const json = parseJson(bytes);
  const version = (json as { version?: unknown } | undefined)?.version;
  if (typeof version === 'number' && version > bundleVersion)
    return err({ kind: 'workbook-too-new', version, supported: bundleVersion });
  const parsed = v.safeParse(manifestSchema, json);
  return parsed.success ? ok(parsed.output) : invalid('It has no table of contents that the workbench knows');
};

/**
 * Reads a file that {@link writeBundle} wrote. `workbook-too-new` for a later layout, `workbook-invalid` for anything
 * that isn't one whole such file; nothing of it is used then.
 */
export const readBundle = async (file: Blob): Promise<Result<Bundle, AppError>> => {
  const entries = await unzipped(new Uint8Array(await file.arrayBuffer()));
  if (!entries) return invalid('It is not a ZIP file, or it is damaged');
  const manifest = parseManifest(entries['manifest.json']);
  if (!manifest.ok) return manifest;
  const workbook = parseJson(entries['workbook.json']);
  if (workbook === undefined) return invalid('It holds no strategy documents');
  if (!manifest.value.data) return ok({ workbook });
  const { tables: listed, ...info } = manifest.value.data;
  const tables: StoredTable[] = [];
  for (const { name, rows, file: entry } of listed) {
    const bytes = entries[entry];
    if (!bytes) return invalid(`The table ${name} is missing`);
    tables.push({ name, rows, bytes: bytes as Uint8Array<ArrayBuffer> });
  }
  return ok({ workbook, data: { info, tables } });
};
