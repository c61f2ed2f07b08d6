import type { JsonValue } from './flatten-record.ts';
import { jsonText } from './json-text.ts';
import { parseJson } from './parse-json.ts';

/** A document is parsed as a whole only up to this size. */
const mostBytes = 400 * 1024 * 1024;

type JsonRecord = Readonly<Record<string, JsonValue>>;

const isRecord = (value: JsonValue | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{"a": [1, 2], "b": [3, 4]}`: each list is a column. */
const recordOfLists = (document: JsonRecord): readonly JsonValue[] | undefined => {
  const columns = Object.entries(document);
  const lists = columns.filter((entry): entry is [string, readonly JsonValue[]] => Array.isArray(entry[1]));
  const rows = lists[0]?.[1].length ?? 0;
  if (lists.length !== columns.length || rows === 0 || lists.some(([, list]) => list.length !== rows))
    return undefined;
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(lists.map(([name, list]) => [name, list[row] ?? null])),
  );
};

const isFlat = (value: JsonValue): boolean => typeof value !== 'object' || value === null;

/** `{"a": {"0": 1, "1": 2}, "b": {"0": 3, "1": 4}}`: each record is a column, its keys are numbered rows. */
const recordOfColumns = (document: JsonRecord): readonly JsonValue[] | undefined => {
  const columns = Object.entries(document).filter((entry): entry is [string, JsonRecord] =>
    isRecord(entry[1]),
  );
  const keys = Object.keys(columns[0]?.[1] ?? {});
  const isNumbered = keys.length > 0 && keys.every((key, index) => key === String(index));
  if (!isNumbered || columns.length !== Object.keys(document).length) return undefined;
  return keys.map((key) => Object.fromEntries(columns.map(([name, column]) => [name, column[key] ?? null])));
};

/** `{"1001": {"name": …}, "1002": {"name": …}}`: records of the same fields by their key. */
const recordsByKey = (document: JsonRecord): readonly JsonValue[] | undefined => {
  const entries = Object.entries(document).filter((entry): entry is [string, JsonRecord] =>
    isRecord(entry[1]),
  );
  if (entries.length < 2 || entries.length !== Object.keys(document).length) return undefined;
  const first = Object.keys(entries[0]?.[1] ?? {});
  const isAlike = entries.every(([, record]) => {
    const shared = Object.keys(record).filter((key) => first.includes(key)).length;
    return shared > 0 && shared * 2 >= first.length && Object.values(record).some(isFlat);
  });
  return isAlike ? entries.map(([key, record]) => ({ key, ...record })) : undefined;
};

/** The records of a document that holds no list of records, where it is a table in another form; else undefined. */
export const columnsOfDocument = async (file: File): Promise<readonly JsonValue[] | undefined> => {
  if (file.size > mostBytes) return undefined;
  let text = '';
  for await (const piece of jsonText(file)) text += piece;
  const document = parseJson(text);
  if (!isRecord(document)) return undefined;
  return recordOfLists(document) ?? recordOfColumns(document) ?? recordsByKey(document);
};
