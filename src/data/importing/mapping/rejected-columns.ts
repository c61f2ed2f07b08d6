import type { ColumnMapping } from '../contract.ts';
import { rejectedColumns } from '../rejected-csv.ts';
import type { MappingSample } from './mapping-sample.ts';

/** A sample of rejected rows that come in again: what the file had, and the columns that were added to say why. */
export interface RejectedSample {
  readonly rest: MappingSample;
  readonly added: readonly ColumnMapping[];
}

/** Tells rejected rows that come in again by the columns that were added at their end; undefined for any other file. */
export const asRejected = (sample: MappingSample): RejectedSample | undefined => {
  const from = sample.columns.length - rejectedColumns.length;
  const added = sample.columns.slice(from);
  const isAdded = added.every(({ header }, index) => header === rejectedColumns[index]);
  if (!sample.hasHeader || from < 1 || !isAdded) return undefined;
  return {
    rest: { ...sample, columns: sample.columns.slice(0, from), cells: sample.cells.slice(0, from) },
    added: added.map(({ name }) => ({
      column: name,
      target: 'ignore',
      confidence: 1,
      reason: 'Added when the row was rejected',
    })),
  };
};
