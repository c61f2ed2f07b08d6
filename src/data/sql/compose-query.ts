import { scanSql } from './scan-sql.ts';

/**
 * The customers that a query is about, as conditions over `customer_profiles` that are never null. `segment` absent:
 * everyone, and with them the orders that have no customer. `comparison` absent: everyone who is not in the segment.
 */
export interface QueryScope {
  readonly segment?: string | undefined;
  readonly comparison?: string | undefined;
}

/** Strips leading comments and a leading `with`, so that relations can be put before those of the query. */
const splitQuery = (sql: string): { comments: string; isRecursive: boolean; head: string; body: string } => {
  const pieces = scanSql(sql);
  const first = pieces.findIndex((piece) => piece.kind !== 'comment' && piece.text.trim() !== '');
  const join = (from: number, to?: number): string =>
    pieces
      .slice(from, to)
      .map((piece) => piece.text)
      .join('');
  const comments = join(0, Math.max(first, 0)).trim();
  const rest = join(Math.max(first, 0)).trim().replace(/;\s*$/, '');
  const start = /^with\s+(recursive\s+)?/i.exec(rest);
  return start
    ? { comments, isRecursive: start[1] !== undefined, head: ',\n', body: rest.slice(start[0].length) }
    : { comments, isRecursive: false, head: '\n', body: rest };
};

const scopedCustomers = (segment: string | undefined): string =>
  `select * from customer_profiles${segment === undefined ? '' : ` where ${segment}`}`;

const comparisonCustomers = ({ segment, comparison }: QueryScope): string => {
  if (comparison !== undefined) return `select * from customer_profiles where ${comparison}`;
  return `select * from customer_profiles where ${segment === undefined ? 'false' : `not (${segment})`}`;
};

const scopedOrders = (segment: string | undefined): string =>
  segment === undefined
    ? 'select * from order_facts where order_date <= $as_of'
    : 'select * from order_facts where order_date <= $as_of and customer_id in (select customer_id from scoped_customers)';

const scopedLines = `select l.order_id, o.customer_id, o.order_date, o.order_month, l.line_no, l.product_id,
    coalesce(p.name, l.product_id) as product_name, p.category, l.quantity, l.unit_price, l.discount, l.net, l.cost,
    coalesce(l.is_return, false) as is_return
  from lines l join scoped_orders o on o.order_id = l.order_id left join products p on p.product_id = l.product_id`;

/** Names of what {@link composeQuery} can put before a query; each may use the ones before it. */
const relationNames = ['scoped_customers', 'comparison_customers', 'scoped_orders', 'scoped_lines'] as const;

/** Whether a query names a relation outside of comments. */
export const usesName = (sql: string, name: string): boolean =>
  scanSql(sql).some((piece) => piece.kind !== 'comment' && new RegExp(`\\b${name}\\b`, 'i').test(piece.text));

/**
 * Puts the relations that an analysis is written over before its query (only those it uses):
 * - `scoped_customers`: all columns of `customer_profiles`, customers in the segment;
 * - `comparison_customers`: the same columns, customers in the comparison; empty when there is no segment;
 * - `scoped_orders`: `order_facts` of those customers up to `$as_of`; without a segment also orders without customer;
 * - `scoped_lines`: the lines of those orders with `product_name` (the id when unnamed) and `category`.
 *
 * The query starts with `with` or `select`. Parameters are still to be bound ({@link bindParams}).
 */
export const composeQuery = (sql: string, scope: QueryScope): string => {
  const { comments, isRecursive, head, body } = splitQuery(sql);
  const texts: Record<(typeof relationNames)[number], string> = {
    scoped_customers: scopedCustomers(scope.segment),
    comparison_customers: comparisonCustomers(scope),
    scoped_orders: scopedOrders(scope.segment),
    scoped_lines: scopedLines,
  };
  let used = '';
  let text = body;
  for (const name of relationNames.toReversed()) {
    if (!usesName(text, name)) continue;
    const relation = `${name} as (\n  ${texts[name]}\n)`;
    used = used === '' ? relation : `${relation},\n${used}`;
    text = `${texts[name]} ${text}`;
  }
  const opening = comments === '' ? '' : `${comments}\n`;
  const withWord = isRecursive ? 'with recursive' : 'with';
  if (used === '') return `${opening}${head === '\n' ? '' : `${withWord} `}${body}`;
  return `${opening}${withWord} ${used}${head}${body}`;
};
