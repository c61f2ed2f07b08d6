import { quoteIdentifier } from '../../sql/quote-identifier.ts';
import { canonicalTables, type TableName } from '../../tables/canonical-tables.ts';
import { earliestDay } from '../rules/test-orders.ts';
import { dayText, momentText, moneyText, numberText } from './example-sql.ts';
import { moves, type Check, type GateRelation } from './check.ts';
import type { GateFacts } from './gate-facts.ts';

const known =
  'select customer_id from customers union all select customer_id from orders where customer_id is not null';

const strangers = (column: string, unit: string): Check => ({
  id: column === 'customer_id' ? 'strangers' : `strangers-${column}`,
  title: `${unit.charAt(0).toUpperCase()}${unit.slice(1)} of unknown customers`,
  severity: 'warning',
  column,
  where: `${column} is not null and ${column} not in (select customer_id from gate_known)`,
  among: `${column} is not null`,
  unit,
  explanation: 'The customer is neither among the customers nor among those who ordered.',
  how: 'They are told of no customer, so they show in no profile.',
  analyses: moves.service,
  example: `'not found'`,
});

const outside = (column: string, low: number, high: number, unit: string, among?: string): Check => ({
  id: `range-${column}`,
  title: `Values outside of ${low} to ${high}`,
  severity: 'warning',
  column,
  where: `(${column} < ${low} or ${column} > ${high})${among ? ` and ${among}` : ''}`,
  among: `${column} is not null${among ? ` and ${among}` : ''}`,
  unit,
  explanation: `The scale goes from ${low} to ${high}.`,
  how: 'Averages are off, as another scale may have been mixed in.',
  analyses: moves.service,
  example: numberText(column),
});

const reversed = (early: string, late: string, title: string, unit: string): Check => ({
  id: `order-${late}`,
  title,
  severity: 'warning',
  column: late,
  where: `${late}::DATE < ${early}::DATE`,
  among: `${late} is not null and ${early} is not null`,
  unit,
  explanation: 'The later of the two dates lies before the earlier one.',
  how: 'Durations are negative.',
  analyses: moves.nothing,
  example: `${momentText(early)} || ', then ' || ${momentText(late)}`,
});

const impossible = (column: string, unit: string, after: string): Check => ({
  id: `days-${column}`,
  title: 'Days that can’t be right',
  severity: 'warning',
  column,
  where: `${column}::DATE > date '${after}' or ${column}::DATE < date '${earliestDay}'`,
  among: `${column} is not null`,
  unit,
  explanation: `Before 1990 or after ${after}.`,
  how: 'They are left out of anything as of an earlier day, or make relationships old.',
  analyses: moves.service,
  example: dayText(column),
});

const negative = (column: string, unit: string): Check => ({
  id: `negative-${column}`,
  title: 'Negative amounts',
  severity: 'warning',
  column,
  where: `${column} < 0`,
  among: `${column} is not null`,
  unit,
  explanation: 'The amount is below zero: a correction, or the other sign convention.',
  how: 'It is subtracted from costs.',
  analyses: moves.margin,
  example: moneyText(column),
});

const checksOf = (table: TableName, unit: string, { after }: GateFacts): readonly Check[] => {
  switch (table) {
    case 'tickets':
      return [
        strangers('customer_id', unit),
        reversed('opened_at', 'solved_at', 'Solved before opened', unit),
        reversed('opened_at', 'first_reply_at', 'Answered before opened', unit),
        impossible('opened_at', unit, after),
        outside('csat', 1, 5, unit),
      ];
    case 'interactions':
      return [strangers('customer_id', unit), impossible('occurred_at', unit, after)];
    case 'surveys':
      return [
        strangers('customer_id', unit),
        impossible('answered_at', unit, after),
        outside('score', 0, 10, unit, `lower(instrument) = 'nps'`),
      ];
    case 'deals':
      return [
        strangers('customer_id', unit),
        reversed('opened_at', 'closed_at', 'Closed before opened', unit),
        negative('amount', unit),
      ];
    case 'usage':
      return [strangers('customer_id', unit)];
    case 'stage_events':
      return [strangers('customer_id', unit), impossible('occurred_at', unit, after)];
    case 'referrals':
      return [strangers('from_customer_id', unit), strangers('to_customer_id', unit)];
    case 'campaigns':
      return [reversed('starts_on', 'ends_on', 'Ended before it began', unit), negative('cost', unit)];
    case 'costs':
      return [negative('amount', unit)];
    default:
      return [];
  }
};

const wordsOf = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** Every table besides customers, orders, lines and products. Their rows carry no revenue. */
export const recordRelations = (facts: GateFacts): readonly GateRelation[] =>
  canonicalTables
    .filter(({ name }) => !['customers', 'orders', 'lines', 'products'].includes(name))
    .map((table) => {
      const unit = wordsOf(table.title);
      const columns = table.columns.map(({ name }) => name);
      const person = columns.find((name) => name === 'customer_id' || name === 'from_customer_id');
      return {
        table: table.name,
        unit,
        hasColumns: true,
        ...(table.key.length > 0
          ? { key: table.key.length === 1 ? (table.key[0] ?? '') : `hash(${table.key.join(', ')})` }
          : {}),
        sql: `select *, null::DOUBLE as gate_money, ${person ?? 'null::VARCHAR'} as gate_customer,
          ${quoteIdentifier(columns[0] ?? '')}::VARCHAR as gate_name from ${table.name}`,
        checks: checksOf(table.name, unit, facts),
      };
    });

/** Customers who are known at all, for the checks that ask for them. */
export const knownCustomersSql = known;
