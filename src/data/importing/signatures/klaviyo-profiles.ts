import type { Signature } from './signature.ts';

/** Klaviyo's profiles: one row per e-mail address, by which orders of other systems name the customer as well. */
export const klaviyoProfiles: Signature = {
  id: 'klaviyo-profiles',
  title: 'Klaviyo profiles',
  needs: ['email', 'klaviyo id'],
  columns: {
    email: 'customers.email',
    'klaviyo id': 'customers.reference',
    'first name': 'customers.first_name',
    'last name': 'customers.last_name',
    city: 'customers.city',
    'state region': 'customers.region',
    region: 'customers.region',
    country: 'customers.country',
    source: 'customers.acq_channel',
    'profile created on': 'customers.first_seen',
    'date added': 'customers.first_seen',
    'first active': 'customers.first_seen',
    'email marketing consent': 'customers.consent',
    organization: 'attribute',
  },
  others: 'attribute',
};
