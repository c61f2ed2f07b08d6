import { type Result } from '../../src/core/result.ts';
import { orderFactsSql } from '../../src/data/facts/order-facts.ts';
import type { AppliedTreatment, Finding, QualityReport } from '../../src/data/quality/finding.ts';
import type { DuplicateReview } from '../../src/data/quality/duplicates/duplicate-pair.ts';
import { usualRules, type QualityRules } from '../../src/data/quality/rules/quality-rules.ts';
import type { Treatment } from '../../src/data/quality/treatment.ts';
import type { Row } from '../../src/data/row.ts';
import { canonicalTables } from '../../src/data/tables/canonical-tables.ts';
import { createTableSql } from '../../src/data/tables/table.ts';
import { inspectQuality } from '../../src/engine/service/data-quality.ts';
import { DatasetDictionary } from '../../src/engine/service/dataset-dictionary.ts';
import type { DuckDBSession } from '../../src/engine/service/duckdb-session.ts';
import { findDuplicateCustomers } from '../../src/engine/service/duplicate-customers.ts';
import { uninterrupted } from '../../src/engine/service/job.ts';
import { rawTables } from '../../src/engine/service/treatments.ts';
import { openTestStore } from './store.ts';
import { valueOf } from './value-of.ts';

/** The engine's quality gate and treatments over hand-written tables. */
export interface QualityBench {
  readonly session: DuckDBSession;
  /** Replaces all data by what these statements put into the empty canonical tables. */
  fill(statements: readonly string[]): Promise<void>;
  rows(sql: string): Promise<readonly Row[]>;
  report(today?: `${number}-${number}-${number}`, rules?: QualityRules): Promise<QualityReport>;
  /** The finding of that id; undefined when it is not there. */
  finding(id: string, today?: `${number}-${number}-${number}`): Promise<Finding | undefined>;
  treat(...treatments: readonly Treatment[]): Promise<readonly AppliedTreatment[]>;
  tryTreat(treatments: readonly Treatment[], isCancelled?: () => boolean): Promise<Result<unknown>>;
  duplicates(least?: number): Promise<DuplicateReview>;
  /** Names of tables that are kept as loaded beside treated ones. */
  raw(): Promise<readonly string[]>;
}

const now = (): number => performance.now();

/** Opens DuckDB as the app does, without data. */
export const openQualityBench = async (): Promise<QualityBench> => {
  const { session, store } = await openTestStore();
  const exec = async (sql: string): Promise<void> => {
    const done = await session.exec(sql);
    if (!done.ok) throw new Error(`${JSON.stringify(done.error)}\n${sql}`);
  };
  const reports = new Map<string, QualityReport>();
  const bench: QualityBench = {
    session,
    fill: async (statements) => {
      reports.clear();
      const fill = async () => {
        for (const table of canonicalTables) await exec(createTableSql(table));
        for (const statement of statements) await exec(statement);
        return { ok: true as const, value: undefined };
      };
      valueOf(await store.replace(fill, uninterrupted));
    },
    rows: async (sql) => valueOf(await session.rows(sql)),
    report: async (today = '2030-01-01', rules = usualRules) => {
      const dictionary = new DatasetDictionary(session, store);
      return valueOf(await inspectQuality({ session, store, dictionary, now }, today, rules, uninterrupted));
    },
    finding: async (id, today = '2030-01-01') => {
      const known = reports.get(today) ?? (await bench.report(today));
      reports.set(today, known);
      return known.findings.find((one) => one.id === id);
    },
    treat: async (...treatments) => {
      reports.clear();
      return valueOf(await store.treat(treatments, uninterrupted));
    },
    tryTreat: (treatments, isCancelled = () => false) => store.treat(treatments, { isCancelled }),
    duplicates: async (least = usualRules.duplicateScore) =>
      valueOf(await findDuplicateCustomers({ session, store, now }, least, uninterrupted)),
    raw: async () => [...valueOf(await rawTables(session, uninterrupted))].sort(),
  };
  return bench;
};

/** Statement that puts orders into the tables: id, customer, moment, gross, and whatever else as `column: SQL`. */
export const orderRow = (
  id: string,
  customer: string | null,
  moment: string,
  gross: number,
  others: Readonly<Record<string, string>> = {},
): string => {
  const refund = Number(others['refund'] ?? 0);
  const discount = Number(others['discount'] ?? 0);
  const columns = { net: String(gross - discount - refund), ...others };
  return `insert into orders (order_id, customer_id, ordered_at, gross, ${Object.keys(columns).join(', ')})
    values ('${id}', ${customer === null ? 'null' : `'${customer}'`}, timestamp '${moment}', ${gross}, ${Object.values(columns).join(', ')})`;
};

/** Statement that puts a line into the tables. */
export const lineRow = (
  order: string,
  product: string,
  quantity: number,
  net: number,
  others: Readonly<Record<string, string>> = {},
): string =>
  `insert into lines (order_id, product_id, quantity, net, is_return${Object.keys(others)
    .map((name) => `, ${name}`)
    .join('')})
   values ('${order}', '${product}', ${quantity}, ${net}, ${net < 0 || quantity < 0}${Object.values(others)
     .map((value) => `, ${value}`)
     .join('')})`;

/** `order_facts` as it would be built from the tables as they are: to check that treatments rebuild it. */
export const freshFacts = `select * from (${orderFactsSql}) order by order_id`;

/** Statement that puts a customer into the tables. */
export const customerRow = (id: string, columns: Readonly<Record<string, string>> = {}): string =>
  `insert into customers (customer_id${Object.keys(columns)
    .map((name) => `, ${name}`)
    .join('')})
   values ('${id}'${Object.values(columns)
     .map((value) => `, ${value}`)
     .join('')})`;

/** What a finding counts, of how many, with its revenue and customers. */
export const shortly = (finding: Finding | undefined): Readonly<Record<string, number | null>> | undefined =>
  finding && {
    count: finding.count,
    of: finding.population,
    revenue: finding.effect.revenue,
    customers: finding.effect.customers,
  };

/** A shop with something of everything to treat: nine orders of five customers and guests. */
export const untidyShop: readonly string[] = [
  `insert into customers (customer_id, name, email, first_seen, country, consent) values
     ('a', 'Ann', 'ann@x.co', date '2024-01-05', null, true), ('b', 'Ann S', null, date '2024-01-01', 'GB', false),
     ('t', 'Test', null, null, null, null), ('0', null, null, null, null, null)`,
  `create table customer_attributes (customer_id varchar, attr_tier varchar)`,
  `insert into customer_attributes values ('a', null), ('b', 'gold')`,
  `insert into products (product_id, name) values ('p', 'Mug'), ('POST', 'Postage')`,
  orderRow('1', 'a', '2024-01-01 10:00:00', 25, { currency: "'EUR'" }),
  orderRow('2', 'b', '2024-01-02 10:00:00', 10, { currency: "'USD'" }),
  orderRow('3', 't', '2024-01-03 10:00:00', 30, { currency: "'EUR'" }),
  orderRow('4', '0', '2024-01-04 10:00:00', 40, { currency: "'EUR'" }),
  orderRow('5', null, '2024-01-05 10:00:00', 5, { guest_name: "' Cy  Dee '", currency: "'EUR'" }),
  orderRow('6', 'a', '2024-01-06 10:00:00', 0, { currency: "'EUR'" }),
  orderRow('7', 'a', '2031-01-07 10:00:00', 70, { currency: "'EUR'" }),
  orderRow('8', 'a', '2024-01-01 10:00:00', 25, { currency: "'EUR'" }),
  orderRow('9', null, '2024-01-09 10:00:00', 5, { currency: "'EUR'" }),
  lineRow('1', 'p', 2, 20, { cost: '8' }),
  lineRow('1', 'POST', 1, 5),
  lineRow('2', 'p', 1, 10, { cost: '4', unit_price: '10' }),
  lineRow('3', 'p', 3, 30),
  lineRow('8', 'p', 2, 20, { cost: '8' }),
  lineRow('8', 'POST', 1, 5),
  lineRow('9', 'POST', 1, 5),
  lineRow('orphan', 'p', 1, 3),
  `insert into tickets (ticket_id, customer_id, opened_at) values ('x', 'b', timestamp '2024-01-01')`,
  `insert into referrals (from_customer_id, to_customer_id) values ('a', 'b'), ('b', 't')`,
];
