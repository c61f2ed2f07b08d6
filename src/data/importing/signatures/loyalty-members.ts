import type { Signature } from './signature.ts';

/** Members of a loyalty app: one row a member, by e-mail address; points and tier are traits. */
export const loyaltyMembers: Signature = {
  id: 'loyalty-members',
  title: 'Loyalty members',
  needs: ['email'],
  oneOf: [
    ['points balance', 'current points', 'points'],
    ['vip tier', 'points earned', 'tier', 'tier name', 'vip tier name', 'lifetime points', 'points spent'],
  ],
  columns: {
    email: 'customers.email',
    'customer id': 'customers.customer_id',
    'shopify customer id': 'customers.customer_id',
    'first name': 'customers.first_name',
    'last name': 'customers.last_name',
    name: 'customers.name',
    'member since': 'customers.first_seen',
    'date joined': 'customers.first_seen',
    'joined at': 'customers.first_seen',
    'created at': 'customers.first_seen',
    'opted in': 'customers.consent',
    country: 'customers.country',
  },
  others: 'attribute',
};
