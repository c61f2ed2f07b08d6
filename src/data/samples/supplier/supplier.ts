import type { SampleTables } from '../sample-tables.ts';

/** All tables of the sample company `supplier`. */
export const generateSupplier = (): SampleTables => [];
