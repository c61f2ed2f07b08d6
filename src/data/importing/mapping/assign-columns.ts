import type { ColumnMapping } from '../contract.ts';
import { nameFitOf } from './aliases.ts';
import { assignOneToOne } from './assign-one-to-one.ts';
import type { Grain } from './grain.ts';
import type { SampledColumn } from './mapping-sample.ts';
import { namedTargets, scoreTarget, type TargetScore } from './score-target.ts';
import { mappingTargets, type MappingTarget } from './targets.ts';

/** A column with the place that was found for it. */
export interface AssignedColumn {
  readonly mapping: ColumnMapping;
  readonly column: SampledColumn;
  /** Its name means this only in some tables. */
  readonly isVague: boolean;
}

const constant = 0.98;
const amountsOfOrder = /^orders\.(gross|net|sales|total|discount|refund)$/;
const chargesOfOrder = /^orders\.(shipping|tax)$/;
const amountsOfLine = /^lines\.(net|gross|discount|tax|shipping)$/;

/**
 * How well a column fits as one of a line or of its order, where rows are order lines: what is the same in all rows of an
 * order belongs to the order. Where that can't be seen, amounts belong to the line.
 */
const rowFitOf = (column: SampledColumn, target: string, grain: Grain): number => {
  if (grain.id !== 'order-lines-with-orders') return 1;
  const isConstant = column.perOrder !== undefined && column.perOrder >= constant;
  if (amountsOfOrder.test(target)) return isConstant ? 1 : 0;
  if (chargesOfOrder.test(target)) return isConstant ? 1 : column.perOrder === undefined ? 0.9 : 0.3;
  return amountsOfLine.test(target) && isConstant ? 0.5 : 1;
};

const targetsOf = (grain: Grain): readonly MappingTarget[] =>
  mappingTargets.filter(
    ({ table, target, isRepeatable }) =>
      !isRepeatable &&
      ((grain.tables.includes(table) && !grain.without.includes(target)) || grain.also?.includes(target)),
  );

/** Two sales figures of one order: the total with shipping and tax is not needed beside the goods. */
const isRedundant = (target: string, targets: ReadonlySet<string>): boolean =>
  target === 'orders.total' &&
  (targets.has('lines.net') ||
    targets.has('orders.sales') ||
    (targets.has('lines.quantity') && targets.has('lines.unit_price')));

/** Keys of the rows themselves: what other files mean by “order id” is the “id” of a list of orders. */
const ownKeys: Readonly<Record<string, string>> = {
  customers: 'customers.customer_id',
  orders: 'orders.order_id',
  'order-headers': 'orders.order_id',
  products: 'products.product_id',
  deals: 'deals.deal_id',
  tickets: 'tickets.ticket_id',
  interactions: 'interactions.interaction_id',
  campaigns: 'campaigns.campaign_id',
};

/** The key for which a column “id” stands in such a list, unless another column is named for it in full: then “id” is of a detail. */
const ownKeyOf = (columns: readonly SampledColumn[], { id }: Grain): string | undefined => {
  const key = ownKeys[id];
  const isNamed = columns.some(
    ({ tokens }) =>
      key !== undefined &&
      tokens.length > 1 &&
      tokens.includes('id') &&
      nameFitOf(tokens, key)?.strength === 1,
  );
  return isNamed ? undefined : key;
};

/** Vague names and values that are unlike count for less: they must not take a place from a sure one because the sum would be higher. */
const vaguePenalty = 0.35;

const gainOf = (
  { tokens, distinctShare }: SampledColumn,
  target: string,
  { score, isVague, isUnlike }: TargetScore,
  ownKey: string | undefined,
): number => {
  const isOwnId = target === ownKey && tokens.length === 1 && tokens[0] === 'id' && distinctShare > 0.95;
  if (isOwnId) return 1.01;
  return score - (isVague ? vaguePenalty : 0) - (isUnlike ? vaguePenalty : 0);
};

/** A column whose name is like that of some target. */
interface NamedColumn {
  readonly column: SampledColumn;
  /** Its place among all columns. */
  readonly place: number;
  readonly candidates: ReadonlySet<string>;
}

/** The columns that can go to any of the targets: of thousands of columns, most are like none. */
const namedFor = (
  columns: readonly SampledColumn[],
  targets: readonly MappingTarget[],
  grain: Grain,
): readonly NamedColumn[] => {
  const vague = Object.entries(grain.names ?? {});
  const wanted = new Set(targets.map(({ target }) => target));
  return columns.flatMap((column, place) => {
    const name = column.tokens.join(' ');
    const byVague = vague.flatMap(([target, names]) => (names.includes(name) ? [target] : []));
    const candidates = new Set([...namedTargets(column), ...byVague].filter((target) => wanted.has(target)));
    return candidates.size === 0 ? [] : [{ column, place, candidates }];
  });
};

const companies = /\b(company|firma|unternehmen|societe|entreprise|empresa|azienda|organi[sz]ation)\b/;

/** Where people are named by first and last name, a company is the one that they belong to. */
const settledName = ({ tokens }: SampledColumn, target: string, used: ReadonlySet<string>): string =>
  target === 'customers.name' &&
  used.has('customers.last_name') &&
  !used.has('customers.account_id') &&
  companies.test(tokens.join(' '))
    ? 'customers.account_id'
    : target;

/** The one-to-one assignment with the highest score altogether. Where two are alike, the main table and the earlier name come first. */
export const assignColumns = (
  columns: readonly SampledColumn[],
  grain: Grain,
  isHinted: boolean,
): readonly AssignedColumn[] => {
  const targets = targetsOf(grain);
  const ownKey = isHinted ? ownKeyOf(columns, grain) : undefined;
  const named = namedFor(columns, targets, grain);
  const fits = targets.map((target) =>
    named.map(({ column, candidates }) => {
      if (!candidates.has(target.target)) return undefined;
      const rowFit = (): number => rowFitOf(column, target.target, grain);
      return scoreTarget(column, target, { rowFit, names: grain.names?.[target.target] });
    }),
  );
  const gains = targets.map(({ target, table }, index) => {
    const rank = grain.tables.indexOf(table);
    const later = 0.002 * (rank < 0 ? grain.tables.length : rank) + 1e-6 * index;
    return named.map(({ column, place }, at) => {
      const fit = fits[index]?.[at];
      return fit === undefined ? 0 : gainOf(column, target, fit, ownKey) - later - 1e-5 * place;
    });
  });
  const pairs = assignOneToOne(gains).flatMap((at, index) => {
    const [column, target, fit] = [named[at]?.column, targets[index], fits[index]?.[at]];
    return column && target && fit ? [{ column, target: target.target, fit }] : [];
  });
  const used = new Set(pairs.map(({ target }) => target));
  return pairs
    .map((pair) => ({ ...pair, target: settledName(pair.column, pair.target, used) }))
    .filter(({ target }) => grain.id !== 'order-lines-with-orders' || !isRedundant(target, used))
    .map(({ column, target, fit }) => ({
      column,
      isVague: fit.isVague,
      mapping: {
        column: column.column.name,
        target,
        confidence: Math.round(fit.score * 100) / 100,
        reason: fit.reason,
      },
    }));
};
