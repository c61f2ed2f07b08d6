import { customers, deals, lines, orders, products } from './commerce.ts';
import {
  campaigns,
  costs,
  interactions,
  referrals,
  stageEvents,
  surveys,
  tickets,
  usage,
} from './relationship.ts';

/** Every canonical table, in the order in which they are loaded. */
export const canonicalTables = [
  customers,
  orders,
  lines,
  products,
  deals,
  interactions,
  tickets,
  campaigns,
  surveys,
  referrals,
  usage,
  stageEvents,
  costs,
] as const;

/** Name of a canonical table. */
export type TableName = (typeof canonicalTables)[number]['name'];

/** Name of the wide table of customer attributes: `customer_id` and one column (`attr_…`) for each attribute. */
export const customerAttributesTable = 'customer_attributes';
