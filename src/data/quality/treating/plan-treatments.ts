import { rawName, treatedName } from '../treated-tables.ts';
import type { Treatment } from '../treatment.ts';
import type { RuleTables } from '../rules/test-orders.ts';
import { guestStep, standInStep } from './identity-steps.ts';
import { chargeStep, treatedLines } from './line-steps.ts';
import { mergeStep } from './merge-step.ts';
import {
  currencyStep,
  duplicateStep,
  impossibleStep,
  outlierStep,
  testOrderStep,
  worthlessStep,
} from './order-steps.ts';
import { treatedTables, type TreatingContext, type TreatmentStep } from './treating-context.ts';

/** What is to be run, in this order: `before`, each step, `after`. */
export interface TreatingPlan {
  readonly before: readonly string[];
  readonly steps: readonly TreatmentStep[];
  readonly after: readonly string[];
  /** Query of the totals before and after each step: `orders`, `customers` and `revenue`. Undefined without orders. */
  readonly totalsSql: string | undefined;
}

type Kind = Treatment['kind'];

/** In whichever order they were chosen, treatments are carried out in this one: who, how much, which orders, which lines. */
const inOrder: readonly Kind[] = [
  'dissolve-stand-ins',
  'identify-guests',
  'convert-currencies',
  'exclude-test-orders',
  'set-impossible-dates-aside',
  'drop-duplicate-orders',
  'exclude-non-product-lines',
  'exclude-zero-value-orders',
  'limit-outliers',
];

const stepOf = (
  treatment: Treatment,
  tables: RuleTables,
  context: TreatingContext,
): TreatmentStep | undefined => {
  switch (treatment.kind) {
    case 'identify-guests':
      return guestStep(treatment, context);
    case 'dissolve-stand-ins':
      return standInStep(treatment, context);
    case 'convert-currencies':
      return currencyStep(treatment);
    case 'exclude-test-orders':
      return testOrderStep(treatment, tables, context.filled.has('customers'));
    case 'set-impossible-dates-aside':
      return impossibleStep(treatment);
    case 'drop-duplicate-orders':
      return duplicateStep(treatment, tables);
    case 'exclude-non-product-lines':
      return chargeStep(treatment, tables);
    case 'exclude-zero-value-orders':
      return worthlessStep(treatment);
    case 'limit-outliers':
      return outlierStep(treatment);
    default:
      return undefined;
  }
};

const working = ['merges', 'guests', 'tests', 'bound', 'charges', 'sums', 'gone'];

/** Puts treated tables in the place of loaded ones, which stay beside them, and back where none is treated any more. */
const swap = (treated: readonly string[], raw: ReadonlySet<string>): readonly string[] => [
  ...treated.flatMap((table) => [
    raw.has(table) ? `drop table ${table}` : `alter table ${table} rename to ${rawName(table)}`,
    `alter table ${treatedName(table)} rename to ${table}`,
  ]),
  ...[...raw]
    .filter((table) => !treated.includes(table))
    .flatMap((table) => [`drop table ${table}`, `alter table ${rawName(table)} rename to ${table}`]),
];

/**
 * The statements that make the treated tables anew from the loaded ones: the result depends on the treatments, not on the
 * order in which they were chosen nor on what was treated before. Without treatments everything is as loaded.
 */
export const planTreatments = (treatments: readonly Treatment[], context: TreatingContext): TreatingPlan => {
  const treated = treatedTables(treatments, context);
  const source = (table: string): string => (context.raw.has(table) ? rawName(table) : table);
  const current = (table: string): string =>
    treated.includes(table) && table !== 'lines' ? treatedName(table) : source(table);
  const tables: RuleTables = {
    customers: current('customers'),
    orders: current('orders'),
    lines: source('lines'),
    products: source('products'),
  };
  const hasOrders = treated.includes('orders');
  const ordered = inOrder.flatMap((kind) => treatments.filter((one) => one.kind === kind));
  const steps = [
    mergeStep(treatments, context),
    ...(hasOrders ? ordered.map((treatment) => stepOf(treatment, tables, context)) : []),
  ].filter((step) => step !== undefined);
  const has = (...kinds: readonly Kind[]): boolean => ordered.some(({ kind }) => kinds.includes(kind));
  const makeLines = treated.includes('lines')
    ? treatedLines(source('lines'), source('orders'), {
        withoutCharges: hasOrders && has('exclude-non-product-lines'),
        isScaled: has('convert-currencies', 'limit-outliers'),
      })
    : [];
  return {
    before: treated
      .filter((table) => table !== 'lines')
      .map(
        (table) =>
          `create table ${treatedName(table)} as select *${table === 'orders' ? ', 1::DOUBLE as line_factor' : ''} from ${source(table)}`,
      ),
    steps,
    after: [
      ...(hasOrders ? makeLines : []),
      ...(hasOrders ? [`alter table ${treatedName('orders')} drop column line_factor`] : []),
      ...swap(hasOrders ? treated : treated.filter((table) => table !== 'lines'), context.raw),
      ...working.map((name) => `drop table if exists treatment_${name}`),
    ],
    totalsSql: hasOrders
      ? `select count(*)::double as orders, ${treated.includes('customers') ? `(select count(*) from ${treatedName('customers')})::double` : '0::double'} as customers,
           coalesce(sum(net) filter (coalesce(status, 'completed') <> 'cancelled'), 0)::double as revenue from ${treatedName('orders')}`
      : undefined,
  };
};
