import type { Predicate } from '../core/predicate.ts';
import { canonicalTables } from '../data/tables/canonical-tables.ts';

/** Columns that tell one customer from all others, beside those that the tables mark as personal. */
const identifiers = ['customer_id', 'account_id', 'email_hash'];

const personalColumns: ReadonlySet<string> = new Set([
  ...identifiers,
  ...canonicalTables.flatMap((table) =>
    table.name === 'customers'
      ? table.columns.filter((column) => column.personal).map((column) => column.name)
      : [],
  ),
]);

/** Words in the names of attribute columns (`attr_…`) whose values single out a person or a company. */
const personalWords =
  /(^|_)(e?mail|phone|telephone|tel|mobile|cell|fax|surname|firstname|lastname|fullname|username|address|street|postcode|postal|zip|iban|birth|birthday|birthdate|dob|ssn|passport|ip|vat|(first|last|full|middle|family|given|maiden|user|customer|contact|account|company|billing|shipping)_(name|id)|id)(_|$)/;
const emailShape = /[^\s@]+@[^\s@]+\.[^\s@]+/;

/** Whether the values of a customer column single out a customer: ids, names, addresses. */
export const isPersonalField = (field: string): boolean => {
  const name = field.toLowerCase();
  return personalColumns.has(name) || name === 'attr_name' || personalWords.test(name.replace(/^attr_/, ''));
};

/** Whether a text holds an e-mail address. */
export const holdsEmailAddress = (text: string): boolean => emailShape.test(text);

/**
 * Whether a rule names customers one by one: it compares a personal field with values, or a value is an e-mail address.
 * Such a rule is customer data and must not leave the machine in a link.
 */
export const namesCustomers = (predicate: Predicate): boolean => {
  switch (predicate.kind) {
    case 'all':
    case 'any':
      return predicate.of.some(namesCustomers);
    case 'not':
      return namesCustomers(predicate.of);
    case 'purchased':
      return holdsEmailAddress(predicate.value ?? '');
    case 'compare': {
      if (predicate.value === undefined) return false;
      const values = Array.isArray(predicate.value) ? predicate.value : [predicate.value];
      return (
        (values.length > 0 && isPersonalField(predicate.field)) ||
        values.some((value) => holdsEmailAddress(String(value)))
      );
    }
  }
};
