import { valueOf } from './engine.ts';
import type { TestEngine } from './engine.ts';
import { sharedData } from './golden-data.ts';

/** The orders that the R package rfm ships (4,906 of 995 customers), each row an order of its own. */
export const loadRfmPackageOrders = async (engine: TestEngine): Promise<void> => {
  await engine.createCanonicalTables();
  const bytes = new Uint8Array(sharedData('rfm_pkg/rfm_data_orders.csv'));
  valueOf(await engine.session.registerFile('imp/rfm_orders.csv', new File([bytes], 'rfm_orders.csv')));
  await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, discount, refund, net, status)
    select (row_number() over ())::VARCHAR, customer_id, order_date::TIMESTAMP, revenue::DECIMAL(18, 4), 0, 0,
      revenue::DECIMAL(18, 4), 'completed'
    from read_csv('imp/rfm_orders.csv', header = true, all_varchar = true)`);
};
