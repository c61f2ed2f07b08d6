import type { DecodedArray, SchemaTree } from 'hyparquet';
import { assembleLists, assembleNested } from 'hyparquet/src/assemble.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { nestedText, type NestedValue } from '../nested-text.ts';
import { leafValue } from './leaf-value.ts';
import type { ParquetLeaf } from './parquet-leaf.ts';
import { presentValues } from './present-values.ts';
import type { ParquetChunk } from './read-chunk.ts';

/** A column that a nested field gives: where to find it in the field, and its name. */
export interface NestedPart {
  readonly name: string;
  readonly path: readonly string[];
}

/** A leaf within a list, with its pages. */
export interface NestedChunk {
  readonly leaf: ParquetLeaf;
  readonly chunk: ParquetChunk;
}

const isRecord = ({ element, children }: SchemaTree): boolean =>
  children.length > 0 &&
  element.repetition_type !== 'REPEATED' &&
  element.converted_type === undefined &&
  element.logical_type === undefined;

/** The columns of a nested field: records give one for each of their fields, lists and maps give one. */
export const nestedParts = (node: SchemaTree, path: readonly string[] = []): readonly NestedPart[] =>
  isRecord(node)
    ? node.children.flatMap((child) => nestedParts(child, [...path, child.element.name]))
    : [{ name: node.path.join('.'), path }];

/** Levels of all pages; pages that leave them out have everything there. */
const joinDefinitions = ({ leaf, chunk }: NestedChunk): number[] =>
  leaf.definition === 0
    ? []
    : chunk.pages.flatMap(({ definitions, entries }) =>
        definitions === undefined ? new Array<number>(entries).fill(leaf.definition) : [...definitions],
      );

const leafEntries = (nested: NestedChunk): DecodedArray => {
  const { leaf, chunk } = nested;
  const values = chunk.pages.flatMap((page) =>
    Array.from(presentValues(page) as ArrayLike<unknown>, (raw) => leafValue(leaf, raw)),
  );
  const repetitions = chunk.pages.flatMap((page) => [...(page.repetitions ?? [])]);
  return assembleLists([], joinDefinitions(nested), repetitions, values, [...leaf.nodes]);
};

const pick = (value: NestedValue, path: readonly string[]): NestedValue =>
  path.reduce<NestedValue>(
    (inner, name) =>
      inner !== null && typeof inner === 'object' ? (inner as Record<string, NestedValue>)[name] : undefined,
    value,
  );

/** The rows of a nested field as texts, one list for each part. */
export const nestedTexts = (
  node: SchemaTree,
  parts: readonly NestedPart[],
  chunks: readonly NestedChunk[],
  rows: number,
): readonly (readonly (string | null)[])[] => {
  const byPath = new Map(chunks.map((chunk) => [chunk.leaf.path.join('.'), leafEntries(chunk)]));
  if (node.children.length > 0) assembleNested(byPath, node, DEFAULT_PARSERS);
  const values = (byPath.get(node.path.join('.')) ?? []) as unknown as readonly NestedValue[];
  if (values.length < rows) throw new Error(`A nested column has ${values.length} of ${rows} rows`);
  return parts.map(({ path }) => values.slice(0, rows).map((value) => nestedText(pick(value, path))));
};
