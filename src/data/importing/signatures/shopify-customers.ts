import type { Signature } from './signature.ts';

/** Shopify's customers export: one row per customer; numbers may begin with an apostrophe. Orders name them by e-mail. */
export const shopifyCustomers: Signature = {
  id: 'shopify-customers',
  title: 'Shopify customers',
  needs: ['email', 'total spent', 'total orders', 'tax exempt'],
  oneOf: [['accepts email marketing', 'accepts marketing', 'accepts sms marketing']],
  columns: {
    'customer id': 'customers.customer_id',
    email: 'customers.email',
    'first name': 'customers.first_name',
    'last name': 'customers.last_name',
    'accepts email marketing': 'customers.consent',
    'accepts marketing': 'customers.consent',
    'default address city': 'customers.city',
    city: 'customers.city',
    'default address province code': 'customers.region',
    'province code': 'customers.region',
    province: 'customers.region',
    'default address country code': 'customers.country',
    'country code': 'customers.country',
    country: 'customers.country',
    note: 'ignore',
  },
  others: 'attribute',
};
