import { beforeAll, describe, expect, it } from 'vitest';
import type { QualityReport } from '../../src/data/quality/finding.ts';
import { sharedData, hasSharedData } from '../support/golden-data.ts';
import { valueOf } from '../support/engine.ts';
import { openQualityBench, type QualityBench } from '../support/quality.ts';

let bench: QualityBench;
let report: QualityReport;

const retail = `read_csv('imp/retail.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
  'InvoiceNo': 'VARCHAR', 'StockCode': 'VARCHAR', 'Description': 'VARCHAR', 'Quantity': 'INTEGER',
  'InvoiceDate': 'TIMESTAMP', 'UnitPrice': 'DECIMAL(18,4)', 'CustomerID': 'VARCHAR', 'Country': 'VARCHAR'})`;

describe.skipIf(!hasSharedData)('the quality gate on Online Retail', () => {
  beforeAll(async () => {
    bench = await openQualityBench();
    const file = new File([new Uint8Array(sharedData('online_retail/online_retail.csv.gz'))], 'retail.csv');
    valueOf(await bench.session.registerFile('imp/retail.csv', file));
    await bench.fill([
      `create temp table retail as select *, nullif(split_part(CustomerID, '.', 1), '') as customer,
         (Quantity * UnitPrice)::DECIMAL(18, 4) as amount from ${retail}`,
      `insert into customers (customer_id, country) select customer, any_value(Country) from retail where customer is not null group by customer`,
      `insert into products (product_id, name) select StockCode, coalesce(mode(Description), StockCode) from retail group by StockCode`,
      `insert into orders (order_id, customer_id, ordered_at, gross, refund, net, currency, status)
       select InvoiceNo, any_value(customer), min(InvoiceDate), sum(greatest(amount, 0)), sum(greatest(-amount, 0)), sum(amount), 'GBP', 'completed'
       from retail group by InvoiceNo`,
      `insert into lines (order_id, line_no, product_id, quantity, unit_price, net, is_return)
       select InvoiceNo, row_number() over (), StockCode, Quantity, UnitPrice, amount, amount < 0 or Quantity < 0 from retail`,
      'drop table retail',
    ]);
    report = await bench.report('2011-12-10');
  });

  const counted = (id: string): readonly (number | undefined)[] => {
    const found = report.findings.find((one) => one.id === id);
    return [found?.count, found?.population];
  };

  it('finds what is known of these data', () => {
    expect(counted('orders/guests')).toEqual([3_710, 25_900]);
    // 10,624 lines have negative quantities, 9,288 of them on invoices that begin with C.
    expect(counted('lines/uncredited')).toEqual([1_336, 10_624]);
    expect(counted('lines/negative-prices')).toEqual([2, 541_909]);
    expect(report.findings.find(({ id }) => id === 'orders/guests')?.effect.revenue).toBeCloseTo(
      1_447_682.12,
      2,
    );
    expect(report.revenue).toBeCloseTo(9_747_747.934, 3);
    expect(report.traceability.revenue.share).toBeCloseTo(0.8515, 4);
    expect(report.findings.map(({ id }) => id)).not.toContain('orders/tests');
  });

  it('tells charges from products as a list of codes made by hand does, with a next-day carriage that such lists leave out', async () => {
    const byHand = await bench.rows(`select count(*)::double as n, sum(net)::double as net from lines
      where product_id in ('POST', 'DOT', 'C2', 'M', 'm', 'D', 'S', 'B', 'BANK CHARGES', 'AMAZONFEE', 'CRUK',
        '23444', '23574', '23595')`);
    const charges = report.findings.find(({ id }) => id === 'lines/charges');
    expect(charges?.count).toBe(byHand[0]?.['n']);
    expect(charges?.effect.revenue).toBeCloseTo(Number(byHand[0]?.['net']), 4);
  });

  it('is the sum of its treatments', async () => {
    const applied = await bench.treat(
      { kind: 'exclude-non-product-lines' },
      { kind: 'exclude-zero-value-orders' },
      { kind: 'limit-outliers', how: 'exclude', deviations: 5 },
    );
    const change = applied.reduce((sum, { revenueChange }) => sum + revenueChange, 0);
    const after = await bench.report('2011-12-10');
    expect(after.revenue - report.revenue).toBeCloseTo(change, 2);
    const ids = after.findings.map(({ id }) => id);
    for (const id of ['lines/charges', 'orders/worthless', 'orders/large']) expect(ids).not.toContain(id);
    await bench.treat();
    expect((await bench.report('2011-12-10')).revenue).toBe(report.revenue);
  });
});
