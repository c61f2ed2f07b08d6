import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { AnalysisDefinition } from '../../../src/analyses/analysis.ts';
import { describeParameters } from '../../../src/analyses/parameters.ts';
import { analyses, findAnalysis } from '../../../src/analyses/registry.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folders = readdirSync(`${root}src/analyses`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const parts = ['definition.ts', 'query.sql', 'compute.ts', 'View.svelte', 'help.md'];

/** Entries of an object schema, or of the object inside nullable, array and described schemas. */
const entriesOf = (schema: unknown): Record<string, unknown> | undefined => {
  const { entries, wrapped, item } = schema as { entries?: object; wrapped?: unknown; item?: unknown };
  if (entries) return entries as Record<string, unknown>;
  const inner = wrapped ?? item;
  return inner === undefined ? undefined : entriesOf(inner);
};

/** Paths of the result's fields that nobody has described. */
const undescribed = (schema: unknown, path: string): string[] =>
  Object.entries(entriesOf(schema) ?? {}).flatMap(([name, field]) => {
    const here = `${path}.${name}`;
    const hasFields = entriesOf(field) !== undefined;
    const description = v.getDescription(field as v.GenericSchema);
    return [...(description || hasFields ? [] : [here]), ...undescribed(field, here)];
  });

describe('every analysis is complete', () => {
  it('has a folder and a line in the registry, under the same name', () => {
    expect(analyses.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
    expect(findAnalysis('no-such-analysis')).toBeUndefined();
  });

  for (const folder of folders) {
    describe(folder, () => {
      const definition = findAnalysis(folder) as AnalysisDefinition;

      it.each(parts)('has %s', (part) => {
        expect(existsSync(`${root}src/analyses/${folder}/${part}`)).toBe(true);
      });

      it('has a golden case', () => {
        expect(existsSync(`${root}test/golden/${folder}.test.ts`)).toBe(true);
      });

      it('says what it asks, needs, computes and when not to trust it', () => {
        expect(definition.question).toMatch(/\?$/);
        expect(definition.needs.length).toBeGreaterThan(0);
        expect(definition.formulas.length).toBeGreaterThan(0);
        expect(definition.sources.length).toBeGreaterThan(0);
        expect(definition.limits.length).toBeGreaterThan(0);
      });

      it('describes every parameter and has a default for it', () => {
        const described = describeParameters(definition.params);
        expect(described.map(({ name }) => name)).toEqual(Object.keys(definition.params.entries));
        expect(v.safeParse(definition.params, {}).success).toBe(true);
      });

      it('describes every field of its result', () => {
        expect(undescribed(definition.result, folder)).toEqual([]);
      });

      it('opens each query with its question, grain, columns and source', () => {
        for (const sql of Object.values(definition.queries)) {
          const opening = /^(?:--.*\n)+/.exec(sql)?.[0] ?? '';
          for (const word of ['Question', 'Grain', 'Parameters', 'Columns', 'Null', 'Source']) {
            expect(opening).toContain(word);
          }
        }
      });

      it('explains itself in a short help text', () => {
        const help = readFileSync(`${root}src/analyses/${folder}/help.md`, 'utf8');
        expect(help).toMatch(/^# /);
        expect(help.split(/\s+/).length).toBeLessThan(400);
      });
    });
  }
});
