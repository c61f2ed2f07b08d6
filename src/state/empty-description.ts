import type { DatasetDescription } from '../engine/contract.ts';

/** What is known of no data. */
export const emptyDescription: DatasetDescription = {
  fingerprint: 'empty',
  tables: [],
  profile: [],
  currencies: [],
};
