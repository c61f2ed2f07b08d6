import type { SourceColumn } from '../contract.ts';
import { detectPersonal } from '../privacy/detect-personal.ts';
import { isNullWord } from './null-words.ts';
import { kindOfColumn } from './value-kind.ts';

const mostSamples = 5;
const longestSample = 80;

/**
 * Describes a column from its cells in the sample: what they look like, examples, how many are empty or different, and
 * whether they are personal.
 */
export const profileColumn = (name: string, header: string, cells: readonly string[]): SourceColumn => {
  const values = cells.filter((cell) => !isNullWord(cell));
  const different = new Set(values);
  const personal = detectPersonal(header, [...different]);
  return {
    name,
    header,
    kind: kindOfColumn(values),
    samples: [...different].slice(0, mostSamples).map((value) => value.trim().slice(0, longestSample)),
    emptyShare: cells.length === 0 ? 1 : 1 - values.length / cells.length,
    distinct: different.size,
    ...(personal === undefined ? {} : { personal }),
  };
};
