import { ok, type Result } from '../../../../core/result.ts';
import type { TextSource } from '../../import-tools.ts';
import { BlockCutter } from './block-cutter.ts';
import { TextColumnsReader } from './read-text-columns.ts';
import { countRepeatedRows } from './row-hashes.ts';
import { gatherFacts, type TextForm } from './text-form.ts';

/** Opens a regular text to be read into columns on this thread. */
export const openText = (file: File, form: TextForm): Promise<Result<TextSource>> => {
  const reader = new TextColumnsReader(new BlockCutter(file, form.records.quote), form);
  return Promise.resolve(
    ok({
      next: async () => {
        const block = await reader.next();
        return block.ok ? ok(block.value?.batch) : block;
      },
      facts: () => {
        const facts = reader.facts();
        return Promise.resolve(ok(facts && gatherFacts([facts])));
      },
      repeatedRows: () => Promise.resolve(ok(countRepeatedRows([reader.takeHashes()]))),
      close: () => undefined,
    }),
  );
};
