import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappingTargets } from '../../../../src/data/importing/mapping/targets.ts';
import { isoDay, proposeFor, targetsOf } from '../../../support/propose.ts';

const customer = (index: number): string => `C${index % 9}`;

describe('what a file is about', () => {
  it('does not take staff, suppliers or carts for customers or orders', () => {
    const person = (index: number): readonly (string | number)[] => [
      index,
      `Ana${index}`,
      `Rao${index}`,
      `p${index}@example.com`,
      isoDay(index),
    ];
    const staff = ['employee_id', 'first_name', 'last_name', 'email', 'hire_date'];
    expect(proposeFor(staff, person).source).toBe('unknown');
    const owners = ['id', 'first_name', 'last_name', 'email', 'created_at'];
    expect(proposeFor(owners, person, { name: 'crm_owner_data.csv' }).source).toBe('unknown');
    expect(proposeFor(owners, person, { name: 'crm_contact_data.csv' }).source).toBe('generic');
    const cart = (index: number): readonly (string | number)[] => [
      index,
      customer(index),
      isoDay(index),
      '9.50',
    ];
    const carts = ['id', 'customer_id', 'created_at', 'total_price'];
    expect(proposeFor(carts, cart, { name: 'abandoned_carts.csv' }).source).toBe('unknown');
    expect(proposeFor(carts, cart, { name: 'orders.csv' }).sourceTitle).toBe('Orders');
  });

  it('the id of a list is what others mean by its name', () => {
    const found = proposeFor(
      ['id', 'order_number', 'customer_id', 'created_at', 'total_price'],
      (index) => [900_000 + index, 1000 + index, customer(index), isoDay(index), `${index}.50`],
      { name: 'orders.csv' },
    );
    expect(targetsOf(found)).toMatchObject({ id: 'orders.order_id', order_number: 'ignore' });
  });

  it('a table of two numbers says whose the deals are', () => {
    const found = proposeFor(['deal_id', 'contact_id'], (index) => [index, index % 9], {
      name: 'deal_contact.csv',
    });
    expect(found.sourceTitle).toBe('Customers of deals');
  });

  it('reaches every table', () => {
    const found = (
      name: string,
      headers: readonly string[],
      row: (index: number) => readonly (string | number)[],
    ) => proposeFor(headers, row, { name }).sourceTitle;
    expect([
      found('visits.csv', ['customer_id', 'visit date', 'kind', 'agent', 'outcome'], (index) => [
        customer(index),
        isoDay(index),
        'visit',
        `A${index % 3}`,
        'good',
      ]),
      found('kampagnen.csv', ['Kampagne', 'Beginn', 'Ende', 'Kosten', 'Kanal'], (index) => [
        `K${index}`,
        isoDay(index),
        isoDay(index + 1),
        '100,50',
        'Radio',
      ]),
      found('referrals.csv', ['referrer id', 'referred customer id', 'referral date'], (index) => [
        customer(index),
        `N${index}`,
        isoDay(index),
      ]),
      found('usage.csv', ['customer id', 'month', 'minutes used'], (index) => [
        customer(index),
        isoDay(index),
        index * 3,
      ]),
      found('stages.csv', ['customer id', 'changed at', 'from stage', 'to stage'], (index) => [
        customer(index),
        isoDay(index),
        'lead',
        'customer',
      ]),
      found('costs.csv', ['cost pool', 'cost driver', 'period', 'amount', 'capacity minutes'], (index) => [
        `Pool ${index}`,
        'orders',
        isoDay(index),
        '100.50',
        6000,
      ]),
      found('deals.csv', ['deal id', 'account', 'stage', 'amount', 'close date'], (index) => [
        `D${index}`,
        customer(index),
        'Won',
        '100.50',
        isoDay(index),
      ]),
      found('products.csv', ['sku', 'product name', 'category', 'list price', 'unit cost'], (index) => [
        `P${index}`,
        `Lamp ${index}`,
        'Light',
        '9.50',
        '4.50',
      ]),
      found('genre.csv', ['GenreId', 'Name'], (index) => [index, `Genre ${index}`]),
    ]).toEqual([
      'Contacts with customers',
      'Campaigns',
      'Referrals',
      'Use by period',
      'Moves between stages',
      'Costs',
      'Deals',
      'Products',
      'Product categories',
    ]);
  });
});

describe('laws', () => {
  const pool: Readonly<Record<string, (index: number) => string | number>> = {
    customer_id: customer,
    'Order Number': (index) => `O${index}`,
    'order date': isoDay,
    created_at: (index) => isoDay(index + 3),
    amount: (index) => `${index}.50`,
    Total: (index) => `${index}.90`,
    Qty: (index) => (index % 3) + 1,
    price: (index) => `${index % 7}.20`,
    SKU: (index) => `P${index % 5}`,
    Email: (index) => `p${index % 9}@example.com`,
    'second mail': (index) => `q${index % 9}@example.com`,
    City: (index) => ['Ulm', 'Rom'][index % 2] ?? '',
    Status: (index) => ['paid', 'open'][index % 2] ?? '',
    Remark: (index) => `words ${index}`,
  };

  it('no place is taken twice, and the order of columns changes nothing', () => {
    const subset = fc.shuffledSubarray(Object.keys(pool), { minLength: 2 });
    fc.assert(
      fc.property(subset, (headers) => {
        const propose = (names: readonly string[]): Record<string, string> =>
          targetsOf(
            proposeFor(names, (index) => names.map((name) => pool[name]?.(index) ?? ''), { count: 25 }),
          );
        const targets = propose(headers);
        const placed = Object.values(targets).filter((target) => target.includes('.'));
        expect(new Set(placed).size).toBe(placed.length);
        expect(placed.every((target) => mappingTargets.some((one) => one.target === target))).toBe(true);
        expect(propose([...headers].reverse())).toEqual(targets);
      }),
      { numRuns: 60 },
    );
  });
});
