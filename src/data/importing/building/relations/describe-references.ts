import { ok, type Result } from '../../../../core/result.ts';
import type { FileJoin } from '../../contract.ts';
import type { ImportDatabase } from '../../import-database.ts';
import { normaliseHeader } from '../../mapping/normalise-header.ts';
import { identifierForm, type FoundReference, type LooseColumn } from './find-references.ts';
import { isComplete } from './related-files.ts';

/** References that are told, the best ones first. */
const mostTold = 60;

/** Kinds of columns whose references the joins of the canonical tables tell already. */
const isToldElsewhere = ({ from, to }: FoundReference): boolean =>
  /\.(order_id|product_id|category_id|customer_id|reference|campaign_id)$/.test(from.target) &&
  /\.(order_id|product_id|category_id|customer_id|reference|campaign_id)$/.test(to.target);

const wordsFor = ({ name, file }: LooseColumn): string => {
  const words = normaliseHeader(name)
    .replace(/\b(id|key|code|number|no|nr)$/, '')
    .trim();
  return words === '' ? normaliseHeader(file.plan.file.replace(/\.[^.]+$/, '')) : words;
};

const countSql = ({ from, to }: FoundReference): string =>
  `with said as (select ${identifierForm(from.staged)} as value, count(*) as n from ${from.file.staged.table} where trim(${from.staged}) <> '' group by 1),
     matched as (select n, value in (select ${identifierForm(to.staged)} from ${to.file.staged.table}) as is_known from said)
   select coalesce(sum(n) filter (is_known), 0)::integer as matched, sum(n)::integer as total,
     count(*)::integer as different, (count(*) filter (is_known))::integer as different_matched from matched`;

/** Counts references to other files that no canonical table stands for, the best one of each column, so that they can be shown. */
export const describeReferences = async (
  database: ImportDatabase,
  references: readonly FoundReference[],
): Promise<Result<readonly FileJoin[]>> => {
  const joins: FileJoin[] = [];
  const told = references.filter((one) => isComplete(one.from.file) && !isToldElsewhere(one));
  const best = told.filter((one) => told.find(({ from }) => from === one.from) === one);
  for (const reference of best.slice(0, mostTold)) {
    const counted = await database.rows(countSql(reference));
    if (!counted.ok) return counted;
    const row = counted.value[0] ?? {};
    const { from, to } = reference;
    joins.push({
      from: { file: from.file.plan.file, column: from.name },
      to: { file: to.file.plan.file, column: to.name },
      names: wordsFor(from),
      matched: Number(row['matched'] ?? 0),
      total: Number(row['total'] ?? 0),
      values: Number(row['different'] ?? 0),
      valuesMatched: Number(row['different_matched'] ?? 0),
      nearMisses: [],
    });
  }
  return ok(joins);
};
