import { ok, type Result } from '../../../../core/result.ts';
import type { ImportDatabase } from '../../import-database.ts';
import { normaliseHeader } from '../../mapping/normalise-header.ts';
import type { RelatedFile } from '../related-file.ts';
import { stagedColumn } from '../staged-columns.ts';
import { addColumn } from './add-column.ts';
import { identifierForm, type FoundReference } from './find-references.ts';
import { isComplete, targetsOf, withIssue, type Files } from './related-files.ts';

const nameWords =
  /\b(name|title|label|description|bezeichnung|titel|titre|nombre|nome|libelle|category|categorie|categoria|kategorie)$/;
const kindWords = [
  'category',
  'categor',
  'kategorie',
  'genre',
  'department',
  'type',
  'group',
  'class',
  'family',
  'line',
];

/** The column that names the rows of a small list, beside its key. */
const labelOf = ({ plan, staged }: RelatedFile, key: string): string | undefined => {
  const named = plan.mapping.find(
    ({ column }) => column !== key && nameWords.test(normaliseHeader(column)),
  )?.column;
  const place = named === undefined ? -1 : staged.source.names.indexOf(named);
  return place < 0 ? undefined : stagedColumn(place);
};

const kindRank = ({ from, to }: FoundReference): number => {
  const words = `${normaliseHeader(from.name)} ${normaliseHeader(to.file.plan.file)}`;
  return kindWords.findIndex((word) => words.includes(word));
};

/** Whether products are listed without a category that anything could name. */
const isOpen = (file: RelatedFile): boolean => {
  const targets = targetsOf(file);
  return (
    targets.has('products.product_id') &&
    !['products.category', 'products.category_id', 'lines.order_id'].some((target) => targets.has(target))
  );
};

/** A list that is of no other use, and names what a column of the products numbers. */
interface Naming {
  readonly reference: FoundReference;
  readonly list: RelatedFile;
  readonly label: string;
}

const findNaming = (
  files: Files,
  references: readonly FoundReference[],
  file: RelatedFile,
): Naming | undefined =>
  references
    .filter((reference) => reference.from.file.index === file.index && kindRank(reference) >= 0)
    .sort((a, b) => kindRank(a) - kindRank(b))
    .flatMap((reference) => {
      const list = files.get(reference.to.file.index);
      const label = list && labelOf(list, reference.to.name);
      return list === undefined || label === undefined || isComplete(list)
        ? []
        : [{ reference, list, label }];
    })[0];

/** Gives products whose category is only a number the name that a list beside them has for it. */
export const nameCategories = async (
  database: ImportDatabase,
  files: Files,
  references: readonly FoundReference[],
): Promise<Result<void>> => {
  for (const file of [...files.values()].filter(isOpen)) {
    const naming = findNaming(files, references, file);
    if (naming === undefined) continue;
    const { list, label } = naming;
    const { from, to } = naming.reference;
    const added = await addColumn(database, file, {
      name: `${from.name} named by ${list.plan.file}`,
      target: 'products.category',
      lookup: `select ${identifierForm(to.staged)} as key, ${label} as value from ${list.staged.table}`,
      by: from.staged,
      otherwise: from.staged,
    });
    if (!added.ok) return added;
    const message = `“${from.name}” is named by “${list.plan.file}” and became the category of the products`;
    files.set(file.index, withIssue(added.value, 'names-looked-up', message));
    const use = `The file names the categories of the products in “${file.plan.file}”`;
    files.set(list.index, { ...list, use });
  }
  return ok(undefined);
};
