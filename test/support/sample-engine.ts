import { openTestEngine, valueOf } from './engine.ts';
import type { TestEngine } from './engine.ts';

const engines = new Map<string, Promise<TestEngine>>();

const open = async (id: string): Promise<TestEngine> => {
  const engine = await openTestEngine();
  valueOf(await engine.sample(id));
  return engine;
};

/** What tests may do with an engine that others use too. */
export type SampleEngine = Pick<TestEngine, 'rows' | 'run' | 'describe'>;

/** An engine that holds a sample company, for tests that only ask: shared by all test files of a worker. */
export const openSampleEngine = (id: 'retailer' | 'supplier'): Promise<SampleEngine> => {
  const opened = engines.get(id) ?? open(id);
  engines.set(id, opened);
  return opened;
};
