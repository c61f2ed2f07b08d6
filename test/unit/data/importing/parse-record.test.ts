import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSample } from '../../../../src/data/importing/text/parse-sample.ts';
import { streamRecords } from '../../../../src/data/importing/text/record-stream.ts';

const comma = { delimiter: ',', quote: '"' };
const fieldsOf = (text: string, dialect = comma): readonly (readonly string[])[] =>
  parseSample(text, dialect).map(({ fields }) => fields);

describe('parseSample', () => {
  it('reads quoted delimiters, line ends and doubled quotes', () => {
    expect(fieldsOf('a,"b, c","d\r\ne","f ""g"""\r\n1,2,3,4')).toEqual([
      ['a', 'b, c', 'd\r\ne', 'f "g"'],
      ['1', '2', '3', '4'],
    ]);
  });
  it('keeps text after a closing quote and quotes inside plain text', () => {
    expect(fieldsOf('1,"bad" tail,3\n1,he "x" y,3\n')).toEqual([
      ['1', '"bad" tail', '3'],
      ['1', 'he "x" y', '3'],
    ]);
  });
  it('takes undoubled quotes inside quoted text for part of it', () => {
    expect(fieldsOf('1,"a "b" c",3\n')).toEqual([['1', 'a "b" c', '3']]);
    expect(fieldsOf('1,"5 3/6" x 11"","20,94"\n', { ...comma, columns: 3 } as typeof comma)).toEqual([
      ['1', '5 3/6" x 11"', '20,94'],
    ]);
  });
  it('loses no row to a quote that is never closed', () => {
    expect(fieldsOf('1,"open,3\n4,5,6\n7,8,9')).toEqual([
      ['1', '"open', '3'],
      ['4', '5', '6'],
      ['7', '8', '9'],
    ]);
  });
  it('reads any mix of line ends and leaves out blank lines, counting them', () => {
    const records = parseSample('a,b\r\n\n1,2\r3,4\n', comma);
    expect(records.map(({ fields, line }) => [line, ...fields])).toEqual([
      [1, 'a', 'b'],
      [3, '1', '2'],
      [4, '3', '4'],
    ]);
  });
  it('takes runs of spaces for one delimiter', () => {
    expect(fieldsOf(' 00004  19970101   2  29.33 \n', { delimiter: ' ', quote: '"' })).toEqual([
      ['00004', '19970101', '2', '29.33'],
    ]);
  });
});

const quoteField = (field: string): string => `"${field.replaceAll('"', '""')}"`;
const table = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc.array(
    fc.array(fc.string({ unit: fc.constantFrom('a', '1', ' ', '"', ',', ';', '\n', '\r\n', 'é', "'") }), {
      minLength: columns,
      maxLength: columns,
    }),
    { minLength: 1, maxLength: 8 },
  ),
);

describe('write, then read', () => {
  it('gives any quoted table back, whatever the delimiter', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|', '::'), (rows, delimiter) => {
        const text = rows.map((row) => row.map(quoteField).join(delimiter)).join('\r\n');
        const kept = rows.filter((row) => row.length > 1 || (row[0] ?? '').trim() !== '');
        expect(fieldsOf(text, { delimiter, quote: '"' })).toEqual(kept);
      }),
    );
  });
  it('does not depend on how the file is cut into chunks', async () => {
    const text = 'a,"b\r\nc"\r\n"d ""e""",f\r\n\r\n"g,",h';
    const encoded = new TextEncoder().encode(text);
    for (let size = 1; size <= encoded.length; size += 1) {
      const chunks = Array.from({ length: Math.ceil(encoded.length / size) }, (_, index) =>
        encoded.slice(index * size, (index + 1) * size),
      );
      const stream = {
        stream: () => new Blob(chunks).stream().pipeThrough(cutInto(size)),
      } as unknown as Blob;
      const records: (readonly [number, ...string[]])[] = [];
      for await (const batch of streamRecords(stream, 'utf-8', comma))
        for (const { line, record } of batch) records.push([line, ...record.fields]);
      expect(records).toEqual([
        [1, 'a', 'b\r\nc'],
        [3, 'd "e"', 'f'],
        [5, 'g,', 'h'],
      ]);
    }
  });
});

const cutInto = (size: number): TransformStream<Uint8Array, Uint8Array> =>
  new TransformStream({
    transform(chunk, controller) {
      for (let from = 0; from < chunk.length; from += size)
        controller.enqueue(chunk.slice(from, from + size));
    },
  });
