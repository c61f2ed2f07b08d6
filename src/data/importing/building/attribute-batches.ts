/** Columns that are looked at in one query: more would make its plan too deep for the engine. */
const columnsAtOnce = 40;

/** Columns in the batches that queries can look at together. */
export const inBatches = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / columnsAtOnce) }, (_, index) =>
    items.slice(index * columnsAtOnce, (index + 1) * columnsAtOnce),
  );
