import { err, ok, type Result } from '../../../core/result.ts';
import type { Dialect, FileFormat, FilePlan, ImportIssue, TablePlace } from '../contract.ts';
import { detectDialect } from '../dialect/detect-dialect.ts';
import { byteOrderMarkLength } from '../format/detect-encoding.ts';
import { sniffFormat } from '../format/sniff-format.ts';
import { layOut, type TableLayout } from '../text/lay-out.ts';
import { byteAfterLines, byteOfLastLines } from '../text/byte-lines.ts';
import { readBytes } from '../text/read-head.ts';
import type { RecordDialect } from '../text/record-dialect.ts';
import { structureIssues } from '../text/structure-issues.ts';
import { toUtf8 } from '../text/to-utf8.ts';

/** A file made ready for the engine: UTF-8, from its first row to its last. */
export interface PreparedFile {
  readonly file: File;
  readonly format: FileFormat;
  readonly dialect: Dialect;
  /** How the prepared text is delimited. */
  readonly records: RecordDialect;
  /** Column names in file order. */
  readonly names: readonly string[];
  /** Physical line of the file on which the first row stands. */
  readonly dataLine: number;
  /** How the table stands in its file: what was left out around it, how its columns are named. */
  readonly issues: readonly ImportIssue[];
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
  readonly format: FileFormat;
  readonly dialect: Dialect;
}

/** The file as UTF-8 text: gzip is inflated, another encoding transcoded. */
const asText = async (file: File, plan: FilePlan, control: CopyControl): Promise<Result<Readable>> => {
  const start = await readBytes(file, 0, sniffedBytes);
  if (!start.ok) return start;
  const { kind } = sniffFormat(start.value);
  if (kind === 'empty') return err({ kind: 'file-empty', file: file.name });
  const form = { isGzip: kind === 'gzip', encoding: plan.dialect.encoding };
  const onBytes = (bytes: number): void => control.onFraction(bytes / file.size);
  const text = await toUtf8(file, form, onBytes, () => control.isCancelled());
  const format = plan.dialect.widths === undefined ? 'csv' : 'fixed-width';
  return text.ok ? ok({ file: text.value, format, dialect: plan.dialect }) : text;
};

/** The tables among which one was chosen. */
const tablesOf = (text: string, isWhole: boolean, dialect: Dialect): readonly TablePlace[] => {
  if (dialect.table === undefined) return [];
  const { encoding, delimiter, quote, escape, widths } = dialect;
  const given = {
    delimiter,
    quote,
    ...(escape === undefined ? {} : { escape }),
    ...(widths === undefined ? {} : { widths }),
  };
  return detectDialect({ head: text, isWhole, later: [] }, encoding, given).tables;
};

/** The byte at which the lines below the table begin. */
const endOf = async (file: File, head: Uint8Array, dialect: Dialect): Promise<Result<number>> => {
  const { lastLine, footerLines = 0 } = dialect;
  if (lastLine !== undefined) return ok(byteAfterLines(head, lastLine));
  if (footerLines === 0) return ok(file.size);
  for (const size of headSizes) {
    const from = Math.max(0, file.size - size);
    const tail = await readBytes(file, from, file.size);
    if (!tail.ok) return tail;
    const at = byteOfLastLines(tail.value, footerLines);
    if (at !== undefined) return ok(from + at);
  }
  return ok(file.size);
};

/** The rows of a text file, without what stands around them. */
const cutOut = async (
  { file, format, dialect }: Readable,
  head: Uint8Array,
  text: string,
  layout: TableLayout,
): Promise<Result<PreparedFile>> => {
  const isWhole = head.length >= file.size;
  const start = Math.max(byteOrderMarkLength(head), byteAfterLines(head, layout.dataLine - 1));
  const end = await endOf(file, head, dialect);
  if (!end.ok) return end;
  return ok({
    file: new File([file.slice(start, Math.max(start, end.value))], file.name),
    format,
    dialect,
    records: layout.records,
    names: layout.names,
    dataLine: layout.dataLine,
    issues: structureIssues(text, dialect, layout, tablesOf(text, isWhole, dialect), isWhole),
  });
};

/** Makes a file ready for the engine by its plan. */
export const prepareFile = async (
  file: File,
  plan: FilePlan,
  control: CopyControl,
): Promise<Result<PreparedFile>> => {
  const text = await asText(file, plan, control);
  if (!text.ok) return text;
  for (const size of headSizes) {
    const head = await readBytes(text.value.file, 0, size);
    if (!head.ok) return head;
    const decoded = new TextDecoder().decode(head.value);
    const isWhole = head.value.length >= text.value.file.size;
    const layout = layOut(decoded, text.value.dialect, isWhole);
    if (layout.rows.length < 2 && !isWhole && size !== headSizes[1]) continue;
    if (layout.rows.length > 0) return cutOut(text.value, head.value, decoded, layout);
    return err({ kind: 'file-header-only', file: file.name, columns: layout.names.length });
  }
  return err({ kind: 'file-header-only', file: file.name, columns: 0 });
};
