import { describe, expect, it } from 'vitest';
import { isoDay, proposeFor, targetsOf } from '../../../support/propose.ts';

const customer = (index: number): string => `C${index % 9}`;

describe('names that mislead', () => {
  it('a column called date that holds numbers of documents is not the date', () => {
    const found = proposeFor(['customer_id', 'date', 'moment of it', 'amount'], (index) => [
      customer(index),
      `D-${1000 + index}`,
      isoDay(index),
      `${index}.50`,
    ]);
    expect(targetsOf(found)).toMatchObject({ 'moment of it': 'orders.ordered_at', amount: 'orders.sales' });
    expect(targetsOf(found)['date']).not.toBe('orders.ordered_at');
    expect(found.questions).toEqual([expect.objectContaining({ code: 'mapping-by-values' })]);
    expect(found.confidence).toBeLessThan(0.5);
  });

  it('an amount that is an identifier gives way to a value that is an amount', () => {
    const found = proposeFor(['customer', 'order date', 'amount', 'value'], (index) => [
      customer(index),
      isoDay(index),
      100_000 + index * 7,
      `${index}.50`,
    ]);
    expect(targetsOf(found)).toMatchObject({ value: 'orders.sales', amount: 'ignore' });
  });

  it('tells subtotal, shipping, tax and total of an order apart', () => {
    const found = proposeFor(
      ['Order', 'Customer', 'Date', 'Subtotal', 'Shipping', 'Tax', 'Discount', 'Total'],
      (index) => [
        `O${index}`,
        customer(index),
        isoDay(index),
        '100.00',
        '4.90',
        '19.00',
        `${index % 3}.00`,
        '123.90',
      ],
    );
    expect(Object.values(targetsOf(found))).toEqual([
      'orders.order_id',
      'orders.customer_id',
      'orders.ordered_at',
      'orders.sales',
      'orders.shipping',
      'orders.tax',
      'orders.discount',
      'orders.total',
    ]);
  });

  it('what is the same in all lines of an order belongs to the order', () => {
    const found = proposeFor(
      ['order id', 'customer id', 'order date', 'sku', 'qty', 'line total', 'shipping', 'amount'],
      (index) => {
        const order = Math.floor(index / 2);
        return [
          `O${order}`,
          customer(order),
          isoDay(order),
          `P${index % 7}`,
          (index % 3) + 1,
          `${index}.25`,
          `${order % 4}.90`,
          `${100 + order}.00`,
        ];
      },
    );
    expect(targetsOf(found)).toMatchObject({
      'line total': 'lines.net',
      shipping: 'orders.shipping',
      amount: 'orders.sales',
    });
  });

  it('what differs between the lines of an order belongs to the line', () => {
    const found = proposeFor(
      ['order id', 'customer id', 'order date', 'sku', 'qty', 'amount', 'tax'],
      (index) => [
        `O${Math.floor(index / 2)}`,
        customer(Math.floor(index / 2)),
        isoDay(Math.floor(index / 2)),
        `P${index % 7}`,
        (index % 3) + 1,
        `${index}.25`,
        `${index % 5}.10`,
      ],
    );
    expect(targetsOf(found)).toMatchObject({ amount: 'lines.net', tax: 'lines.tax' });
  });

  it('asks when an amount is repeated in all rows of an order that has no lines', () => {
    const found = proposeFor(['order id', 'customer id', 'order date', 'total', 'note'], (index) => [
      `O${Math.floor(index / 2)}`,
      customer(Math.floor(index / 2)),
      isoDay(Math.floor(index / 2)),
      `${Math.floor(index / 2)}.25`,
      `note ${index}`,
    ]);
    expect(found.questions).toEqual([expect.objectContaining({ code: 'amount-repeats' })]);
  });

  it('of two e-mail addresses the customer’s is taken, the agent’s is not', () => {
    const found = proposeFor(['Agent email', 'Customer email', 'Order date', 'Amount'], (index) => [
      `agent${index % 3}@example.com`,
      `p${index % 9}@example.com`,
      isoDay(index),
      `${index}.50`,
    ]);
    expect(targetsOf(found)['Customer email']).toBe('customers.email');
  });

  it('a bare id is the number of the row where an e-mail address names the customer', () => {
    const found = proposeFor(['id', 'email', 'rating', 'created_at'], (index) => [
      index,
      `p${index % 9}@example.com`,
      (index % 5) + 1,
      isoDay(index),
    ]);
    expect(targetsOf(found)).toEqual({
      id: 'ignore',
      email: 'customers.email',
      rating: 'surveys.score',
      created_at: 'surveys.answered_at',
    });
  });

  it('headers that are words of JavaScript are names like any other', () => {
    const found = proposeFor(['customer', 'date', 'amount', 'constructor', '__proto__'], (index) => [
      customer(index),
      isoDay(index),
      `${index}.50`,
      index % 4,
      index % 5,
    ]);
    expect(found.mapping.map(({ target }) => target)).toEqual([
      'orders.customer_id',
      'orders.ordered_at',
      'orders.sales',
      'ignore',
      'ignore',
    ]);
  });
});

describe('reasons are true', () => {
  it('says why a column is a trait, taken, personal or of no use', () => {
    const found = proposeFor(
      ['customer_id', 'date', 'amount', 'tier', 'weather', 'phone', '_fivetran_synced', 'spend'],
      (index) => [
        customer(index),
        isoDay(index),
        `${index}.50`,
        `T${(index % 9) % 3}`,
        `W${index % 7}`,
        `555-${index}`,
        isoDay(index),
        `${index}.70`,
      ],
    );
    const reasons = Object.fromEntries(found.mapping.map(({ column, reason }) => [column, reason]));
    expect(reasons).toEqual({
      customer_id: 'A known name for it, and the values fit',
      date: 'A known name for it, and the values are dates',
      amount: 'A known name for it, and the values are numbers',
      tier: 'The same in all rows of a customer in the sample',
      weather: 'No place in the data model fits, and it differs between rows of a customer',
      phone: 'A personal detail that no analysis needs',
      _fivetran_synced: 'Written by the tool that copied the data',
      spend: '“amount” fits that place better',
    });
  });
});
