import type { ImportTools } from '../../data/importing/import-tools.ts';

/** What imports need in the browser's engine worker. */
export const importTools: ImportTools = {
  readXlsx: (file) =>
    Promise.resolve({
      ok: false,
      error: { kind: 'format-unsupported', file: file.name, format: 'xlsx', instead: 'CSV' },
    }),
  now: () => performance.now(),
};
