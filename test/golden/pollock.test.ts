import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasCorpus, unpackCorpus } from '../support/corpus.ts';
import { fileFrom } from '../support/importing.ts';
import { readCleanTable, scoreTable, sumOf } from '../support/pollock-score.ts';
import { byReader, readTable, tableOf } from '../support/read-table.ts';

/** Every how manieth of the many files in which one row or cell is polluted; the files of other kinds are all read. */
const step = 59;

interface Scored {
  readonly name: string;
  readonly score: number;
  readonly isWarned: boolean;
}

const scoreFiles = async (): Promise<readonly Scored[]> => {
  const polluted = join(unpackCorpus('pollock'), 'polluted_files');
  const names = readdirSync(join(polluted, 'csv')).sort();
  const many = names.filter((name) => name.startsWith('row_'));
  const chosen = [
    ...names.filter((name) => !name.startsWith('row_')),
    ...many.filter((_, at) => at % step === 0),
  ];
  const scored: Scored[] = [];
  for (const name of chosen) {
    const found = await readTable(fileFrom(join(polluted, 'csv', name)), byReader);
    const clean = readCleanTable(readFileSync(join(polluted, 'clean', name), 'utf8'));
    const isWarned = found.error !== undefined || found.issues.some(({ severity }) => severity !== 'info');
    scored.push({ name, score: sumOf(scoreTable(clean, tableOf(found))), isWarned });
  }
  return scored;
};

describe.skipIf(!hasCorpus('pollock'))('Pollock benchmark, a sample', () => {
  it(
    'reads polluted files as well as ever, and none badly without a warning',
    { timeout: 60_000 },
    async () => {
      const scored = await scoreFiles();
      expect(scored.length).toBeGreaterThan(55);
      const mean = scored.reduce((sum, { score }) => sum + score, 0) / scored.length;
      // The whole corpus has 9.99; the sample has more of the difficult kinds.
      expect(mean).toBeGreaterThan(9.95);
      expect(scored.filter(({ score, isWarned }) => score < 9 && !isWarned)).toEqual([]);
      const known = ['file_field_delimiter_0x20.csv'];
      expect(scored.filter(({ name, score }) => score < 9 && !known.includes(name))).toEqual([]);
    },
  );
});
