import type { Theme } from '../records/swot.ts';

/** Subjects that cards of most boards share; the user's to change. */
export const defaultThemes: readonly Theme[] = [
  { id: 'customer-value', name: 'Customer value', colour: 1 },
  { id: 'products-and-offers', name: 'Products and offers', colour: 2 },
  { id: 'service-and-care', name: 'Service and care', colour: 3 },
  { id: 'channels', name: 'Channels', colour: 4 },
  { id: 'price-and-payment', name: 'Price and payment', colour: 5 },
  { id: 'people-and-process', name: 'People and process', colour: 8 },
];
