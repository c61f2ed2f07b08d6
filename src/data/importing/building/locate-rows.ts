import type { RejectedRow } from '../contract.ts';
import { maskCells, rowText } from '../privacy/mask-cells.ts';
import { RejectedWords } from '../rejected-rows.ts';
import { fitRecord } from '../text/fit-record.ts';
import { isRepeatedHeader, streamRecords, textOf } from '../text/record-stream.ts';
import type { LocatedRow, StagedFile } from './stage-file.ts';
import type { TypedFile } from './typed-file.ts';

const longestText = 2000;
const longestCells = 100_000;

const cellsOf = (fields: readonly string[]): { readonly cells?: readonly string[] } =>
  fields.reduce((length, field) => length + field.length, 0) > longestCells ? {} : { cells: fields };

/**
 * The rows of a staged file in the file itself, one by one, from its beginning. A typed file has no lines of text: only
 * the wanted rows come then, as they were staged.
 */
export async function* streamRows(
  { source, rowsAgain }: StagedFile,
  wanted: Iterable<number>,
): AsyncGenerator<LocatedRow> {
  if (rowsAgain !== undefined) {
    yield* await rowsAgain([...wanted]);
    return;
  }
  const { file, records, dataLine } = source;
  let row = 0;
  for await (const batch of streamRecords(file, 'utf-8', records)) {
    for (const streamed of batch) {
      const { record, line } = streamed;
      if (isRepeatedHeader(record.fields, records)) continue;
      row += 1;
      const text = textOf(streamed);
      const { fields } = fitRecord(record, text, records);
      yield { row, line: dataLine + line - 1, text, fields };
    }
  }
}

/** Finds rejected rows again in the file, for their line and original text. Reads no further than the last of them. */
export const locateRows = async ({ rejected, staged }: TypedFile): Promise<readonly RejectedRow[]> => {
  if (rejected.length === 0) return [];
  const { hidden = [], source } = staged;
  const reasons = new Map(rejected.map(({ row, reason }) => [row, reason]));
  const last = rejected.reduce((latest, { row }) => Math.max(latest, row), 0);
  const located: RejectedRow[] = [];
  const words = new RejectedWords();
  for await (const { row, line, text, fields } of streamRows(staged, reasons.keys())) {
    const reason = reasons.get(row);
    if (reason !== undefined) {
      const cells = hidden.length > 0 ? maskCells(fields, hidden) : fields;
      const seen =
        hidden.length > 0 ? rowText(cells, source.records.delimiter) : text.replace(/[\r\n]+$/, '');
      located.push(words.keep({ line, reason, text: seen.slice(0, longestText), ...cellsOf(cells) }));
    }
    if (row >= last) break;
  }
  return located;
};
