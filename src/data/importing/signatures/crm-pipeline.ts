import type { Signature } from './signature.ts';

const companies = { customerKind: 'b2b' } as const;

/** Maven's CRM sales opportunities: a B2B pipeline with its accounts, products and sales teams. */
export const crmPipeline: readonly Signature[] = [
  {
    id: 'crm-pipeline',
    title: 'CRM sales pipeline',
    needs: ['opportunity id', 'sales agent', 'deal stage', 'close date', 'close value'],
    columns: {
      'opportunity id': 'deals.deal_id',
      'sales agent': 'deals.owner',
      product: 'deals.product_id',
      account: 'deals.customer_id',
      'deal stage': 'deals.stage',
      'engage date': 'deals.opened_at',
      'close date': 'deals.closed_at',
      'close value': 'deals.amount',
    },
    others: 'ignore',
    rules: companies,
  },
  {
    id: 'crm-accounts',
    title: 'CRM accounts',
    needs: ['account', 'sector', 'year established', 'revenue', 'employees'],
    columns: {
      account: 'customers.customer_id',
      'office location': 'customers.country',
      'subsidiary of': 'customers.account_id',
    },
    others: 'attribute',
    rules: companies,
  },
  {
    id: 'crm-products',
    title: 'CRM products',
    needs: ['product', 'series', 'sales price'],
    columns: {
      product: 'products.product_id',
      series: 'products.category',
      'sales price': 'products.list_price',
    },
    others: 'ignore',
  },
  {
    id: 'crm-sales-teams',
    title: 'CRM sales teams',
    needs: ['sales agent', 'manager', 'regional office'],
    columns: { 'sales agent': 'deals.owner', 'regional office': 'orders.office' },
    others: 'ignore',
  },
];
