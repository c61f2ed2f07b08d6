import { DataStore } from '../../src/engine/service/data-store.ts';
import { DuckDBSession } from '../../src/engine/service/duckdb-session.ts';
import { nodeHost } from './node-host.ts';
import { valueOf } from './value-of.ts';

/** An engine's session in Node with a store that holds no data yet. */
export const openTestStore = async (): Promise<{
  readonly session: DuckDBSession;
  readonly store: DataStore;
}> => {
  const session = valueOf(await DuckDBSession.open(nodeHost));
  const store = new DataStore(session);
  valueOf(await store.open());
  return { session, store };
};
