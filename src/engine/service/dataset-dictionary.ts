import { isDay } from '../../core/day.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Need } from '../../analyses/analysis.ts';
import type { Cell, Row } from '../../data/row.ts';
import { orderDaysSql } from '../../data/facts/order-days.ts';
import { columnKind, type ProfileColumn } from '../../data/segments/profile-column.ts';
import { quoteIdentifier } from '../../data/sql/quote-identifier.ts';
import type { DatasetDescription, LoadedColumn, LoadedTable } from '../contract.ts';
import { listCommonValues } from './common-values.ts';
import { keptTables, type DataStore } from './data-store.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Job } from './job.ts';

const hasRange = (column: ProfileColumn): boolean => ['number', 'day'].includes(columnKind(column));

const edge = (value: Cell | undefined): number | string | undefined =>
  typeof value === 'number' || typeof value === 'string' ? value : undefined;

const profileExpressions = (column: ProfileColumn, position: number): string => {
  const name = quoteIdentifier(column.name);
  const parts = [`count(${name})::double as known_${position}`];
  if (hasRange(column)) {
    const cast = columnKind(column) === 'number' ? '::double' : '::date';
    parts.push(`min(${name})${cast} as min_${position}`, `max(${name})${cast} as max_${position}`);
  }
  return parts.join(', ');
};

/** What is in the tables: counts, ranges and, where asked for, common values. Kept until the data change. */
export class DatasetDictionary {
  readonly #session: DuckDBSession;
  readonly #store: Pick<DataStore, 'generation'>;
  /** Tables that were described, and the same with common values. */
  readonly #listed = new WeakMap<LoadedTable, LoadedTable>();
  #generation = -1;
  #tables: readonly LoadedTable[] = [];
  #facts: Omit<DatasetDescription, 'tables' | 'profile'> = { fingerprint: '', currencies: [] };

  constructor(session: DuckDBSession, store: Pick<DataStore, 'generation'>) {
    this.#session = session;
    this.#store = store;
  }

  /** The loaded tables and what is known of the orders, without the profiles. */
  async describe(job: Job): Promise<Result<Omit<DatasetDescription, 'profile'>>> {
    if (this.#generation !== this.#store.generation) {
      const generation = this.#store.generation;
      const tables = await this.#describeTables(job);
      if (!tables.ok) return tables;
      const facts = await this.#describeOrders(tables.value, job);
      if (!facts.ok) return facts;
      this.#tables = tables.value;
      this.#facts = facts.value;
      this.#generation = generation;
    }
    return ok({ ...this.#facts, tables: this.#tables });
  }

  /** Tables and columns (`table.column`) of these needs that hold nothing. */
  async missing(needs: readonly Need[], job: Job): Promise<Result<readonly string[]>> {
    const description = await this.describe(job);
    if (!description.ok) return description;
    const missing = needs.flatMap((need) => {
      const table = description.value.tables.find(({ name }) => name === need.table);
      if (!table) return [need.table];
      return (need.columns ?? [])
        .filter((wanted) => !table.columns.some(({ name, known }) => name === wanted && known > 0))
        .map((column) => `${need.table}.${column}`);
    });
    return ok(missing);
  }

  /** One table or view, without common values; undefined when it is empty. */
  async describeTable(name: string, job: Job): Promise<Result<LoadedTable | undefined>> {
    const table = quoteIdentifier(name);
    const described = await this.#session.rows(`describe ${table}`, job);
    if (!described.ok) return described;
    const types = described.value.map((row) => ({
      name: String(row['column_name']),
      type: String(row['column_type']),
    }));
    const counted = await this.#session.rows(
      `select count(*)::double as row_count, ${types.map(profileExpressions).join(', ')} from ${table}`,
      job,
    );
    if (!counted.ok) return counted;
    const counts = counted.value[0] ?? {};
    const rows = Number(counts['row_count'] ?? 0);
    if (rows === 0) return ok(undefined);
    return ok({
      name,
      rows,
      columns: types.map((column, position) => this.#column(column, position, counts)),
    });
  }

  /** These tables with their common values, which take longer to find than counts. Kept until the data change. */
  async withValues(tables: readonly LoadedTable[], job: Job): Promise<Result<readonly LoadedTable[]>> {
    const listed: LoadedTable[] = [];
    for (const table of tables) {
      const known = this.#listed.get(table);
      const values = known ? ok(known) : await listCommonValues(this.#session, table, job);
      if (!values.ok) return values;
      this.#listed.set(table, values.value);
      listed.push(values.value);
    }
    return ok(listed);
  }

  #column({ name, type }: ProfileColumn, position: number, counts: Row): LoadedColumn {
    const min = edge(counts[`min_${position}`]);
    const max = edge(counts[`max_${position}`]);
    return {
      name,
      type,
      known: Number(counts[`known_${position}`] ?? 0),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    };
  }

  async #describeTables(job: Job): Promise<Result<readonly LoadedTable[]>> {
    const tables: LoadedTable[] = [];
    for (const name of keptTables) {
      const table = await this.describeTable(name, job);
      if (!table.ok) return table;
      if (table.value) tables.push(table.value);
    }
    return ok(tables);
  }

  async #describeOrders(
    tables: readonly LoadedTable[],
    job: Job,
  ): Promise<Result<Omit<DatasetDescription, 'tables' | 'profile'>>> {
    const fingerprint = await fingerprintOf(this.#session, tables, job);
    if (!fingerprint.ok) return fingerprint;
    const days = await this.#session.rows(orderDaysSql('order_facts', 'order_date'), job);
    if (!days.ok) return days;
    const currencies = await this.#session.rows(
      `select currency as code, count(*)::double as orders from order_facts where currency is not null
       group by all order by orders desc, code`,
      job,
    );
    if (!currencies.ok) return currencies;
    const first = days.value[0]?.['first_order'];
    const last = days.value[0]?.['last_order'];
    return ok({
      fingerprint: fingerprint.value,
      ...(typeof first === 'string' && isDay(first) ? { firstOrder: first } : {}),
      ...(typeof last === 'string' && isDay(last) ? { lastOrder: last } : {}),
      currencies: currencies.value.map((row) => ({
        code: String(row['code']),
        orders: Number(row['orders']),
      })),
    });
  }
}
