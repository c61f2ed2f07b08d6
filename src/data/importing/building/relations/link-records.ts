import { ok, type Result } from '../../../../core/result.ts';
import type { ImportDatabase } from '../../import-database.ts';
import type { RelatedFile } from '../related-file.ts';
import { addColumn } from './add-column.ts';
import { identifierForm, type FoundReference } from './find-references.ts';
import { columnOf, isKnown, targetsOf, withIssue, type Files } from './related-files.ts';

/** Keys of records that may be about a customer. */
const recordKeys = ['deals.deal_id', 'tickets.ticket_id', 'interactions.interaction_id', 'orders.order_id'];

/** A file that links records to customers, with the staged columns that name both. */
interface Link {
  readonly link: RelatedFile;
  readonly records: RelatedFile;
  readonly table: string;
  readonly who: string;
  readonly what: string;
  readonly key: string;
}

const describes = (target: string): boolean => target.includes('.') && !/(_id|\.reference)$/.test(target);

/** Whether nothing but identifiers is mapped of a file, so that it can only link others. */
const isBare = (file: RelatedFile): boolean => !isKnown(file) && ![...targetsOf(file)].some(describes);

const tableOf = (target: string): string => target.split('.')[0] ?? '';

/** Files whose columns are mapped as a record and its customer. */
const mappedLinks = (files: Files): readonly Link[] =>
  [...files.values()].filter(isBare).flatMap((link) =>
    recordKeys.flatMap((target) => {
      const table = tableOf(target);
      const [who, what] = [columnOf(link, `${table}.customer_id`), columnOf(link, target)];
      if (who === undefined || what === undefined) return [];
      return [...files.values()].flatMap((records) => {
        const key = columnOf(records, target);
        return records === link || isBare(records) || key === undefined
          ? []
          : [{ link, records, table, who, what, key }];
      });
    }),
  );

/** Files whose columns are found, by their values, to name records of one file and customers of another. */
const foundLinks = (files: Files, references: readonly FoundReference[]): readonly Link[] =>
  references.flatMap((customer) => {
    const link = files.get(customer.from.file.index);
    if (customer.to.target !== 'customers.customer_id' || link === undefined || !isBare(link)) return [];
    return references.flatMap(({ from, to }) => {
      const records = files.get(to.file.index);
      const isOther = from.file.index === link.index && from.name !== customer.from.name;
      if (!isOther || records === undefined || isBare(records) || !recordKeys.includes(to.target)) return [];
      const table = tableOf(to.target);
      return [{ link, records, table, who: customer.from.staged, what: from.staged, key: to.staged }];
    });
  });

const linksOf = (found: readonly Link[]): ReadonlyMap<RelatedFile, readonly Link[]> => {
  const byRecords = new Map<RelatedFile, Link[]>();
  for (const link of found) {
    const others = byRecords.get(link.records) ?? [];
    if (!others.some((other) => other.link === link.link)) byRecords.set(link.records, [...others, link]);
  }
  return byRecords;
};

/** How many records a file of links knows. */
const countLinked = async (
  database: ImportDatabase,
  { link, records, what, key }: Link,
): Promise<Result<number>> => {
  const counted = await database.rows(
    `select count(*)::integer as n from ${records.staged.table}
     where ${identifierForm(key)} in (select ${identifierForm(what)} from ${link.staged.table})`,
  );
  return counted.ok ? ok(Number(counted.value[0]?.['n'] ?? 0)) : counted;
};

/** The file of links that knows most records; undefined when none knows any. */
const bestOf = async (
  database: ImportDatabase,
  links: readonly Link[],
): Promise<Result<Link | undefined>> => {
  let best: Link | undefined;
  let most = 0;
  for (const link of links) {
    const linked = await countLinked(database, link);
    if (!linked.ok) return linked;
    if (linked.value > most) [best, most] = [link, linked.value];
  }
  return ok(best);
};

/** Marks a file of links as of use to others only. */
const consult = (files: Files, { link, records }: Link, isUsed: boolean): void => {
  const mapping = link.plan.mapping.map((one) => ({ ...one, target: 'ignore' }));
  const about = `The file says which customers the rows of “${records.plan.file}” are about`;
  const use = isUsed ? about : `${about}, but names none of those that another file does not`;
  files.set(link.index, { ...link, plan: { ...link.plan, mapping }, use });
};

const apply = async (database: ImportDatabase, files: Files, found: Link): Promise<Result<void>> => {
  const { link, records, table, who, what, key } = found;
  const added = await addColumn(database, records, {
    name: `Customer by ${link.plan.file}`,
    target: `${table}.customer_id`,
    lookup: `select ${identifierForm(what)} as key, arg_min(trim(${who}), rowid) as value from ${link.staged.table} group by 1`,
    by: key,
    otherwise: 'null',
  });
  if (!added.ok) return added;
  const message = `“${link.plan.file}” says which customer each row is about: the first one where it names several`;
  files.set(records.index, withIssue(added.value, 'records-linked', message));
  return ok(undefined);
};

/** Gives records that name no customer the customer that a file of links names for them: the file that knows most of them. */
export const linkRecords = async (
  database: ImportDatabase,
  files: Files,
  references: readonly FoundReference[],
): Promise<Result<void>> => {
  const found = [...mappedLinks(files), ...foundLinks(files, references)];
  for (const [records, links] of linksOf(found)) {
    const [table] = links.map((link) => link.table);
    if (table === undefined || targetsOf(records).has(`${table}.customer_id`)) continue;
    const best = await bestOf(database, links);
    if (!best.ok) return best;
    for (const link of links) consult(files, link, link === best.value);
    if (best.value === undefined) continue;
    const applied = await apply(database, files, best.value);
    if (!applied.ok) return applied;
  }
  return ok(undefined);
};
