import type { Signature } from './signature.ts';

/** IBM's Telco churn: one row a customer; total charges are blank for those without a full month. */
export const telcoChurn: Signature = {
  id: 'telco-churn',
  title: 'Telco churn',
  needs: ['customer id', 'tenure', 'contract', 'monthly charges', 'total charges', 'churn'],
  columns: { 'customer id': 'customers.customer_id' },
  others: 'attribute',
};
