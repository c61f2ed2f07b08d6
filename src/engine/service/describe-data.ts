import { isDay } from '../../core/day.ts';
import { ok, type Result } from '../../core/result.ts';
import type { RunContext } from '../../analyses/analysis.ts';
import { customerValueColumns } from '../../data/facts/customer-values.ts';
import { firstOrderColumns } from '../../data/facts/first-orders.ts';
import type { DatasetDescription, DescriptionDetail, LoadedColumn, LoadedTable } from '../contract.ts';
import type { DataStore } from './data-store.ts';
import type { DatasetDictionary } from './dataset-dictionary.ts';
import type { Job } from './job.ts';
import type { CustomerProfiles } from './profiles.ts';

const profileTable = 'customer_profiles';

interface Described {
  readonly dictionary: DatasetDictionary;
  readonly profiles: CustomerProfiles;
  readonly store: Pick<DataStore, 'applied'>;
}

const describeProfiles = async (
  { dictionary, profiles }: Described,
  context: RunContext | undefined,
  job: Job,
): Promise<Result<readonly LoadedTable[]>> => {
  const fitting = context && isDay(context.asOf) ? ok(context) : await profiles.defaultContext(job);
  if (!fitting.ok) return fitting;
  const prepared = await profiles.prepare(fitting.value, job);
  if (!prepared.ok) return prepared;
  const profile = await dictionary.describeTable(profileTable, job);
  return profile.ok ? ok(profile.value ? [profile.value] : []) : profile;
};

/**
 * The columns of profiles, those of customer values, which are known of whoever has bought, and those of first orders, where the
 * data tell of them; both are worked out when asked for.
 */
const withDerivedColumns = (
  columns: readonly LoadedColumn[],
  tables: readonly LoadedTable[],
): readonly LoadedColumn[] => {
  const buyers = columns.find(({ name }) => name === 'last_order')?.known ?? 0;
  const values = customerValueColumns.map(({ name, type }) => ({ name, type, known: buyers }));
  const isKnown = (table: string, column: string): boolean =>
    (tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column)?.known ?? 0) > 0;
  const firsts = firstOrderColumns.map(({ name, type, needs }) => ({
    name,
    type,
    known: isKnown(needs.table, needs.column) ? buyers : 0,
  }));
  return columns.length === 0 ? columns : [...columns, ...values, ...firsts];
};

/** The loaded tables and, with values, the customer profiles of a context; by default that of the day after the last order. */
export const describeData = async (
  engine: Described,
  context: RunContext | undefined,
  detail: DescriptionDetail,
  job: Job,
): Promise<Result<DatasetDescription>> => {
  const { dictionary } = engine;
  const found = await dictionary.describe(job);
  if (!found.ok) return found;
  const treatments = engine.store.applied;
  const described = { ...found.value, ...(treatments.length > 0 ? { treatments } : {}) };
  if (described.tables.length === 0 || detail === 'tables') return ok({ ...described, profile: [] });
  const profile = await describeProfiles(engine, context, job);
  if (!profile.ok) return profile;
  const tables = await dictionary.withValues([...described.tables, ...profile.value], job);
  if (!tables.ok) return tables;
  return ok({
    ...described,
    tables: tables.value.filter(({ name }) => name !== profileTable),
    profile: withDerivedColumns(
      tables.value.find(({ name }) => name === profileTable)?.columns ?? [],
      tables.value,
    ),
  });
};
