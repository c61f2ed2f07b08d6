import type { SampleTables } from '../sample-tables.ts';

/** All tables of the sample company `retailer`. */
export const generateRetailer = (): SampleTables => [];
