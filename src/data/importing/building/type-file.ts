import type { AppError } from '../../../core/app-error.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { FilePlan } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { grains, missingFor } from '../mapping/grains.ts';
import { findSignature } from '../signatures/known-signatures.ts';
import { keptIssues } from '../privacy/propose-treatment.ts';
import { currencySql } from '../values/currency-sql.ts';
import { contradictingCurrencies } from './contradicting-currencies.ts';
import { fileIssues, namedCurrencies } from './file-issues.ts';
import { typeNative } from './native-columns.ts';
import { placeColumns, type PlacedColumns } from './place-columns.ts';
import { countRows, readRejected, rejectionsOf, type Rejection } from './reject-rows.ts';
import { requiredTargets } from './required-targets.ts';
import { customerKeySql, orderKeySql, productKeySql, type KeyFacts } from './row-keys.ts';
import type { StagedFile } from './stage-file.ts';
import { emptyRowSql, nativeColumn } from './staged-columns.ts';
import { createTyped } from './row-tables.ts';
import type { TypedColumn } from './column-reading.ts';
import { readAsShare } from './share-column.ts';
import { signAmounts } from './sign-amounts.ts';
import { typeColumn } from './typed-columns.ts';
import { unreadableIssues } from './unreadable-examples.ts';
import { typedName, type AttributeSource, type TypedFile } from './typed-file.ts';

/** What a plan lacks to be of any use; known exports are complete by themselves. */
const incompleteness = (plan: FilePlan, targets: ReadonlySet<string>): AppError | undefined => {
  if (targets.size > 0 && findSignature(plan.source) !== undefined) return undefined;
  const missing = grains
    .map((grain) => missingFor(grain, targets))
    .reduce((best, lacking) => (lacking.length < best.length ? lacking : best));
  return missing.length === 0 ? undefined : { kind: 'mapping-incomplete', file: plan.file, missing };
};

/** SQL of the currency that a row's own amounts name; undefined when a column tells it or no amount does. */
const rowCurrency = (columns: readonly TypedColumn[], targets: ReadonlySet<string>): string | undefined => {
  const [only, ...others] = namedCurrencies(columns);
  if (only === undefined || targets.has('orders.currency')) return undefined;
  if (others.length === 0) return quoteLiteral(only);
  const named = columns.filter(({ currencies }) => currencies.length > 0);
  return `coalesce(${named.map(({ text, currencies }) => currencySql(text, currencies)).join(', ')})`;
};

const typedRowsSql = (
  staged: StagedFile,
  columns: readonly TypedColumn[],
  attributes: readonly AttributeSource[],
  { rejections, hasEmptyRows }: Pick<SetAside, 'rejections' | 'hasEmptyRows'>,
  currency: string | undefined,
): string => {
  const selected = [
    'rowid + 1 as row_no',
    ...(currency === undefined ? [] : [`${currency} as row_currency`]),
    ...columns.map(({ sql, target }) => `${sql} as ${typedName(target.target)}`),
    ...attributes.map(({ staged: column, name }) => `${column} as ${name}`),
  ];
  const isEmpty = emptyRowSql(staged.source.names.length, staged.natives);
  const kept = [
    ...(hasEmptyRows ? [`not (${isEmpty})`] : []),
    ...rejections.map(({ condition }) => `not ${condition}`),
  ];
  return `select ${selected.join(', ')} from ${staged.table} where ${kept.join(' and ') || 'true'}`;
};

/** The target whose values are shares of 1. */
const shareTarget = 'lines.discount_rate';

const typeColumns = async (
  database: ImportDatabase,
  staged: StagedFile,
  { sources }: PlacedColumns,
  { dialect }: FilePlan,
): Promise<Result<readonly TypedColumn[]>> => {
  const columns: TypedColumn[] = [];
  for (const source of sources) {
    const native = await typeNative(database, staged, source);
    if (!native.ok) return native;
    const column = native.value ? ok(native.value) : await typeColumn(database, staged, source, dialect);
    if (!column.ok) return column;
    const read =
      source.target.target === shareTarget ? await readAsShare(database, staged.table, column.value) : column;
    if (!read.ok) return read;
    columns.push(read.value);
  }
  return signAmounts(database, staged.table, columns);
};

/** Rows that are set aside, and the conditions that set them aside. */
interface SetAside extends Pick<
  TypedFile,
  'rowsRead' | 'rowsRejected' | 'rejected' | 'issues' | 'repeatedRows'
> {
  readonly rejections: readonly Rejection[];
  readonly hasEmptyRows: boolean;
}

/** Whether a column is worked out as fast as it is read. */
const isReadAsIs = ({ sql, staged }: TypedColumn): boolean =>
  sql === staged || sql === `nullif(${staged}, '')` || sql.includes(nativeColumn(Number(staged.slice(1))));

const setAside = async (
  database: ImportDatabase,
  staged: StagedFile,
  plan: FilePlan,
  columns: readonly TypedColumn[],
  { targets, hasTimes }: KeyFacts,
): Promise<Result<SetAside>> => {
  const required = requiredTargets(targets);
  const rejections = rejectionsOf(columns, required, staged.table);
  const counts = await countRows(database, staged, rejections);
  if (!counts.ok) return counts;
  const rowsRejected = counts.value.rejected;
  const rejected = rowsRejected > 0 ? await readRejected(database, staged, rejections) : ok([]);
  if (!rejected.ok) return rejected;
  const rowsRead = staged.rows - counts.value.empty;
  const free = columns.filter(({ target }) => !required.includes(target.target));
  const unreadable = await unreadableIssues(database, staged, free);
  if (!unreadable.ok) return unreadable;
  const contradicted = await contradictingCurrencies(database, staged.table, columns);
  if (!contradicted.ok) return contradicted;
  const issues = [
    ...fileIssues({ staged, counts: counts.value, columns, targets, hasTimes }),
    ...unreadable.value,
    ...contradicted.value,
    ...keptIssues(plan.mapping),
  ];
  return ok({
    rowsRead,
    rowsRejected,
    rejected: rejected.value,
    issues,
    repeatedRows: counts.value.duplicates === undefined ? staged.repeatedRows : undefined,
    rejections: rowsRejected > 0 ? rejections : [],
    hasEmptyRows: counts.value.empty > 0,
  });
};

/** Types the rows of a staged file by its plan, sets aside those that can't be kept, and gives every row its keys. */
export const typeFile = async (
  database: ImportDatabase,
  staged: StagedFile,
  plan: FilePlan,
  index: number,
): Promise<Result<TypedFile>> => {
  const placed = placeColumns(plan, staged.source.names);
  const targets = new Set(placed.sources.map(({ target }) => target.target));
  const incomplete = incompleteness(plan, targets);
  if (incomplete) return err(incomplete);
  const columns = await typeColumns(database, staged, placed, plan);
  if (!columns.ok) return columns;
  const dates = columns.value.find(({ target }) => target.target === 'orders.ordered_at');
  const facts: KeyFacts = { targets, index, hasTimes: dates?.hasTimes === true };
  const aside = await setAside(database, staged, plan, columns.value, facts);
  if (!aside.ok) return aside;
  const { rejections, hasEmptyRows, ...report } = aside.value;
  const currency = rowCurrency(columns.value, targets);
  const table = `typed_${index}`;
  const isLight =
    !hasEmptyRows && rejections.length === 0 && currency === undefined && columns.value.every(isReadAsIs);
  const created = await createTyped(
    database,
    table,
    `with typed as (${typedRowsSql(staged, columns.value, placed.attributes, { rejections, hasEmptyRows }, currency)})
     select *, ${customerKeySql(facts)} as customer_key, ${orderKeySql(facts)} as order_key,
       ${productKeySql(facts)} as product_key from typed`,
    isLight,
  );
  if (!created.ok) return created;
  return ok({
    index,
    table,
    isLight,
    plan,
    staged,
    targets,
    attributes: placed.attributes,
    rules: findSignature(plan.source)?.rules ?? {},
    ...report,
    currencySql: currency === undefined ? undefined : 'row_currency',
  });
};
