import { err, ok, type Result } from '../../../../core/result.ts';
import type { TextSource } from '../../import-tools.ts';
import { fileProblem } from '../read-head.ts';
import { TextColumnsReader } from './read-text-columns.ts';
import type { TextForm } from './text-form.ts';

/** Opens a regular text to be read into columns; what reading throws becomes a failure. */
export const openText = (file: File, form: TextForm): Promise<Result<TextSource>> => {
  const reader = new TextColumnsReader(file, form);
  return Promise.resolve(
    ok({
      next: async () => {
        try {
          return ok(await reader.next());
        } catch (thrown) {
          return err(fileProblem(thrown, file.name));
        }
      },
      facts: () => Promise.resolve(ok(reader.facts())),
      close: () => undefined,
    }),
  );
};
