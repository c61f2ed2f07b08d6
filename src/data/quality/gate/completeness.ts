import { canonicalTables, type TableName } from '../../tables/canonical-tables.ts';
import { moves } from './check.ts';

/** Columns whose emptiness says something by itself, or that most sources don't have. */
const mayBeEmpty: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  customers: ['account_id', 'acq_campaign'],
  orders: [
    'customer_id',
    'discount',
    'refund',
    'coupon',
    'shipping',
    'tax',
    'promised_at',
    'delivered_at',
    'guest_name',
  ],
  lines: ['discount', 'line_no', 'is_return'],
  deals: ['closed_at', 'is_won'],
  interactions: ['campaign_id', 'outcome', 'agent_id'],
  tickets: ['first_reply_at', 'solved_at', 'reopened', 'csat', 'severity'],
  campaigns: ['ends_on'],
  surveys: ['comment', 'customer_id', 'item'],
  referrals: ['value', 'referred_at'],
  stage_events: ['from_stage'],
  costs: ['capacity_minutes', 'period'],
};

/** What is missing with a column, and where. Other columns: it shows when you ask by them. */
const consequences: Readonly<Record<string, { readonly how: string; readonly analyses: readonly string[] }>> =
  {
    'lines.cost': { how: 'Margin is unknown for every order with such a line.', analyses: moves.margin },
    'lines.product_id': {
      how: 'Categories and pairs of products leave these lines out.',
      analyses: ['segment-profile'],
    },
    'products.unit_cost': {
      how: 'Margin is unknown for every order of such a product.',
      analyses: moves.margin,
    },
    'products.category': {
      how: 'The number of categories bought is too low.',
      analyses: ['segment-profile'],
    },
    'orders.currency': {
      how: 'Their amounts are taken to be in the commonest currency.',
      analyses: moves.money,
    },
    'orders.gross': {
      how: 'Goods before discount are worked out from net and refund.',
      analyses: moves.money,
    },
  };

/** A column that should be filled. */
export interface ExpectedColumn {
  readonly name: string;
  readonly meaning: string;
  readonly how: string;
  readonly analyses: readonly string[];
}

/** The columns of a table whose emptiness is worth a word. */
export const expectedColumns = (table: TableName): readonly ExpectedColumn[] => {
  const definition = canonicalTables.find(({ name }) => name === table);
  return (definition?.columns ?? [])
    .filter((column) => !column.required && !mayBeEmpty[table]?.includes(column.name))
    .map(({ name, meaning }) => ({
      name,
      meaning,
      ...(consequences[`${table}.${name}`] ?? {
        how: 'These rows are left out where you ask by this column, and in rules of segments.',
        analyses: moves.nothing,
      }),
    }));
};
