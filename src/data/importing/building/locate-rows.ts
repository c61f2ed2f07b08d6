import type { RejectedRow } from '../contract.ts';
import { streamRecords } from '../text/record-stream.ts';
import type { TypedFile } from './typed-file.ts';

const longestText = 2000;

/** Finds rejected rows again in the file, for their line and original text. Reads no further than the last of them. */
export const locateRows = async ({ rejected, staged }: TypedFile): Promise<readonly RejectedRow[]> => {
  if (rejected.length === 0) return [];
  const { file, records, dataLine } = staged.source;
  const reasons = new Map(rejected.map(({ row, reason }) => [row, reason]));
  const last = Math.max(...reasons.keys());
  const located: RejectedRow[] = [];
  let row = 0;
  for await (const batch of streamRecords(file, 'utf-8', records)) {
    for (const { line, text } of batch) {
      row += 1;
      const reason = reasons.get(row);
      if (reason === undefined) continue;
      located.push({
        line: dataLine + line - 1,
        reason,
        text: text.replace(/[\r\n]+$/, '').slice(0, longestText),
      });
    }
    if (row >= last) break;
  }
  return located;
};
