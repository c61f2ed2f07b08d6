import type { ColumnMapping } from '../contract.ts';
import { isCustomerSummary } from './aliases.ts';
import { assignColumns, type AssignedColumn } from './assign-columns.ts';
import type { Grain } from './grain.ts';
import { grains, missingFor } from './grains.ts';
import type { SampledColumn } from './mapping-sample.ts';
import { hintOf, isAboutStrangers } from './table-kind.ts';

/** What a file is taken to be about, with the columns that it makes use of. */
export interface GrainChoice {
  readonly grain: Grain;
  /** By name of the column. */
  readonly assigned: ReadonlyMap<string, ColumnMapping>;
  /** What is lacking, in words. */
  readonly missing: readonly string[];
  /** Columns that were recognised for sure and say more than when and where. */
  readonly telling: number;
  /** The number of the customer was recognised for sure. */
  readonly hasSureKey: boolean;
}

/** Targets that rows of any kind may have: they don't say what a row is. */
const common =
  /\.(city|region|country|status|currency|kind|category|channel|acq_channel|account_id|agent_id|owner|activity|first_seen|from_stage)$/;
const datesOfRecords = /^(?!orders\.)\w+\.((opened|occurred|answered|referred)_at|\w+_on|day|period)$/;

const foreignKeys =
  /^(tickets|surveys|interactions|usage|stage_events|deals)\.(customer|order|product|campaign)_id$/;

const isTelling = ({ mapping, isVague, column }: AssignedColumn): boolean =>
  !isVague &&
  mapping.confidence >= 0.7 &&
  column.values.length > 0 &&
  !common.test(mapping.target) &&
  !foreignKeys.test(mapping.target) &&
  !datesOfRecords.test(mapping.target);

/** What the file's name and its own key say. */
interface Circumstances {
  readonly columns: readonly SampledColumn[];
  readonly hinted: readonly string[];
  readonly isStrange: boolean;
  readonly isUnfinished: boolean;
}

const circumstancesOf = (columns: readonly SampledColumn[], name: string): Circumstances => {
  const { grains: hinted, isStrange, isUnfinished } = hintOf(name);
  return { columns, hinted, isStrange: isStrange || isAboutStrangers(columns), isUnfinished };
};

/** The columns as rows of a grain. Vague names count for what is needed only when the file's name or other columns back them. */
const choiceOf = ({ columns, hinted, isStrange }: Circumstances, grain: Grain): GrainChoice => {
  const isHinted = hinted.includes(grain.id);
  const assigned = assignColumns(columns, grain, isHinted);
  const telling = assigned.filter(isTelling).length;
  const isBacked = !isStrange && (isHinted || telling >= 2);
  const plain = new Set(assigned.filter(({ isVague }) => !isVague).map(({ mapping }) => mapping.target));
  const targets = isBacked ? new Set(assigned.map(({ mapping }) => mapping.target)) : plain;
  return {
    grain,
    assigned: new Map(assigned.map(({ mapping }) => [mapping.column, mapping])),
    missing: missingFor(grain, targets, plain, isHinted || telling >= 3),
    telling,
    hasSureKey: assigned.some(
      ({ mapping, isVague }) => mapping.target === 'customers.customer_id' && !isVague,
    ),
  };
};

const keysOfOneRow = /^(customers\.customer_id|products\.product_id)$/;
const nameOfOne = /\.(name|email|first_name|last_name)$/;

/** Rows of a list whose key often comes back are not that list: they are something that belongs to its rows. */
const isDetail = (columns: readonly SampledColumn[], { assigned, grain, telling }: GrainChoice): boolean => {
  if (grain.id !== 'customers' && grain.id !== 'products') return false;
  const key = columns.find(({ column }) => keysOfOneRow.test(assigned.get(column.name)?.target ?? ''));
  const isNamed =
    grain.id === 'customers' &&
    telling > 1 &&
    [...assigned.values()].some(({ target }) => nameOfOne.test(target));
  return key !== undefined && key.values.length >= 10 && key.distinctShare < 0.7 && !isNamed;
};

/** Whether a column with values goes to the target. */
const holds = (columns: readonly SampledColumn[], { assigned }: GrainChoice, target: string): boolean =>
  columns.some(({ column, values }) => values.length > 0 && assigned.get(column.name)?.target === target);

/** Whether rows have a number of their own beside the order's. */
const hasOtherNumber = (columns: readonly SampledColumn[], choice: GrainChoice): boolean =>
  holds(columns, choice, 'orders.order_id') &&
  columns.some(
    ({ tokens, distinctShare, column }) =>
      tokens.join(' ') === 'id' &&
      distinctShare > 0.95 &&
      choice.assigned.get(column.name)?.target !== 'orders.order_id',
  );

/**
 * How much speaks against rows being orders: those with a number of their own beside the order's, and without a customer,
 * only belong to orders; for sure where the file's name says so.
 */
const belongsToOrders = ({ columns, hinted }: Circumstances, choice: GrainChoice): number => {
  const isOrders = choice.grain.id === 'orders' || choice.grain.id === 'order-headers';
  if (!isOrders || !hasOtherNumber(columns, choice)) return 0;
  if (hinted.includes('payments') && !hinted.includes('orders')) return 100;
  const isNamed = ['orders.customer_id', 'customers.email'].some((target) => holds(columns, choice, target));
  if (isNamed) return 0;
  return hinted.includes('payments') ? 100 : 1.5;
};

/** Lists of things that no grain is about may be read as customers or products only if much speaks for it. */
const isDoubtful = ({ isStrange, isUnfinished }: Circumstances, choice: GrainChoice): boolean =>
  isUnfinished ||
  (isStrange &&
    !choice.grain.tables.includes('orders') &&
    (choice.telling < 3 || (choice.grain.id === 'customers' && !choice.hasSureKey)));

const weightOf = (circumstances: Circumstances, choice: GrainChoice): number => {
  const { assigned, missing, grain } = choice;
  const explained = [...assigned.values()].reduce((sum, { confidence }) => sum + confidence, 0);
  const lacking =
    missing.length +
    (isDetail(circumstances.columns, choice) ? 1 : 0) +
    (isDoubtful(circumstances, choice) ? 1 : 0);
  const hint = circumstances.hinted.includes(grain.id) ? 1.2 : 0;
  return explained + hint - belongsToOrders(circumstances, choice) - 100 * lacking;
};

interface Weighed {
  readonly choice: GrainChoice;
  readonly weight: number;
}

const heaviest = (choices: readonly Weighed[]): Weighed | undefined =>
  choices.reduce<Weighed | undefined>(
    (best, one) => (best !== undefined && best.weight >= one.weight ? best : one),
    undefined,
  );

/**
 * What the file is about: the grain that lacks nothing and explains most columns. Rows an order and rows a customer, the
 * file's name and its own key count as well. A file of sums over customers' histories is not about orders. Undefined when
 * the file is about something else, or nothing tells.
 */
export const chooseGrain = (columns: readonly SampledColumn[], name: string): GrainChoice | undefined => {
  const isSummary = columns.some(({ column }) => isCustomerSummary(column.header));
  const told = circumstancesOf(columns, name);
  const circumstances = isSummary ? { ...told, hinted: [...told.hinted, 'customers'] } : told;
  const choices = grains
    .filter(({ tables }) => !isSummary || !tables.includes('orders'))
    .map((grain) => {
      const choice = choiceOf(circumstances, grain);
      return { choice, weight: weightOf(circumstances, choice) };
    });
  const { isStrange, isUnfinished, hinted } = circumstances;
  const isOtherwise = ({ grain }: GrainChoice): boolean => hinted.length > 0 && !hinted.includes(grain.id);
  const best = heaviest(choices);
  if (best !== undefined && best.weight > 0)
    return isOtherwise(best.choice) && best.choice.telling < 2 ? undefined : best.choice;
  const part = heaviest(
    choices.filter(({ choice }) => choice.missing.length === 1 && choice.telling >= 2),
  )?.choice;
  const isDoubted = part === undefined || isStrange || isUnfinished || isOtherwise(part);
  return isDoubted ? undefined : part;
};

/** The columns as simple orders, whether or not that is what they are. */
export const ordersChoice = (columns: readonly SampledColumn[], name: string): GrainChoice | undefined => {
  const circumstances = circumstancesOf(columns, name);
  const grain = grains.find(({ id }) => id === 'orders');
  return grain === undefined || circumstances.isStrange || circumstances.isUnfinished
    ? undefined
    : choiceOf(circumstances, grain);
};
