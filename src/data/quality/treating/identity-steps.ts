import { isStandInSql } from '../rules/stand-ins.ts';
import { treatedName } from '../treated-tables.ts';
import type { Treatment } from '../treatment.ts';
import type { TreatingContext, TreatmentStep } from './treating-context.ts';

const orders = treatedName('orders');
const customers = treatedName('customers');

/** Orders without a customer go to who left a name with them: one customer for each name, spaces and case aside. */
export const guestStep = (treatment: Treatment, { filled }: TreatingContext): TreatmentStep => ({
  treatments: [treatment],
  statements: [
    `create table treatment_guests as
     select order_id, ordered_at, trim(guest_name) as name,
       'guest: ' || lower(regexp_replace(trim(guest_name), '\\s+', ' ', 'g')) as customer_id
     from ${orders} where customer_id is null and trim(guest_name) <> ''`,
    `update ${orders} set customer_id = guests.customer_id from treatment_guests as guests
     where ${orders}.order_id = guests.order_id`,
    ...(filled.has('customers')
      ? [
          `insert into ${customers} (customer_id, name, first_seen)
           select customer_id, arg_max(name, ordered_at), min(ordered_at)::DATE from treatment_guests
           where customer_id not in (select customer_id from ${customers}) group by customer_id`,
        ]
      : []),
  ],
  concernedSql: 'select count(*)::double as n from treatment_guests',
  countAfter: 1,
  unit: 'orders',
});

/** Orders of customers who stand for nobody become anonymous, and those customers go. */
export const standInStep = (treatment: Treatment, { filled }: TreatingContext): TreatmentStep => ({
  treatments: [treatment],
  statements: [
    `update ${orders} set customer_id = null where ${isStandInSql('customer_id')}`,
    ...(filled.has('customers') ? [`delete from ${customers} where ${isStandInSql('customer_id')}`] : []),
  ],
  concernedSql: `select count(*)::double as n from ${orders} where ${isStandInSql('customer_id')}`,
  countAfter: 0,
  unit: 'orders',
});
