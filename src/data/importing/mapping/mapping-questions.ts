import type { ColumnMapping, ImportIssue } from '../contract.ts';
import { aliasOf } from './aliases.ts';
import type { GrainChoice } from './choose-grain.ts';
import { orderCustomerTargets } from './grain.ts';
import type { SampledColumn } from './mapping-sample.ts';
import { normaliseHeader } from './normalise-header.ts';

const targetsOf = (mapping: Iterable<ColumnMapping>): ReadonlySet<string> =>
  new Set([...mapping].map(({ target }) => target));

/** What is lacking, with words on what to choose. */
export const missingQuestions = (missing: readonly string[]): readonly ImportIssue[] =>
  missing.length === 0
    ? []
    : [
        {
          severity: 'error',
          code: 'mapping-incomplete',
          message: `No column was recognised as ${missing.join(', ')}: choose it, or leave the file out`,
        },
      ];

/** Nothing of a file was recognised: it is left out unless columns are chosen. */
export const notRecognised: ImportIssue = {
  severity: 'warning',
  code: 'not-recognised',
  message:
    'The columns don’t say what a row of this file is. It is left out, unless you choose what they are: a customer, a date and an amount are enough',
};

/** Orders that name nobody can be loaded, but hardly anything can be said of customers then: it is asked first. */
const customerQuestion = ({ grain, assigned, missing }: GrainChoice): readonly ImportIssue[] => {
  const targets = targetsOf(assigned.values());
  const isOrders = targets.has('orders.ordered_at') && grain.tables.includes('orders');
  if (!isOrders || missing.length > 0 || orderCustomerTargets.some((target) => targets.has(target)))
    return [];
  const message =
    'No column was recognised as the customer: choose it, or load the orders as they are, for totals without customers';
  return [{ severity: 'warning', code: 'customer-unknown', message }];
};

/**
 * A file that was taken for a list of customers, though a column is named like the date of an order: its amounts or dates
 * were not recognised, and it must not be read as something else in silence.
 */
const ordersNotRecognised = (
  columns: readonly SampledColumn[],
  { grain, assigned }: GrainChoice,
): readonly ImportIssue[] => {
  const dates = columns.filter(
    ({ column: { name, header } }) =>
      !assigned.has(name) &&
      !/^(created|date created|creation|first|last|most recent|\w+ created)/.test(normaliseHeader(header)) &&
      aliasOf(header)?.includes('orders.ordered_at'),
  );
  if (grain.id !== 'customers' || dates.length === 0) return [];
  const names = dates.map(({ column }) => `“${column.name}”`).join(', ');
  const message = `${names} is named like the date of an order, but the file has no dates and amounts that could be recognised as orders. As it stands it is read as a list of customers: choose where date and amount are`;
  return [{ severity: 'warning', code: 'orders-not-recognised', message }];
};

/** Tickets and contacts without a customer: another file may say whose they are. */
const customerElsewhere = ({ grain, assigned }: GrainChoice): readonly ImportIssue[] => {
  const targets = targetsOf(assigned.values());
  const isNamed = [...targets].some((target) => /customer_id$|order_id$|^customers\./.test(target));
  if ((grain.id !== 'tickets' && grain.id !== 'interactions') || isNamed) return [];
  const message =
    'No column was recognised as the customer: choose it, or load a file with it that says which customer each number belongs to; rows without a customer are not kept';
  return [{ severity: 'warning', code: 'customer-unknown', message }];
};

/** Orders whose amounts were not recognised are not loaded without them in silence. */
const amountUnknown = (
  columns: readonly SampledColumn[],
  { grain, assigned }: GrainChoice,
): readonly ImportIssue[] => {
  const left = columns.filter(({ column }) => column.kind === 'number' && !assigned.has(column.name));
  if (grain.id !== 'order-headers' || left.length === 0) return [];
  const names = left.map(({ column }) => `“${column.name}”`).join(', ');
  const message = `No column was recognised as the amount of the orders: choose it among ${names}, or load another file with what was in the orders`;
  return [{ severity: 'warning', code: 'amount-unknown', message }];
};

const orderAmounts = /^orders\.(sales|net|gross|total)$/;

/** An amount that all rows of an order repeat would be counted once a row. */
const amountRepeats = (
  columns: readonly SampledColumn[],
  { grain, assigned }: GrainChoice,
): readonly ImportIssue[] => {
  if (grain.id !== 'orders') return [];
  const repeated = columns.filter(
    ({ column, perOrder }) =>
      orderAmounts.test(assigned.get(column.name)?.target ?? '') &&
      perOrder !== undefined &&
      perOrder >= 0.98,
  );
  return repeated.map(({ column }) => ({
    severity: 'warning',
    code: 'amount-repeats',
    message: `“${column.name}” is the same in all rows of an order and would be added up row by row: if it is the total of the order, load a file with one row an order`,
  }));
};

/** Everything that should be decided before a file is loaded by this choice. */
export const questionsOf = (
  columns: readonly SampledColumn[],
  choice: GrainChoice,
): readonly ImportIssue[] => [
  ...missingQuestions(choice.missing),
  ...customerQuestion(choice),
  ...customerElsewhere(choice),
  ...ordersNotRecognised(columns, choice),
  ...amountUnknown(columns, choice),
  ...amountRepeats(columns, choice),
];
