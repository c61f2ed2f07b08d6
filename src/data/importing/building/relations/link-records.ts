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

/** A file of links with how many records it knows. */
interface CountedLink {
  readonly found: Link;
  readonly linked: number;
}

/** The files of links, the one that knows most records first. */
const countedLinks = async (
  database: ImportDatabase,
  links: readonly Link[],
): Promise<Result<readonly CountedLink[]>> => {
  const counted: CountedLink[] = [];
  for (const found of links) {
    const linked = await countLinked(database, found);
    if (!linked.ok) return linked;
    counted.push({ found, linked: linked.value });
  }
  return ok(counted.sort((a, b) => b.linked - a.linked));
};

/** Marks a file of links as of use to others only. */
const consult = (files: Files, { found: { link, records }, linked }: CountedLink): void => {
  const mapping = link.plan.mapping.map((one) => ({ ...one, target: 'ignore' }));
  const about = `The file says which customers records are about; of the ${records.staged.rows} rows of “${records.plan.file}”`;
  const use = linked === 0 ? `${about} it names none` : `${about} it names ${linked}`;
  files.set(link.index, { ...link, plan: { ...link.plan, mapping }, use });
};

/** SQL of what links say, the first file and its first row before others. */
const lookupSql = (links: readonly Link[]): string => {
  const parts = links.map(
    ({ link, what, who }, place) =>
      `select ${identifierForm(what)} as key, trim(${who}) as value, ${place} as place, rowid as row from ${link.staged.table}`,
  );
  return `select key, arg_min(value, (place, row)) as value from (${parts.join(' union all ')}) where value <> '' group by 1`;
};

const apply = async (
  database: ImportDatabase,
  files: Files,
  links: readonly Link[],
): Promise<Result<void>> => {
  const [first] = links;
  if (first === undefined) return ok(undefined);
  const { records, table, key } = first;
  const names = links.map(({ link }) => link.plan.file);
  const added = await addColumn(database, records, {
    name: `Customer by ${names.join(', ')}`,
    target: `${table}.customer_id`,
    lookup: lookupSql(links),
    by: key,
    otherwise: 'null',
  });
  if (!added.ok) return added;
  const said = names.map((name) => `“${name}”`).join(', then ');
  const message = `${said} ${names.length === 1 ? 'says' : 'say'} which customer each row is about: the first one where several are named`;
  files.set(records.index, withIssue(added.value, 'records-linked', message));
  return ok(undefined);
};

/** Gives records that name no customer the customer that files of links name for them: first the file that knows most of them. */
export const linkRecords = async (
  database: ImportDatabase,
  files: Files,
  references: readonly FoundReference[],
): Promise<Result<void>> => {
  const found = [...mappedLinks(files), ...foundLinks(files, references)];
  for (const [records, links] of linksOf(found)) {
    const [table] = links.map((link) => link.table);
    if (table === undefined || targetsOf(records).has(`${table}.customer_id`)) continue;
    const counted = await countedLinks(database, links);
    if (!counted.ok) return counted;
    for (const link of counted.value) consult(files, link);
    const used = counted.value.filter(({ linked }) => linked > 0).map(({ found: one }) => one);
    const applied = await apply(
      database,
      files,
      used.filter(({ key }) => key === used[0]?.key),
    );
    if (!applied.ok) return applied;
  }
  return ok(undefined);
};
