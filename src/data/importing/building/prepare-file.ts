import { err, ok, type Result } from '../../../core/result.ts';
import type { Dialect, FilePlan } from '../contract.ts';
import { byteOrderMarkLength } from '../format/detect-encoding.ts';
import { sniffFormat } from '../format/sniff-format.ts';
import type { ImportTools } from '../import-tools.ts';
import { layOut } from '../text/lay-out.ts';
import type { RecordDialect } from '../text/parse-record.ts';
import { readBytes } from '../text/read-head.ts';
import { toUtf8 } from '../text/to-utf8.ts';

/** A file made ready for the engine: UTF-8, beginning with its first row. */
export interface PreparedFile {
  readonly file: File;
  readonly format: 'csv' | 'xlsx';
  readonly dialect: Dialect;
  /** How the prepared text is delimited. */
  readonly records: RecordDialect;
  /** Column names in file order. */
  readonly names: readonly string[];
  /** Physical line of the file on which the first row stands. */
  readonly dataLine: number;
}

/** Reports how far the copying is, 0–1, and hears whether to stop. */
export interface CopyControl {
  onFraction(fraction: number): void;
  isCancelled(): boolean;
}

const sniffedBytes = 64 * 1024;
const headSizes = [256 * 1024, 32 * 1024 * 1024] as const;

interface Readable {
  readonly file: File;
  readonly format: 'csv' | 'xlsx';
  readonly dialect: Dialect;
}

/** The file as UTF-8 text: a sheet becomes CSV, gzip is inflated, another encoding transcoded. */
const asText = async (
  file: File,
  plan: FilePlan,
  tools: ImportTools,
  control: CopyControl,
): Promise<Result<Readable>> => {
  const start = await readBytes(file, 0, sniffedBytes);
  if (!start.ok) return start;
  const { kind } = sniffFormat(start.value);
  if (kind === 'empty') return err({ kind: 'file-empty', file: file.name });
  if (kind === 'xlsx') {
    const sheet = await tools.readXlsx(file, plan.sheet);
    if (!sheet.ok) return sheet;
    const dialect = { ...plan.dialect, encoding: 'utf-8', delimiter: ',', quote: '"' };
    return ok({ file: sheet.value.csv, format: 'xlsx', dialect });
  }
  const form = { isGzip: kind === 'gzip', encoding: plan.dialect.encoding };
  const onBytes = (bytes: number): void => control.onFraction(bytes / file.size);
  const text = await toUtf8(file, form, onBytes, () => control.isCancelled());
  return text.ok ? ok({ file: text.value, format: 'csv', dialect: plan.dialect }) : text;
};

const utf8Length = (text: string): number => new TextEncoder().encode(text).length;

/** Makes a file ready for the engine by its plan. */
export const prepareFile = async (
  file: File,
  plan: FilePlan,
  tools: ImportTools,
  control: CopyControl,
): Promise<Result<PreparedFile>> => {
  const text = await asText(file, plan, tools, control);
  if (!text.ok) return text;
  const { dialect, format } = text.value;
  for (const size of headSizes) {
    const head = await readBytes(text.value.file, 0, size);
    if (!head.ok) return head;
    const decoded = new TextDecoder().decode(head.value);
    const layout = layOut(decoded, dialect);
    const isWhole = head.value.length >= text.value.file.size;
    if (layout.rows.length < 2 && !isWhole && size !== headSizes[1]) continue;
    if (layout.rows.length === 0)
      return err({ kind: 'file-header-only', file: file.name, columns: layout.names.length });
    const from = byteOrderMarkLength(head.value) + utf8Length(decoded.slice(0, layout.dataStart));
    return ok({
      file: new File([text.value.file.slice(from)], file.name),
      format,
      dialect,
      records: { delimiter: dialect.delimiter, quote: dialect.quote, columns: layout.names.length },
      names: layout.names,
      dataLine: layout.dataLine,
    });
  }
  return err({ kind: 'file-header-only', file: file.name, columns: 0 });
};
