import { err, ok, type Result } from '../../../core/result.ts';
import { gunzipStream } from '../archives/gunzip.ts';
import type { ColumnarFormat, WrittenFormat } from '../import-tools.ts';
import { gzipProblem, readGzipHead } from '../text/read-head.ts';
import { kindError } from './kind-error.ts';
import { sniffFile } from './sniff-file.ts';
import { sniffedBytes, sniffFormat } from './sniff-format.ts';

/** A file with its wrapping off. */
export type OpenedFile =
  /** Delimited text; a packed one is inflated piece by piece while it is read. */
  | { readonly kind: 'text'; readonly file: File; readonly isPacked: boolean }
  | {
      readonly kind: 'written';
      readonly file: File;
      readonly format: WrittenFormat;
      readonly isPacked: boolean;
    }
  | {
      readonly kind: 'columns';
      readonly file: File;
      readonly format: ColumnarFormat;
      readonly isPacked: boolean;
    };

const unpack = 'Unpack it and drop the files that are inside.';
const withoutSuffix = (name: string): string => name.replace(/\.gz$/i, '');

/** All of a packed file that is not text: its readers need to jump about in it. */
const inflateWhole = async (file: File): Promise<Result<File>> => {
  try {
    return ok(new File([await new Response(gunzipStream(file)).blob()], withoutSuffix(file.name)));
  } catch (thrown) {
    return err(gzipProblem(thrown, file.name));
  }
};

const openPacked = async (file: File): Promise<Result<OpenedFile>> => {
  const head = await readGzipHead(file);
  if (!head.ok) return head;
  const { kind } = sniffFormat(head.value.head.subarray(0, sniffedBytes));
  if (kind === 'text') return ok({ kind: 'text', file, isPacked: true });
  if (kind === 'gzip')
    return err({ kind: 'format-unsupported', file: file.name, format: 'gzip within gzip', instead: unpack });
  const inflated = await inflateWhole(file);
  return inflated.ok ? openPlain(inflated.value, true) : inflated;
};

/** Takes the wrapping off a file and tells what it is; what can't be read fails with the reason. */
const openPlain = async (file: File, isPacked: boolean): Promise<Result<OpenedFile>> => {
  const sniffed = await sniffFile(file);
  if (!sniffed.ok) return sniffed;
  const problem = kindError(sniffed.value, file.name);
  if (problem) return err(problem);
  switch (sniffed.value.kind) {
    case 'xlsx':
    case 'xls':
    case 'ods':
    case 'json':
    case 'ndjson':
      return ok({ kind: 'written', file, format: sniffed.value.kind, isPacked });
    case 'parquet':
    case 'arrow':
      return ok({ kind: 'columns', file, format: sniffed.value.kind, isPacked });
    case 'zip':
      return err({
        kind: 'format-unsupported',
        file: file.name,
        format: 'ZIP archive in gzip',
        instead: unpack,
      });
    case 'gzip':
      return openPacked(file);
    default:
      return ok({ kind: 'text', file, isPacked });
  }
};

/** Takes gzip off a file and tells from its bytes what it is; what can't be read fails with the reason. */
export const openFile = (file: File): Promise<Result<OpenedFile>> => openPlain(file, false);
