import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackCorpus } from '../support/corpus.ts';
import { openTestEngine } from '../support/engine.ts';
import { fileFrom } from '../support/importing.ts';
import { measures, readCleanTable, scoreTable, sumOf, writeTable } from '../support/pollock-score.ts';
import { byEngine, readTable, tableOf } from '../support/read-table.ts';

interface Scored {
  readonly name: string;
  readonly scores: readonly number[];
  readonly isWarned: boolean;
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

const report = (files: readonly Scored[], weights: Readonly<Record<string, number>>): readonly object[] => {
  const mean = (of: (file: Scored) => number): number =>
    files.reduce((sum, file) => sum + of(file), 0) / files.length;
  const total = files.reduce((sum, { name }) => sum + (weights[name] ?? -1), 0);
  const weighted = files.reduce(
    (sum, { name, scores }) => sum + (sumOf(scores) * (weights[name] ?? -1)) / total,
    0,
  );
  const low = files.filter(({ scores }) => sumOf(scores) < 9);
  return [
    { measure: 'files', value: files.length },
    ...measures.map((measure, index) => ({
      measure,
      value: round(mean(({ scores }) => scores[index] ?? 0)),
    })),
    { measure: 'simple score (at most 10)', value: round(mean(({ scores }) => sumOf(scores))) },
    { measure: 'weighted score (at most 10)', value: round(weighted) },
    { measure: 'files below 9', value: low.length },
    { measure: 'of them without a warning', value: low.filter(({ isWarned }) => !isWarned).length },
    ...[...files]
      .sort((a, b) => sumOf(a.scores) - sumOf(b.scores))
      .slice(0, 12)
      .map(({ name, scores }) => ({ measure: name, value: round(sumOf(scores)) })),
  ];
};

/** Reads every polluted file of the Pollock benchmark as an import does, told nothing, and scores the tables. */
export default async () => {
  const corpus = unpackCorpus('pollock');
  const weights = JSON.parse(readFileSync(join(corpus, 'pollock_weights.json'), 'utf8')) as Record<
    string,
    number
  >;
  const polluted = join(corpus, 'polluted_files');
  const loaded = mkdtempSync(join(tmpdir(), 'arrowhead-pollock-loaded-'));
  const engine = await openTestEngine();
  const files: Scored[] = [];
  const started = performance.now();
  for (const name of readdirSync(join(polluted, 'csv')).sort()) {
    const found = await readTable(fileFrom(join(polluted, 'csv', name)), byEngine(engine));
    const table = tableOf(found);
    const clean = readCleanTable(readFileSync(join(polluted, 'clean', name), 'utf8'));
    const isWarned = found.error !== undefined || found.issues.some(({ severity }) => severity !== 'info');
    files.push({ name, scores: scoreTable(clean, table), isWarned });
    if (table) writeFileSync(join(loaded, `${name}_converted.csv`), writeTable(table));
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  return {
    title: `Pollock: ${files.length} polluted files in ${seconds} s; the tables lie in ${loaded}`,
    rows: report(files, weights),
  };
};
