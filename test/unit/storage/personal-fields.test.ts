import { describe, expect, it } from 'vitest';
import type { Comparison, Predicate } from '../../../src/core/predicate.ts';
import { isPersonalField, namesCustomers } from '../../../src/storage/personal-fields.ts';

const compare = (field: string, value?: Comparison['value']): Predicate => ({
  kind: 'compare',
  field,
  operator: value === undefined ? 'is-known' : 'in',
  ...(value === undefined ? {} : { value }),
});

describe('isPersonalField', () => {
  it.each([
    'customer_id',
    'name',
    'email',
    'account_id',
    'attr_first_name',
    'attr_phone',
    'attr_e_mail',
    'attr_zip',
    'attr_birth_date',
    'attr_company_name',
    'Customer_ID',
  ])('%s singles out a customer', (field) => expect(isPersonalField(field)).toBe(true));

  it.each([
    'country',
    'city',
    'orders',
    'rfm_segment',
    'acq_campaign',
    'consent',
    'attr_gender',
    'attr_plan_name',
    'attr_description',
    'attr_membership',
    'median_gap_days',
  ])('%s does not', (field) => expect(isPersonalField(field)).toBe(false));
});

describe('namesCustomers', () => {
  it('finds values of personal fields and e-mail addresses anywhere in the tree', () => {
    const leaf = compare('name', ['Ann']);
    expect(namesCustomers(leaf)).toBe(true);
    expect(namesCustomers({ kind: 'all', of: [compare('orders', [1]), { kind: 'not', of: leaf }] })).toBe(
      true,
    );
    expect(namesCustomers(compare('attr_source', ['ann@shop.example']))).toBe(true);
    expect(namesCustomers({ kind: 'purchased', by: 'product', value: 'ann@shop.example', atLeast: 1 })).toBe(
      true,
    );
  });

  it('lets rules pass that say nothing of anyone', () => {
    expect(namesCustomers(compare('email'))).toBe(false);
    expect(namesCustomers(compare('customer_id', []))).toBe(false);
    expect(namesCustomers(compare('country', ['Norway']))).toBe(false);
    expect(namesCustomers({ kind: 'all', of: [] })).toBe(false);
    expect(namesCustomers({ kind: 'purchased', by: 'any', atLeast: 2 })).toBe(false);
  });
});
