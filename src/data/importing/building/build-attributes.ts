import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { SqlType } from '../../tables/table.ts';
import { inBatches } from './attribute-batches.ts';
import type { TypedAttribute } from './probe-attributes.ts';
import { typeAttributes } from './type-attributes.ts';
import type { AttributeSource, TypedFile } from './typed-file.ts';

/** The largest share of customers with several rows that may contradict themselves. */
const mostContradictions = 0.02;

/** The attributes of a file that are the same in (nearly) all rows of a customer. */
const findConstant = async (
  database: ImportDatabase,
  { table, attributes }: TypedFile,
): Promise<Result<ReadonlySet<AttributeSource>>> => {
  const constant = new Set<AttributeSource>();
  for (const batch of inBatches(attributes)) {
    const differs = batch.map(
      ({ name }, index) => `coalesce(min(${name}) <> max(${name}), false) as d${index}`,
    );
    const shares = batch.map((_, index) => `coalesce(avg(d${index}::integer), 0)::double as s${index}`);
    const counted = await database.rows(
      `select ${shares.join(', ')} from (select ${differs.join(', ')} from ${table}
       where customer_key is not null group by customer_key having count(*) > 1)`,
    );
    if (!counted.ok) return counted;
    const row = counted.value[0] ?? {};
    batch.forEach((attribute, index) => {
      if (Number(row[`s${index}`] ?? 0) <= mostContradictions) constant.add(attribute);
    });
  }
  return ok(constant);
};

const rankOf = ({ targets }: TypedFile): string =>
  targets.has('orders.ordered_at') ? 'orders__ordered_at' : 'row_no';

/** The attributes of one file, customer by customer: the latest values. */
const attributeRows = (attributes: readonly TypedAttribute[]): string => {
  const file = attributes[0]?.file;
  if (file === undefined) return '';
  const values = attributes.map(
    ({ attribute, sql, type }) => `arg_max(${sql}, ${rankOf(file)})::${type} as ${attribute.name}`,
  );
  return `select customer_key as customer_id, ${values.join(', ')}
    from ${file.table} where customer_key is not null group by 1`;
};

/** Type of each attribute by name: those of several files become one column, text when their types differ. */
const typesByName = (attributes: readonly TypedAttribute[]): ReadonlyMap<string, SqlType> => {
  const types = new Map<string, SqlType>();
  for (const { attribute, type } of attributes) {
    const known = types.get(attribute.name);
    types.set(attribute.name, known === undefined || known === type ? type : 'VARCHAR');
  }
  return types;
};

const tableSql = (files: readonly (readonly TypedAttribute[])[]): string => {
  const parts = files.filter((attributes) => attributes.length > 0);
  if (parts.length === 0) return 'create or replace table next_customer_attributes (customer_id varchar)';
  const columns = [...typesByName(parts.flat())].map(
    ([name, type]) => `any_value(${name})::${type} as ${name}`,
  );
  return `create or replace table next_customer_attributes as
    select customer_id, ${columns.join(', ')}
    from (${parts.map(attributeRows).join('\nunion all by name\n')})
    group by customer_id`;
};

/** The attribute table, and what was left out of it. */
export interface BuiltAttributes {
  readonly statement: string;
  readonly issues: readonly ImportIssue[];
}

/** SQL of `next_customer_attributes`: every attribute typed by all its values, numbers as numbers. Columns that contradict themselves are left out. */
export const buildAttributes = async (
  database: ImportDatabase,
  files: readonly TypedFile[],
): Promise<Result<BuiltAttributes>> => {
  const typedFiles: (readonly TypedAttribute[])[] = [];
  const issues: ImportIssue[] = [];
  for (const file of files) {
    const constant = await findConstant(database, file);
    if (!constant.ok) return constant;
    const kept = file.attributes.filter((attribute) => constant.value.has(attribute));
    const types = await typeAttributes(database, file, kept);
    if (!types.ok) return types;
    const attributes: TypedAttribute[] = [];
    for (const attribute of file.attributes) {
      if (!constant.value.has(attribute)) {
        const message = `“${attribute.column}” differs between rows of the same customer: it was not loaded as an attribute`;
        issues.push({ severity: 'warning', code: 'attribute-not-constant', message });
        continue;
      }
      const typed = types.value.get(attribute);
      if (typed === undefined) continue;
      attributes.push(typed);
      issues.push(...typed.issues);
    }
    typedFiles.push(attributes);
  }
  return ok({ statement: tableSql(typedFiles), issues });
};
