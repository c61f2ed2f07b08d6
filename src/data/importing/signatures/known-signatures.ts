import { advertising } from './advertising.ts';
import { crmPipeline } from './crm-pipeline.ts';
import { hubSpot } from './hubspot.ts';
import { klaviyoProfiles } from './klaviyo-profiles.ts';
import { loyaltyMembers } from './loyalty-members.ts';
import { magentoOrders } from './magento-orders.ts';
import { mailchimpAudience } from './mailchimp-audience.ts';
import { npsSurvey } from './nps-survey.ts';
import { olist } from './olist.ts';
import { salesforce } from './salesforce.ts';
import { shopifyCustomers } from './shopify-customers.ts';
import { shopifyOrders } from './shopify-orders.ts';
import type { Signature } from './signature.ts';
import { stripePayments } from './stripe-payments.ts';
import { superstore } from './superstore.ts';
import { telcoChurn } from './telco-churn.ts';
import { uciOnlineRetail } from './uci-online-retail.ts';
import { wooCommerce } from './woocommerce.ts';
import { zendeskTickets } from './zendesk-tickets.ts';

const knownSignatures: readonly Signature[] = [
  uciOnlineRetail,
  superstore,
  shopifyOrders,
  shopifyCustomers,
  stripePayments,
  ...wooCommerce,
  magentoOrders,
  klaviyoProfiles,
  ...hubSpot,
  ...salesforce,
  mailchimpAudience,
  zendeskTickets,
  ...advertising,
  loyaltyMembers,
  npsSurvey,
  telcoChurn,
  ...olist,
  ...crmPipeline,
];

/** The signature of that name; undefined for `generic`. */
export const findSignature = (id: string): Signature | undefined =>
  knownSignatures.find((signature) => signature.id === id);

/** How much a signature asks for. */
const demands = ({ needs, oneOf = [] }: Signature): number => needs.length + oneOf.length;

/** The export that a set of headers belongs to, given in all their forms: the one that asks for most of them. */
export const recogniseSignature = (headers: Iterable<string>): Signature | undefined => {
  const present = new Set(headers);
  return knownSignatures
    .filter(
      ({ needs, oneOf = [] }) =>
        needs.every((header) => present.has(header)) &&
        oneOf.every((group) => group.some((header) => present.has(header))),
    )
    .sort((a, b) => demands(b) - demands(a))[0];
};
