import type { AppError } from '../../../core/app-error.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { TableText } from '../import-tools.ts';
import { BrokenJson, JsonElements, pathKey, type JsonList } from './json-elements.ts';
import type { JsonValue } from './flatten-record.ts';
import { jsonLines, jsonText } from './json-text.ts';
import { columnsOfDocument } from './json-columns.ts';
import { parseJson } from './parse-json.ts';
import { RecordWriter, type KnownColumns } from './record-writer.ts';

/** Feeds a writer with all records of a file. */
type Feed = (writer: RecordWriter) => Promise<void>;

/** Writes once, or a second time where columns turned up late. */
const writeAll = async (feed: Feed): Promise<RecordWriter> => {
  let known: KnownColumns | undefined;
  for (;;) {
    const writer = new RecordWriter(known);
    await feed(writer);
    if (writer.missing === undefined) return writer;
    known = [...writer.missing];
  }
};

const parseOr = (text: string, onBroken: () => void): JsonValue | undefined => {
  try {
    return parseJson(text);
  } catch {
    onBroken();
    return undefined;
  }
};

const feedLines =
  (file: File): Feed =>
  async (writer) => {
    for await (const lines of jsonLines(file))
      for (const { line, text } of lines) {
        const value = parseOr(text, () => writer.reject(line, text, 'The line is not JSON'));
        if (value !== undefined) writer.add(value);
      }
  };

/** The elements of a list; without one, the records that stand one after another as in a list. */
const feedList =
  (file: File, list?: JsonList): Feed =>
  async (writer) => {
    let element = 0;
    const elements = new JsonElements(pathKey(list?.path ?? []), (text) => {
      element += 1;
      const value = parseOr(text, () => writer.reject(element, text, `Record ${element} is not JSON`));
      if (value !== undefined) writer.add(value);
    });
    if (list === undefined) elements.feed('[');
    for await (const text of jsonText(file)) elements.feed(text);
    if (list === undefined) elements.feed(']');
    elements.end();
  };

/** Whether each record stands on a line of its own. */
const isByLine = async (file: File): Promise<boolean> => {
  for await (const lines of jsonLines(file))
    for (const { text } of lines) return parseOr(text, () => undefined) !== undefined;
  return true;
};

/** Names of rows of cells: those of the first row when it is nothing but different words. */
const headerOf = (rows: JsonValue | undefined): readonly string[] | undefined => {
  if (!Array.isArray(rows)) return undefined;
  const isHeader =
    rows.every((cell) => typeof cell === 'string' && cell.trim() !== '') &&
    new Set(rows).size === rows.length;
  return isHeader ? (rows as readonly string[]) : undefined;
};

/** Rows of cells: the first one may name the columns. */
const feedRows = (feed: Feed, onHeader: (names: readonly string[]) => void): Feed => {
  const withoutFirst = (writer: RecordWriter): RecordWriter => {
    let isFirst = true;
    const add = writer.add.bind(writer);
    writer.add = (value) => {
      const names = isFirst ? headerOf(value) : undefined;
      isFirst = false;
      if (names) onHeader(names);
      else add(value);
    };
    return writer;
  };
  return (writer) => feed(withoutFirst(writer));
};

const nameOf = ({ path }: JsonList): string => path.join('.') || 'records';

const otherValues = ({ holds, others }: JsonList): readonly ImportIssue[] => {
  const message = `The list of ${holds} holds plain values too, which are no ${holds}: they were left out`;
  return others === 0 ? [] : [{ severity: 'warning', code: 'values-left-out', message, count: others }];
};

const otherLists = (lists: readonly JsonList[], chosen: JsonList): readonly ImportIssue[] => {
  const others = lists.filter((list) => list !== chosen);
  if (others.length === 0) return [];
  const names = others.slice(0, 10).map((list) => `“${nameOf(list)}” (${list.elements})`);
  const message = `The file has other lists of records that are not read: ${names.join(', ')}. The one that is read is “${nameOf(chosen)}”`;
  return [{ severity: 'info', code: 'other-sheets', message, count: others.length }];
};

const findLists = async (file: File): Promise<readonly JsonList[]> => {
  const elements = new JsonElements(undefined, () => undefined);
  for await (const text of jsonText(file)) elements.feed(text);
  return elements.end();
};

const corrupt = (file: File, reason: string): Result<never> =>
  err<AppError>({ kind: 'file-corrupt', file: file.name, format: 'JSON', reason });

const tableOf = async (
  file: File,
  feed: Feed,
  places: Pick<TableText, 'tables' | 'table' | 'issues'>,
): Promise<Result<TableText>> => {
  let names: readonly string[] | undefined;
  const writer = await writeAll(feedRows(feed, (header) => (names = header)));
  if (writer.rows === 0 && writer.rejected.rowsRejected > 0)
    return corrupt(file, 'None of its records is JSON');
  return ok({
    ...places,
    csv: writer.toFile(file.name, names),
    hasKnownHeader: true,
    hasDecimals: writer.hasDecimals,
    issues: [...places.issues, ...writer.issues()],
    ...writer.rejected,
  });
};

const readDocument = async (file: File, wanted?: string): Promise<Result<TableText>> => {
  const lists = await findLists(file);
  const asked = lists.find((list) => nameOf(list) === wanted);
  const fullest = lists.reduce<JsonList | undefined>(
    (best, list) => (best === undefined || list.elements > best.elements ? list : best),
    undefined,
  );
  const chosen = asked ?? fullest;
  if (chosen !== undefined) {
    const tables = lists.length > 1 ? lists.map(nameOf) : [];
    return tableOf(file, feedList(file, chosen), {
      tables,
      table: nameOf(chosen),
      issues: [...otherLists(lists, chosen), ...otherValues(chosen)],
    });
  }
  const records = await columnsOfDocument(file);
  if (records === undefined)
    return err({
      kind: 'file-not-a-table',
      file: file.name,
      detected: 'a JSON document without a list of records',
    });
  const feed: Feed = (writer) => Promise.resolve(records.forEach((record) => writer.add(record)));
  return tableOf(file, feed, { tables: [], table: '', issues: [] });
};

/**
 * Writes the records of a JSON file as CSV: a list of records or of rows, wherever it is in the document, a record of
 * lists, records by key, or (`ndjson`) one record a line. Streaming, except for a record of lists.
 * @param wanted name of the list, where there are several; else the longest is taken
 */
export const readJson = async (
  file: File,
  format: 'json' | 'ndjson',
  wanted?: string,
): Promise<Result<TableText>> => {
  try {
    if (format === 'json') return await readDocument(file, wanted);
    const feed = (await isByLine(file)) ? feedLines(file) : feedList(file);
    return await tableOf(file, feed, { tables: [], table: '', issues: [] });
  } catch (thrown) {
    if (thrown instanceof BrokenJson || thrown instanceof SyntaxError)
      return corrupt(file, thrown instanceof BrokenJson ? thrown.message : 'It is not valid JSON');
    throw thrown;
  }
};
