import { quoteIdentifier } from '../../data/sql/quote-identifier.ts';
import { customerAttributesTable, canonicalTables } from '../../data/tables/canonical-tables.ts';
import { createTableSql, type ColumnDefinition, type SqlType } from '../../data/tables/table.ts';

/** Rows of each invented table: enough for every customer to have bought more than once. */
const rows = 60;

/** Invented values by type; `i` is the number of the row. */
const valueOfType: Readonly<Record<SqlType, string>> = {
  VARCHAR: "'text ' || i % 3",
  INTEGER: 'i % 4',
  DOUBLE: 'i % 5',
  'DECIMAL(18,4)': '10 + i % 7',
  DATE: "date '2024-01-01' + (i * 9)::integer",
  TIMESTAMP: "timestamp '2024-01-01' + i * interval 9 day",
  BOOLEAN: 'i % 2 = 0',
};

/** Invented keys, so that the tables belong together. */
const valueOfName: Readonly<Record<string, string>> = {
  customer_id: "'customer ' || i % 12",
  order_id: "'order ' || i",
  product_id: "'product ' || i % 5",
  status: "'completed'",
};

const inventedValue = ({ name, type }: Pick<ColumnDefinition, 'name' | 'type'>): string =>
  `(${valueOfName[name] ?? valueOfType[type]})::${type} as ${quoteIdentifier(name)}`;

/** A kept table in small: how it is made, and a query of what goes into it. */
interface InventedTable {
  readonly name: string;
  readonly createSql: string;
  readonly rowsSql: string;
}

/** Each kept table with a few rows that mean nothing, for the statements that warm the engine up. */
export const inventedTables: readonly InventedTable[] = [
  ...canonicalTables.map((table) => ({
    name: table.name,
    createSql: createTableSql(table),
    rowsSql: `select ${table.columns.map(inventedValue).join(', ')} from range(${rows}) as invented (i)`,
  })),
  {
    name: customerAttributesTable,
    createSql: `create table ${customerAttributesTable} (customer_id varchar, attr_kind varchar)`,
    rowsSql: `select 'customer ' || i as customer_id, 'kind ' || i % 2 as attr_kind from range(12) as invented (i)`,
  },
];
