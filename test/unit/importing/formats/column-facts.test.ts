import { float64 } from '@uwdata/flechette';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnOf,
  dictionaryColumn,
  textColumn,
  type ArrowColumn,
} from '../../../../src/data/importing/columnar/arrow-columns.ts';
import {
  ColumnarFactsCollector,
  gatherColumnarFacts,
} from '../../../../src/data/importing/columnar/column-facts.ts';
import { countRepeatedRows } from '../../../../src/data/importing/text/columns/row-hashes.ts';

type Cells = readonly [plain: string | null, indexed: string | null, number: number | null];

const words = ['', 'A-1', 'n/a', ' x', 'Ünder', '12; 13'] as const;

const numberColumn = (values: readonly (number | null)[]): ArrowColumn => {
  const bits = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, at) => {
    if (value !== null) bits[at >> 3] = (bits[at >> 3] as number) | (1 << (at & 7));
  });
  const nulls = values.filter((value) => value === null).length;
  return columnOf(float64(), {
    length: values.length,
    validity: nulls === 0 ? undefined : { bits, nulls },
    values: Float64Array.from(values, (value) => value ?? 0),
  });
};

const indexedColumn = (values: readonly (string | null)[]): ArrowColumn => {
  const marks = values.map((value) => value !== null);
  const bits = new Uint8Array(Math.ceil(values.length / 8));
  marks.forEach((is, at) => {
    if (is) bits[at >> 3] = (bits[at >> 3] as number) | (1 << (at & 7));
  });
  const nulls = marks.filter((is) => !is).length;
  const places = Int32Array.from(values, (value) => Math.max(0, words.indexOf((value ?? '') as never)));
  return dictionaryColumn(textColumn(words), places, nulls === 0 ? undefined : { bits, nulls });
};

const columnsOf = (rows: readonly Cells[]): readonly ArrowColumn[] => [
  textColumn(rows.map(([plain]) => plain)),
  indexedColumn(rows.map(([, indexed]) => indexed)),
  numberColumn(rows.map(([, , number]) => number)),
];

const cell = fc.oneof(fc.constantFrom(...words), fc.constant(null));
const row = fc.tuple(cell, cell, fc.oneof(fc.constantFrom(0, 1.5, -2), fc.constant(null)));

describe('facts about typed columns', () => {
  it('are those that looking at every row gives, however many batches and readers there are', () => {
    fc.assert(
      fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 12 }), { maxLength: 5 }), (batches) => {
        const readers = [new ColumnarFactsCollector(), new ColumnarFactsCollector()];
        batches.forEach((rows, at) => readers[at % 2]?.add(columnsOf(rows), rows.length));
        const facts = gatherColumnarFacts(readers.map((reader) => reader.facts));
        const rows = batches.flat().map((cells) => cells.map((value) => (value === '' ? null : value)));
        const full = rows
          .filter((cells) => cells.some((value) => value !== null))
          .map((cells) => JSON.stringify(cells));
        expect(facts?.rows).toBe(rows.length);
        expect(facts?.emptyRows).toBe(rows.length - full.length);
        const filled = [0, 1, 2].map((at) => rows.filter((cells) => cells[at] !== null).length);
        expect(facts?.columns.map((column) => column.filled)).toEqual(batches.length === 0 ? [] : filled);
        expect(countRepeatedRows(readers.map((reader) => reader.takeHashes()))).toBe(
          full.length - new Set(full).size,
        );
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('tell texts that need a closer look, as identifiers more of them', () => {
    const factsOf = (values: readonly string[]) => {
      const collector = new ColumnarFactsCollector();
      collector.add([textColumn(values)], values.length);
      return collector.facts?.columns[0];
    };
    expect(factsOf(['A-1', 'Ünder', ''])).toEqual({ filled: 2, isPlain: true, isPlainIdentifier: true });
    expect(factsOf(['A-1', '12; 13'])).toEqual({ filled: 2, isPlain: true, isPlainIdentifier: false });
    expect(factsOf(['A-1', 'n/a'])).toEqual({ filled: 2, isPlain: false, isPlainIdentifier: false });
  });
});
