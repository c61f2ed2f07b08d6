import type { AppError } from '../../../core/app-error.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Row } from '../../row.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { FilePlan, ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { attributeName } from '../mapping/customer-attributes.ts';
import { grains, missingFor } from '../mapping/grains.ts';
import { findTarget } from '../mapping/targets.ts';
import { findSignature } from '../signatures/known-signatures.ts';
import { isDated, requiredTargets } from './required-targets.ts';
import { customerKeySql, orderKeySql, productKeySql, type KeyFacts } from './row-keys.ts';
import { stagedColumn, type StagedFile } from './stage-file.ts';
import { typeColumn, type ColumnSource, type TypedColumn } from './typed-columns.ts';
import { typedName, type AttributeSource, type TypedFile } from './typed-file.ts';

const mostRejected = 1000;

interface Placed {
  readonly sources: readonly ColumnSource[];
  readonly attributes: readonly AttributeSource[];
}

/** Finds the plan's columns in the staged file. */
const placeColumns = (plan: FilePlan, names: readonly string[]): Placed => {
  const sources: ColumnSource[] = [];
  const attributes: AttributeSource[] = [];
  for (const { column, target } of plan.mapping) {
    const index = names.indexOf(column);
    if (index < 0) continue;
    const staged = stagedColumn(index);
    const found = findTarget(target);
    if (found !== undefined && !sources.some((source) => source.target === found))
      sources.push({ name: column, staged, target: found });
    if (target === 'attribute') attributes.push({ name: uniqueName(attributes, column), column, staged });
  }
  return { sources, attributes };
};

const uniqueName = (taken: readonly AttributeSource[], column: string): string => {
  const base = attributeName(column);
  let name = base;
  for (let copy = 2; taken.some((attribute) => attribute.name === name); copy += 1) name = `${base}_${copy}`;
  return name;
};

/** What a plan lacks to be of any use; known exports are complete by themselves. */
const incompleteness = (plan: FilePlan, targets: ReadonlySet<string>): AppError | undefined => {
  if (targets.size > 0 && findSignature(plan.source) !== undefined) return undefined;
  const missing = grains
    .map((grain) => missingFor(grain, targets))
    .reduce((best, lacking) => (lacking.length < best.length ? lacking : best));
  return missing.length === 0 ? undefined : { kind: 'mapping-incomplete', file: plan.file, missing };
};

/** Condition under which a row can't be kept, and why in words. */
interface Rejection {
  readonly condition: string;
  readonly reason: string;
}

const rejectionsOf = (
  columns: readonly TypedColumn[],
  required: readonly string[],
  staged: string,
): readonly Rejection[] => {
  const order = columns.find(({ target }) => target.target === 'orders.order_id');
  return columns
    .filter(({ target, empty, unreadable }) => required.includes(target.target) && empty + unreadable > 0)
    .map((column) => {
      const isInherited = column.target.target === 'orders.ordered_at' && order !== undefined;
      // An order's date may stand on its first row only.
      const inherited = isInherited
        ? ` and (${column.text} is not null or coalesce(${order.sql} not in (select ${order.sql} from ${staged} where ${column.sql} is not null and ${order.sql} is not null), true))`
        : '';
      const unreadable = `'“' || left(${column.text}, 80) || '” in ${column.name.replaceAll("'", "''")} can’t be read'`;
      return {
        condition: `(${column.sql} is null${inherited})`,
        reason: `coalesce(${unreadable}, ${quoteLiteral(`${column.name} is empty`)})`,
      };
    });
};

const emptyRowSql = (names: readonly string[]): string =>
  names.map((_, index) => `coalesce(${stagedColumn(index)}, '') = ''`).join(' and ');

interface Counts {
  readonly empty: number;
  readonly rejected: number;
  readonly duplicates: number;
}

const count = (row: Row | undefined, name: string): number => Number(row?.[name] ?? 0);

/** One pass over the staged rows: what is empty, can't be kept, or occurs twice. */
const countRows = async (
  database: ImportDatabase,
  staged: StagedFile,
  rejections: readonly Rejection[],
): Promise<Result<Counts>> => {
  const { names } = staged.source;
  const isEmpty = emptyRowSql(names);
  const isRejected = rejections.map(({ condition }) => condition).join(' or ') || 'false';
  const all = names.map((_, index) => stagedColumn(index)).join(', ');
  const counted = await database.rows(
    `select ${[
      `(count(*) filter (${isEmpty}))::integer as empty`,
      `(count(*) filter (not (${isEmpty}) and (${isRejected})))::integer as rejected`,
      `((count(*) filter (not (${isEmpty}))) - count(distinct hash(${all})) filter (not (${isEmpty})))::integer as duplicates`,
    ].join(',\n')} from ${staged.table}`,
  );
  if (!counted.ok) return counted;
  const [row] = counted.value;
  return ok({
    empty: count(row, 'empty'),
    rejected: count(row, 'rejected'),
    duplicates: count(row, 'duplicates'),
  });
};

const issuesOf = (
  staged: StagedFile,
  counts: Counts,
  columns: readonly TypedColumn[],
  required: readonly string[],
): readonly ImportIssue[] => {
  const issues: ImportIssue[] = columns.flatMap((column) => column.issues);
  const add = (severity: ImportIssue['severity'], code: string, number: number, message: string): void => {
    if (number > 0) issues.push({ severity, code, message, count: number });
  };
  for (const { name, target, unreadable } of columns)
    if (!required.includes(target.target))
      add(
        'warning',
        'unreadable-values',
        unreadable,
        `Values in “${name}” that can’t be read were left empty`,
      );
  add('info', 'empty-rows', counts.empty, 'Empty rows were skipped');
  add('info', 'duplicate-rows', counts.duplicates, 'Rows that occur more than once were kept');
  add('warning', 'short-rows', staged.padded, 'Rows with too few fields were filled up with empty ones');
  add(
    'warning',
    'long-rows',
    staged.cut,
    'Rows with too many fields were cut: what was beyond the last column is lost',
  );
  if (staged.wasTranscoded) {
    const message = 'The file is not UTF-8 throughout: it was read as Windows-1252';
    issues.push({ severity: 'warning', code: 'encoding-changed', message });
  }
  return issues;
};

const readRejected = async (
  database: ImportDatabase,
  staged: StagedFile,
  rejections: readonly Rejection[],
): Promise<Result<TypedFile['rejected']>> => {
  const reason = rejections.map(({ condition, reason: why }) => `when ${condition} then ${why}`).join(' ');
  const found = await database.rows(
    `select (rowid + 1)::integer as row, case ${reason} end as reason from ${staged.table}
     where not (${emptyRowSql(staged.source.names)}) and (${rejections.map(({ condition }) => condition).join(' or ')})
     order by rowid limit ${mostRejected}`,
  );
  return found.ok
    ? ok(found.value.map((row) => ({ row: Number(row['row']), reason: String(row['reason']) })))
    : found;
};

const typedRowsSql = (
  staged: StagedFile,
  columns: readonly TypedColumn[],
  attributes: readonly AttributeSource[],
  rejections: readonly Rejection[],
): string => {
  const selected = [
    'rowid + 1 as row_no',
    ...columns.map(({ sql, target }) => `${sql} as ${typedName(target.target)}`),
    ...attributes.map(({ staged: column, name }) => `${column} as ${name}`),
  ];
  const kept = rejections.map(({ condition }) => ` and not ${condition}`).join('');
  return `select ${selected.join(', ')} from ${staged.table} where not (${emptyRowSql(staged.source.names)})${kept}`;
};

/** Types the rows of a staged file by its plan, sets aside those that can't be kept, and gives every row its keys. */
export const typeFile = async (
  database: ImportDatabase,
  staged: StagedFile,
  plan: FilePlan,
  index: number,
): Promise<Result<TypedFile>> => {
  const { sources, attributes } = placeColumns(plan, staged.source.names);
  const targets = new Set(sources.map(({ target }) => target.target));
  const incomplete = incompleteness(plan, targets);
  if (incomplete) return err(incomplete);
  const columns: TypedColumn[] = [];
  for (const source of sources) {
    const column = await typeColumn(database, staged.table, source, plan.dialect);
    if (!column.ok) return column;
    columns.push(column.value);
  }
  const required = requiredTargets(targets);
  const rejections = rejectionsOf(columns, required, staged.table);
  const counts = await countRows(database, staged, rejections);
  if (!counts.ok) return counts;
  const rejected = counts.value.rejected > 0 ? await readRejected(database, staged, rejections) : ok([]);
  if (!rejected.ok) return rejected;
  const rowsRead = staged.rows - counts.value.empty;
  if (rowsRead === counts.value.rejected) {
    const reason = rejected.value[0]?.reason ?? 'All rows are empty';
    return err({ kind: 'no-rows-kept', file: plan.file, rowsRead, reason });
  }
  const hasTimes = columns.some((column) => column.target.target === 'orders.ordered_at' && column.hasTimes);
  const facts: KeyFacts = { targets, index, hasTimes };
  const table = `typed_${index}`;
  const isRejecting = counts.value.rejected > 0;
  const created = await database.exec(
    `create or replace table ${table} as
     with typed as (${typedRowsSql(staged, columns, attributes, isRejecting ? rejections : [])})
     select *, ${customerKeySql(facts)} as customer_key, ${orderKeySql(facts)} as order_key,
       ${productKeySql(facts)} as product_key from typed`,
  );
  if (!created.ok) return created;
  const named = [...new Set(columns.flatMap(({ currencies }) => currencies))];
  const madeOrders = isDated(targets) && !targets.has('orders.order_id') && !targets.has('lines.order_id');
  const moment = hasTimes ? 'at one moment' : 'on one day';
  const message = `The file has no order numbers: what a customer bought ${moment} counts as one order`;
  return ok({
    index,
    table,
    plan,
    staged,
    targets,
    attributes,
    rules: findSignature(plan.source)?.rules ?? {},
    rowsRead,
    rejected: rejected.value,
    rowsRejected: counts.value.rejected,
    currency: named.length === 1 && !targets.has('orders.currency') ? named[0] : undefined,
    issues: [
      ...issuesOf(staged, counts.value, columns, required),
      ...(madeOrders ? [{ severity: 'info' as const, code: 'orders-made', message }] : []),
      ...(named.length > 1
        ? [
            {
              severity: 'warning' as const,
              code: 'mixed-currency-signs',
              message: `Amounts name several currencies: ${named.join(', ')}. They were not converted`,
            },
          ]
        : []),
    ],
  });
};
