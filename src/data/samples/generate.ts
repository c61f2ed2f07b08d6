import { generateRetailer } from './retailer/retailer.ts';
import type { SampleTables } from './sample-tables.ts';
import { generateSupplier } from './supplier/supplier.ts';

const generators: Readonly<Record<string, () => SampleTables>> = {
  retailer: generateRetailer,
  supplier: generateSupplier,
};

/**
 * Makes all tables of a built-in sample company: the same on every machine, in about a second. Undefined when there is
 * no company of that id. Run it in a worker.
 */
export const generateSample = (id: string): SampleTables | undefined =>
  Object.hasOwn(generators, id) ? generators[id]?.() : undefined;
