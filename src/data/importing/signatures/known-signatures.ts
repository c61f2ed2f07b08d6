import { crmPipeline } from './crm-pipeline.ts';
import { olist } from './olist.ts';
import { shopifyOrders } from './shopify-orders.ts';
import type { Signature } from './signature.ts';
import { superstore } from './superstore.ts';
import { uciOnlineRetail } from './uci-online-retail.ts';

const knownSignatures: readonly Signature[] = [
  uciOnlineRetail,
  superstore,
  shopifyOrders,
  ...olist,
  ...crmPipeline,
];

/** The signature of that name; undefined for `generic`. */
export const findSignature = (id: string): Signature | undefined =>
  knownSignatures.find((signature) => signature.id === id);

/** The export that a set of normalised headers belongs to: the one that asks for most of them. */
export const recogniseSignature = (headers: readonly string[]): Signature | undefined => {
  const present = new Set(headers);
  return knownSignatures
    .filter(({ needs }) => needs.every((header) => present.has(header)))
    .sort((a, b) => b.needs.length - a.needs.length)[0];
};
