import type { ColumnMapping } from '../contract.ts';
import type { SampledColumn } from './mapping-sample.ts';

const customerOfRecord = /^(surveys|tickets|interactions|usage|stage_events)\.customer_id$/;

const ownNumber = /^(id|(respondent|response|participant|submission|responder)( id)?)$/;

/**
 * A column that is called just “id” is the number of the row, not of the customer, where an e-mail address says who the
 * customer is: it is taken back.
 */
export const dropOwnNumbers = (
  columns: readonly SampledColumn[],
  assigned: ReadonlyMap<string, ColumnMapping>,
): ReadonlyMap<string, ColumnMapping> => {
  const hasEmail = [...assigned.values()].some(({ target }) => target === 'customers.email');
  if (!hasEmail) return assigned;
  const isOwnNumber = (name: string): boolean =>
    columns.some(({ column, tokens }) => column.name === name && ownNumber.test(tokens.join(' ')));
  return new Map(
    [...assigned].filter(([name, { target }]) => !(customerOfRecord.test(target) && isOwnNumber(name))),
  );
};
