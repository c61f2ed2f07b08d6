import { usualLength } from '../dialect/table-shape.ts';
import { parseSample, type SampleRecord } from './parse-sample.ts';
import type { RecordDialect } from './record-dialect.ts';

/** Lines of a text; a line end at its end does not open another one. */
export const linesOf = (text: string): number => {
  const ends = text.match(/\r\n|\r|\n/g)?.length ?? 0;
  return /[\r\n]$/.test(text) || text === '' ? ends : ends + 1;
};

/** The character after so many line ends. */
export const afterLines = (text: string, lines: number): number => {
  const ends = /\r\n|\r|\n/g;
  for (let count = 0; count < lines; count += 1) if (ends.exec(text) === null) return text.length;
  return lines === 0 ? 0 : ends.lastIndex;
};

/**
 * Records of a sample, read again with the number of columns that most of them have where some have another.
 * @param isCut the text goes on after its end
 */
export const readSample = (
  text: string,
  dialect: RecordDialect,
  most: number,
  isCut: boolean,
): readonly SampleRecord[] => {
  const first = parseSample(text, dialect, most, isCut);
  const { length, share } = usualLength(first);
  const isIrregular = first.some(({ isLoose, fields }) => isLoose || fields.length !== length);
  return share > 0.5 && isIrregular ? parseSample(text, { ...dialect, columns: length }, most, isCut) : first;
};
