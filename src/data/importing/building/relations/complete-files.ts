import { ok, type Result } from '../../../../core/result.ts';
import type { ImportDatabase } from '../../import-database.ts';
import type { RelatedFile } from '../related-file.ts';
import { addColumn } from './add-column.ts';
import { identifierForm, type FoundReference, type LooseColumn } from './find-references.ts';
import { linkRecords } from './link-records.ts';
import { linkRefunds } from './link-refunds.ts';
import { nameCategories } from './name-categories.ts';
import { columnOf, targetsOf, withIssue, withTarget, type Files } from './related-files.ts';

const isCustomerKey = ({ target }: LooseColumn): boolean => target === 'customers.customer_id';

/** What a list that numbers customers in its own way needs to be told of the numbers of another one. */
interface Bridge {
  readonly file: RelatedFile;
  /** The list's own numbers: their column in the file, and as it is staged. */
  readonly own: string;
  readonly ownStaged: string;
}

const findBridge = (files: Files, { from, to, isOneToOne }: FoundReference): Bridge | undefined => {
  const file = files.get(from.file.index);
  const own = file?.plan.mapping.find(({ target }) => target === 'customers.customer_id')?.column;
  const ownStaged = file && columnOf(file, 'customers.customer_id');
  if (file === undefined || own === undefined || ownStaged === undefined) return undefined;
  const isFree = ['attribute', 'ignore', 'customers.reference'].includes(from.target);
  const isTaken = targetsOf(file).has('customers.reference') && from.target !== 'customers.reference';
  return isFree && !isTaken && isOneToOne && isCustomerKey(to) ? { file, own, ownStaged } : undefined;
};

/**
 * A list that numbers customers in its own way and gives the number of another list for each: that number is the
 * customer's, and its own is another name of theirs.
 */
const bridge = async (
  database: ImportDatabase,
  files: Files,
  reference: FoundReference,
): Promise<Result<void>> => {
  const found = findBridge(files, reference);
  if (found === undefined) return ok(undefined);
  const { file, own, ownStaged } = found;
  const { from, to } = reference;
  const lookup = `select ${identifierForm(from.staged)} as key, any_value(trim(${from.staged})) as value from ${file.staged.table} group by 1`;
  const added = await addColumn(database, withTarget(file, own, 'customers.reference'), {
    name: `${from.name}, else ${own}`,
    target: 'customers.customer_id',
    lookup,
    by: from.staged,
    otherwise: ownStaged,
  });
  if (!added.ok) return added;
  const freed =
    from.target === 'customers.reference' ? withTarget(added.value, from.name, 'ignore') : added.value;
  const message = `“${from.name}” is the customer number of “${to.file.plan.file}”: customers are known by it, and “${own}” is another name of theirs`;
  files.set(file.index, withIssue(freed, 'customers-bridged', message));
  return ok(undefined);
};

/** Completes files by what others know: one customer number for two lists, names of categories, orders of refunds, customers of records. */
export const completeFiles = async (
  database: ImportDatabase,
  files: readonly RelatedFile[],
  references: readonly FoundReference[],
): Promise<Result<readonly RelatedFile[]>> => {
  const completed: Files = new Map(files.map((file) => [file.index, file]));
  for (const reference of references) {
    const bridged = await bridge(database, completed, reference);
    if (!bridged.ok) return bridged;
  }
  const named = await nameCategories(database, completed, references);
  if (!named.ok) return named;
  const dealt = await linkRefunds(database, completed, references);
  if (!dealt.ok) return dealt;
  const linked = await linkRecords(database, completed, references);
  return linked.ok ? ok([...completed.values()]) : linked;
};
