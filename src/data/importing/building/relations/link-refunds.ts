import { ok, type Result } from '../../../../core/result.ts';
import type { ImportDatabase } from '../../import-database.ts';
import { aliasOf } from '../../mapping/aliases.ts';
import type { RelatedFile } from '../related-file.ts';
import { stagedColumn } from '../staged-columns.ts';
import { addColumn } from './add-column.ts';
import { identifierForm, type FoundReference } from './find-references.ts';
import { targetsOf, withIssue, type Files } from './related-files.ts';

const orderKeys: readonly string[] = ['orders.order_id', 'lines.order_id'];

/** Whether rows are refunds of which the file doesn't say the order. */
const lacksOrders = (file: RelatedFile): boolean => {
  const targets = targetsOf(file);
  return targets.has('orders.refunded_goods') && ![...targets].some((target) => orderKeys.includes(target));
};

const isOrderName = (header: string): boolean =>
  (aliasOf(header) ?? []).some((target) => orderKeys.includes(target));

/** The column of a list that names the order of each row, beside the key by which rows are named. */
const orderColumn = ({ plan, staged }: RelatedFile, key: string): string | undefined => {
  const others = plan.mapping.filter(({ column }) => column !== key);
  const found =
    others.find(({ target }) => orderKeys.includes(target)) ??
    others.find(({ column }) => isOrderName(column));
  const place = found === undefined ? -1 : staged.source.names.indexOf(found.column);
  return place < 0 ? undefined : stagedColumn(place);
};

/** A list that says of which order each refund, or each line that was refunded, is. */
interface OrderLookup {
  readonly list: RelatedFile;
  readonly order: string;
  readonly reference: FoundReference;
}

const findLookup = (
  files: Files,
  references: readonly FoundReference[],
  file: RelatedFile,
): OrderLookup | undefined =>
  references
    .filter(({ from }) => from.file.index === file.index)
    .sort(
      (a, b) => Number(b.from.target === 'orders.refund_id') - Number(a.from.target === 'orders.refund_id'),
    )
    .flatMap((reference) => {
      const list = files.get(reference.to.file.index);
      const order = list && orderColumn(list, reference.to.name);
      return list === undefined || order === undefined ? [] : [{ list, order, reference }];
    })[0];

/** Gives refunded lines that name no order the one that a list of refunds, or of order lines, has for them. */
export const linkRefunds = async (
  database: ImportDatabase,
  files: Files,
  references: readonly FoundReference[],
): Promise<Result<void>> => {
  for (const file of [...files.values()].filter(lacksOrders)) {
    const lookup = findLookup(files, references, file);
    if (lookup === undefined) continue;
    const { list, order, reference } = lookup;
    const { from, to } = reference;
    const added = await addColumn(database, file, {
      name: `Order by ${list.plan.file}`,
      target: 'lines.order_id',
      lookup: `select ${identifierForm(to.staged)} as key, trim(${order}) as value from ${list.staged.table}`,
      by: from.staged,
      otherwise: 'null',
    });
    if (!added.ok) return added;
    const message = `“${list.plan.file}” says by “${from.name}” of which order each refund is`;
    files.set(file.index, withIssue(added.value, 'refunds-linked', message));
    const use = list.use ?? `The file says of which orders the refunds in “${file.plan.file}” are`;
    files.set(list.index, { ...list, use });
  }
  return ok(undefined);
};
