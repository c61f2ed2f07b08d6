import type { ColumnMapping } from '../contract.ts';
import { isOfCopyingTool, isPersonalDetail, nameFitOf } from './aliases.ts';
import { dependenceOnCustomer } from './customer-attributes.ts';
import type { MappingSample } from './mapping-sample.ts';
import { tokensOf } from './header-tokens.ts';

const customerKeys = [
  'orders.customer_id',
  'customers.customer_id',
  'deals.customer_id',
  'tickets.customer_id',
  'surveys.customer_id',
  'customers.email',
  'customers.name',
];

/** Where a column goes that nothing was found for. */
type Other = Pick<ColumnMapping, 'target' | 'reason'>;

/** The column that took the place for which this one is named as well, if any. */
const takenBy = (header: string, assigned: ReadonlyMap<string, ColumnMapping>): string | undefined => {
  const tokens = tokensOf(header);
  return [...assigned.values()].find(({ target }) => nameFitOf(tokens, target)?.strength === 1)?.column;
};

/**
 * Columns that go nowhere stay usable as traits of the customer when they are one: in lists of customers, and elsewhere
 * when all rows of a customer agree. The others are left out. Each with the reason.
 */
export const placeOthers = (
  sample: MappingSample,
  assigned: ReadonlyMap<string, ColumnMapping>,
  isCustomerList: boolean,
): readonly ColumnMapping[] => {
  const keyed = customerKeys
    .map((key) => sample.columns.findIndex(({ name }) => assigned.get(name)?.target === key))
    .find((index) => index >= 0);
  const customers = keyed === undefined ? undefined : sample.cells[keyed];
  const ofRow = (header: string, cells: readonly string[]): Other => {
    const taken = takenBy(header, assigned);
    if (taken !== undefined) return { target: 'ignore', reason: `“${taken}” fits that place better` };
    const dependence = customers === undefined ? 'unknown' : dependenceOnCustomer(customers, cells);
    if (dependence === 'constant')
      return { target: 'attribute', reason: 'The same in all rows of a customer in the sample' };
    const reason =
      dependence === 'varies'
        ? 'No place in the data model fits, and it differs between rows of a customer'
        : 'No place in the data model fits';
    return { target: 'ignore', reason };
  };
  const placeOf = (header: string, cells: readonly string[]): Other => {
    if (isPersonalDetail(header))
      return { target: 'ignore', reason: 'A personal detail that no analysis needs' };
    if (isOfCopyingTool(header))
      return { target: 'ignore', reason: 'Written by the tool that copied the data' };
    return isCustomerList
      ? { target: 'attribute', reason: 'Each row is a customer: kept under its own name' }
      : ofRow(header, cells);
  };
  return sample.columns.map(
    ({ name, header }, index) =>
      assigned.get(name) ?? {
        column: name,
        confidence: 0.5,
        ...placeOf(header, sample.cells[index] ?? []),
      },
  );
};
