import { ok, err } from '../../src/core/result.ts';
import type { FileInspection, FilePlan, LoadMode, LoadReport } from '../../src/data/importing/contract.ts';
import type { Treatment } from '../../src/data/quality/treatment.ts';
import type { DatasetDescription, EngineContract } from '../../src/engine/contract.ts';
import { fileOf, inspectAll } from './importing.ts';

/** An engine whose data are one table that holds the names of the files loaded. */
export class NamesEngine {
  names: readonly string[] = [];
  modes: LoadMode[] = [];
  inspected: readonly FileInspection[] = [];
  profiles: readonly unknown[] = [];
  known: DatasetDescription | undefined;
  treated: readonly Treatment[] = [];
  failsToLoad = false;

  async inspect(...args: Parameters<EngineContract['inspect']>): ReturnType<EngineContract['inspect']> {
    this.profiles = args[4] ?? [];
    this.inspected = await inspectAll(...args[1]);
    return ok(this.inspected);
  }

  load(
    ...[, plans, , , mode = 'replace']: Parameters<EngineContract['load']>
  ): ReturnType<EngineContract['load']> {
    if (this.failsToLoad) return Promise.resolve(err({ kind: 'cancelled' }));
    this.modes.push(mode);
    const names = plans.map(({ file }) => file);
    this.names = mode === 'append' ? [...this.names, ...names] : names;
    const files = plans.map((plan) => this.#reportOf(plan));
    return Promise.resolve(ok({ files, tables: [], issues: [], ms: 1, mode, changes: [] }));
  }

  describe(): ReturnType<EngineContract['describe']> {
    return Promise.resolve(ok(this.#description()));
  }

  clear(): ReturnType<EngineContract['clear']> {
    this.names = [];
    return this.describe();
  }

  save(): ReturnType<EngineContract['save']> {
    const bytes = new TextEncoder().encode(this.names.join('|'));
    return Promise.resolve(ok([{ name: 'orders', rows: 1, bytes }]));
  }

  restore(...[files, , known]: Parameters<EngineContract['restore']>): ReturnType<EngineContract['restore']> {
    this.known = known;
    this.names = new TextDecoder().decode(files[0]?.bytes).split('|').filter(Boolean);
    return this.describe();
  }

  treat(...[, treatments]: Parameters<EngineContract['treat']>): ReturnType<EngineContract['treat']> {
    this.treated = treatments;
    return this.describe();
  }

  #description(): DatasetDescription {
    const table = { name: 'orders', rows: this.names.length, columns: [] };
    const tables = this.names.length > 0 ? [table] : [];
    return { fingerprint: this.names.join(' '), tables, profile: [], currencies: [] };
  }

  #reportOf({ file, source, dialect, mapping }: FilePlan): LoadReport['files'][number] {
    const rejected = [{ line: 2, reason: 'No date', text: 'ann,someday,1' }];
    const counts = { rowsRead: 2, rowsKept: 1, rowsRejected: 1, bytes: 1, ms: 1 };
    const kind = { format: 'csv', encoding: 'utf-8', table: 'orders', tables: ['orders'] } as const;
    return { file, source, dialect, mapping, rejected, issues: [], ...counts, ...kind };
  }
}

/** A file of purchases that needs no decision. */
export const shop = (name: string): File =>
  fileOf(name, 'customer,date,amount\nann,2024-01-15,10\nbob,2024-02-20,20');
/** The same with dates that could be either. */
export const doubtful = (name: string): File =>
  fileOf(name, 'customer,date,amount\nann,03/04/2024,1\nbob,05/06/2024,2');
