import type { Signature } from './signature.ts';

/**
 * Mailchimp's audience, one file a status: those who unsubscribed or whose address was cleaned out have a column that says
 * when. Merge fields are kept.
 */
export const mailchimpAudience: Signature = {
  id: 'mailchimp-audience',
  title: 'Mailchimp audience',
  needs: ['email address', 'leid', 'euid'],
  columns: {
    'email address': 'customers.email',
    'first name': 'customers.first_name',
    'last name': 'customers.last_name',
    'optin time': 'customers.first_seen',
    'confirm time': 'customers.consent_at',
    'unsub time': 'customers.consent_withdrawn_at',
    'clean time': 'customers.consent_withdrawn_at',
    cc: 'customers.country',
    region: 'customers.region',
    'member rating': 'attribute',
    leid: 'ignore',
    euid: 'ignore',
    'optin ip': 'ignore',
    'confirm ip': 'ignore',
    gmtoff: 'ignore',
    dstoff: 'ignore',
    'last changed': 'ignore',
    notes: 'ignore',
  },
  others: 'attribute',
};
