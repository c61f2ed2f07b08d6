import type { ColumnMapping, ImportIssue } from '../contract.ts';
import { isOfCopyingTool, isPersonalDetail } from './aliases.ts';
import type { GrainChoice } from './choose-grain.ts';
import { orderCustomerTargets } from './grain.ts';
import type { SampledColumn } from './mapping-sample.ts';

/** A mapping that was completed by what values look like, and the question whether that is right. */
export interface FilledMapping {
  readonly choice: GrainChoice;
  readonly questions: readonly ImportIssue[];
}

const confidence = 0.4;

const isDate = ({ column }: SampledColumn): boolean => column.kind === 'date' || column.kind === 'datetime';

const isAmount = ({ column, distinctShare }: SampledColumn): boolean =>
  column.kind === 'number' && distinctShare > 0.05;

/** A name or number that comes back now and then, as customers do. */
const isComingBack = ({ column, values, distinctShare }: SampledColumn): boolean =>
  ['integer', 'text', 'email'].includes(column.kind) &&
  column.distinct > 1 &&
  values.length > 0 &&
  distinctShare > 0.02 &&
  distinctShare < 1;

/** What orders need, and how it looks. */
interface Wanted {
  readonly target: string;
  readonly anyOf: readonly string[];
  readonly what: string;
  readonly looks: string;
  readonly is: (column: SampledColumn) => boolean;
}

const wanted: readonly Wanted[] = [
  {
    target: 'orders.ordered_at',
    anyOf: ['orders.ordered_at'],
    what: 'the date',
    looks: 'with dates',
    is: isDate,
  },
  {
    target: 'orders.sales',
    anyOf: ['orders.sales', 'orders.net', 'orders.gross', 'orders.total'],
    what: 'the amount',
    looks: 'with amounts',
    is: isAmount,
  },
  {
    target: 'orders.customer_id',
    anyOf: [...orderCustomerTargets, 'orders.order_id'],
    what: 'the customer',
    looks: 'whose values come back as customers do',
    is: isComingBack,
  },
];

const mostColumns = 8;
const mostColumnsWithoutNames = 4;

/**
 * A file in which part of what orders need was recognised by name: the rest may be plain from the values, where only one
 * column can be it. Undefined when that leaves anything open. It is asked whether that is right.
 */
export const fillByValues = (
  columns: readonly SampledColumn[],
  choice: GrainChoice | undefined,
): FilledMapping | undefined => {
  if (choice === undefined) return undefined;
  const targets = new Set([...choice.assigned.values()].map(({ target }) => target));
  const isKnown = ({ anyOf }: Wanted): boolean => anyOf.some((target) => targets.has(target));
  const lacking = wanted.filter((one) => !isKnown(one));
  const limit = lacking.length === wanted.length ? mostColumnsWithoutNames : mostColumns;
  if (columns.length > limit) return undefined;
  const usable = columns.filter(
    ({ column }) =>
      !choice.assigned.has(column.name) &&
      !isPersonalDetail(column.header) &&
      !isOfCopyingTool(column.header),
  );
  const guessed = lacking.flatMap(({ target, what, looks, is }) => {
    const [only, ...others] = usable.filter(is);
    if (only === undefined || others.length > 0) return [];
    const reason = `The only column ${looks}: please check that it is ${what}`;
    return [{ what, mapping: { column: only.column.name, target, confidence, reason } }];
  });
  if (guessed.length < lacking.length || guessed.length === 0) return undefined;
  const words = guessed.map(({ mapping, what }) => `“${mapping.column}” as ${what}`);
  const guesses = guessed.map(({ mapping }): readonly [string, ColumnMapping] => [mapping.column, mapping]);
  return {
    choice: { ...choice, assigned: new Map([...choice.assigned, ...guesses]), missing: [] },
    questions: [
      {
        severity: 'warning',
        code: 'mapping-by-values',
        message: `Taken for what the values look like, not for the name: ${words.join(', ')}. Please check`,
      },
    ],
  };
};
