import { addDays, type Day } from '../../../core/day.ts';
import type { Row } from '../../row.ts';
import { boundOf, countsSql, salesSql, spreadSql } from '../rules/order-values.ts';
import type { QualityRules } from '../rules/quality-rules.ts';
import type { AppliedTreatment } from '../finding.ts';
import type { Treatment } from '../treatment.ts';

/** What the checks must know of the data as a whole. */
export interface GateFacts {
  readonly rules: QualityRules;
  /** The last day on which an order can have been placed. */
  readonly after: Day;
  /** All net revenue of orders that count. */
  readonly revenue: number;
  /** Size from which an order is unusually large; null when it can't be said. */
  readonly largeOrder: number | null;
  readonly smallOrder: number | null;
  readonly largeQuantity: number | null;
  readonly largePrice: number | null;
  /** The commonest currency, when there are several. */
  readonly mainCurrency: string | null;
  /** Orders without customer (or with one who stands for nobody) that carry an address or a name. */
  readonly hasNamedGuests: boolean;
  /** Some order has a time of day. */
  readonly hasTimes: boolean;
  /** Kept tables that hold rows. */
  readonly filled: ReadonlySet<string>;
  readonly applied: ReadonlySet<Treatment['kind']>;
}

/** Query of the facts: one row. */
export const gateFactsSql = `
  with counted as (select *, ${salesSql} as sales from orders where ${countsSql}),
  currencies as (
    select upper(currency) as code, count(*) as n from counted where currency is not null group by 1
  )
  select
    (select coalesce(sum(net), 0) from counted)::DOUBLE as revenue,
    (select case when count(*) > 1 then arg_max(code, (n, code)) end from currencies) as main_currency,
    exists (from orders where guest_name is not null) as has_named_guests,
    exists (from orders where ordered_at <> ordered_at::DATE::TIMESTAMP) as has_times,
    sizes.*, pieces.*
  from (select ${spreadSql('sales', 'order')} from counted) as sizes,
    (select ${spreadSql('quantity', 'quantity')}, ${spreadSql('unit_price', 'price')} from lines) as pieces`;

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const boundFrom = (row: Row | undefined, prefix: string, deviations: number): number | null =>
  boundOf(
    numberOf(row?.[`${prefix}_n`]),
    numberOf(row?.[`${prefix}_centre`]),
    numberOf(row?.[`${prefix}_spread`]),
    deviations,
  );

/** The facts from the row of {@link gateFactsSql} and what else is known; `today` is the last day on which something can have happened. */
export const readGateFacts = (
  row: Row | undefined,
  today: Day,
  rules: QualityRules,
  filled: ReadonlySet<string>,
  applied: readonly AppliedTreatment[],
): GateFacts => ({
  rules,
  after: addDays(today, rules.futureDays),
  filled,
  applied: new Set(applied.map(({ treatment }) => treatment.kind)),
  revenue: numberOf(row?.['revenue']) ?? 0,
  largeOrder: boundFrom(row, 'order', rules.outlierDeviations),
  smallOrder: boundFrom(row, 'order', -rules.outlierDeviations),
  largeQuantity: boundFrom(row, 'quantity', rules.outlierDeviations),
  largePrice: boundFrom(row, 'price', rules.outlierDeviations),
  mainCurrency: typeof row?.['main_currency'] === 'string' ? row['main_currency'] : null,
  hasNamedGuests: row?.['has_named_guests'] === true,
  hasTimes: row?.['has_times'] === true,
});
