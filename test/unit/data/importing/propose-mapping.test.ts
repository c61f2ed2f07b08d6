import { describe, expect, it } from 'vitest';
import { attributeName } from '../../../../src/data/importing/mapping/customer-attributes.ts';
import { normaliseHeader } from '../../../../src/data/importing/mapping/normalise-header.ts';
import { inspectFiles } from '../../../../src/data/importing/import-session.ts';
import { valueOf } from '../../../support/engine.ts';
import { fileOf, inspectOne, testTools } from '../../../support/importing.ts';

const mappingOf = async (text: string): Promise<Record<string, string>> => {
  const { mapping } = await inspectOne(fileOf('file.csv', text));
  return Object.fromEntries(mapping.map(({ column, target }) => [column, target]));
};
const rows = (header: string, row: (index: number) => string, count = 40): string =>
  `${header}\n${Array.from({ length: count }, (_, index) => row(index)).join('\n')}\n`;
const day = (index: number): string =>
  `2024-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`;

describe('normaliseHeader', () => {
  it.each([
    ['CustomerID', 'customer id'],
    ['customer_unique_id', 'customer unique id'],
    ['Amount spent (EUR)', 'amount spent'],
    ['Größe__c', 'grosse'],
    ['Order #', 'order number'],
    ['\uFEFFRow ID', 'row id'],
  ])('%j is %j', (header, normalised) => {
    expect(normaliseHeader(header)).toBe(normalised);
  });
});

describe('proposeMapping', () => {
  it('maps the minimal log in six languages', async () => {
    for (const [customer, date, amount] of [
      ['customer_id', 'date', 'amount'],
      ['Kundennummer', 'Bestelldatum', 'Betrag'],
      ['Code client', 'Date de commande', 'Montant'],
      ['Cliente', 'Fecha', 'Importe'],
      ['ID Cliente', 'Data do pedido', 'Valor'],
      ['Codice cliente', 'Data ordine', 'Importo'],
    ])
      expect(
        await mappingOf(
          rows(`${customer},${date},${amount}`, (index) => `C${index % 9},${day(index)},${index}.50`),
        ),
      ).toEqual({
        [customer ?? '']: 'orders.customer_id',
        [date ?? '']: 'orders.ordered_at',
        [amount ?? '']: 'orders.sales',
      });
  });

  it('maps order lines, tells a discount share from an amount, and keeps traits of the customer', async () => {
    const text = rows(
      'Order No,Customer No,Order Date,SKU,Product Name,Qty,Unit Price,Discount,Loyalty Tier,Phone,Picker',
      (index) =>
        `O${index},C${index % 9},${day(index)},P${index % 4},Thing ${index % 4},${(index % 3) + 1},9.99,0.${index % 3},T${(index % 9) % 3},555-${index % 9},W${index % 7}`,
    );
    expect(await mappingOf(text)).toEqual({
      'Order No': 'orders.order_id',
      'Customer No': 'orders.customer_id',
      'Order Date': 'orders.ordered_at',
      SKU: 'lines.product_id',
      'Product Name': 'products.name',
      Qty: 'lines.quantity',
      'Unit Price': 'lines.unit_price',
      Discount: 'lines.discount_rate',
      'Loyalty Tier': 'attribute',
      Phone: 'ignore',
      Picker: 'ignore',
    });
  });

  it('maps by values alone where there is no header', async () => {
    const text = Array.from(
      { length: 40 },
      (_, index) => `C${index % 9},${day(index)},${(index % 3) + 1},${index}.95`,
    ).join('\n');
    expect(Object.values(await mappingOf(text))).toEqual([
      'orders.customer_id',
      'orders.ordered_at',
      'lines.quantity',
      'lines.net',
    ]);
  });

  it('takes sums over a history for a list of customers, not for orders', async () => {
    const text = rows(
      'customer_id,revenue,most_recent_visit,number_of_orders',
      (index) => `${index},${index * 7},${day(index)},${index % 5}`,
    );
    const inspection = await inspectOne(fileOf('customers.csv', text));
    expect(inspection.mapping.map(({ target }) => target)).toEqual([
      'customers.customer_id',
      'attribute',
      'attribute',
      'attribute',
    ]);
  });

  it('looks again with what the user corrected', async () => {
    const file = fileOf('x.csv', 'note\ncustomer;date;amount\nA;01/02/2024;1\n');
    const corrections = { 'x.csv': { dateOrder: 'dmy', dateOrderIsAGuess: false, skipLines: 1 } as const };
    const [inspection] = valueOf(await inspectFiles([file], testTools, () => undefined, corrections));
    expect(inspection?.dialect).toMatchObject({ delimiter: ';', dateOrder: 'dmy', skipLines: 1 });
    expect(inspection?.questions).toEqual([]);
  });

  it('asks for what is missing, and what to do with a file that says nothing', async () => {
    const orders = rows('order number,customer number,weather', (index) => `O${index},C${index % 9},sun`);
    expect((await inspectOne(fileOf('x.csv', orders))).questions).toEqual([
      expect.objectContaining({ code: 'mapping-incomplete', severity: 'error' }),
    ]);
    const sizes = rows('height,width', (index) => `${index}.5,${index}.7`);
    expect(await inspectOne(fileOf('x.csv', sizes))).toMatchObject({
      source: 'unknown',
      confidence: 0,
      questions: [{ code: 'not-recognised', severity: 'warning' }],
    });
  });

  it('names attributes in the way of SQL', () => {
    expect(attributeName('Year Établi (€)')).toBe('attr_year_etabli');
    expect(attributeName('!!')).toBe('attr_column');
  });
});
