import { describe, expect, it } from 'vitest';
import type { LoadMode } from '../../../src/data/importing/contract.ts';
import { changeWords } from '../../../src/state/change-words.ts';

describe('the words on a change', () => {
  const change = (table: string, added: number, updated: number) => ({
    table,
    before: 5,
    after: 5 + added,
    added,
    updated,
    unchanged: 5 - updated,
    removed: 0,
  });
  const words = (mode: LoadMode, ...changes: readonly ReturnType<typeof change>[]): string =>
    changeWords({ files: [], tables: [], issues: [], ms: 1, mode, changes });

  it.each([
    [
      'Added to your data: 2 new orders, 1 updated.',
      words('append', change('lines', 9, 0), change('orders', 2, 1)),
    ],
    [
      'Added to your data: 7 new stage events, 0 updated.',
      words('append', change('orders', 0, 0), change('stage_events', 7, 0)),
    ],
    ['Nothing in the files was new to your data.', words('append', change('orders', 0, 0))],
    ['The new data have taken the place of the earlier ones.', words('replace', change('orders', 2, 1))],
  ])('%s', (expected, said) => {
    expect(said).toBe(expected);
  });
});
