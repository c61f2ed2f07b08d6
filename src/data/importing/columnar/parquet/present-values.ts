import type { DecodedArray } from 'hyparquet';
import type { ParquetPage } from './read-chunk.ts';

const sameKind = (values: DecodedArray, length: number): DecodedArray =>
  Array.isArray(values)
    ? new Array<unknown>(length)
    : new (values.constructor as new (length: number) => Exclude<DecodedArray, unknown[]>)(length);

/** The values of a page that are there, looked up in the dictionary where it is used. */
export const presentValues = (page: ParquetPage): DecodedArray => {
  const { dictionary } = page;
  if (!page.isIndexed) return page.values;
  if (page.values.length === 0) return [];
  if (dictionary === undefined) throw new Error('A page refers to a dictionary that is not there');
  const values = sameKind(dictionary, page.values.length);
  for (let at = 0; at < values.length; at += 1) {
    const index = page.values[at] as number;
    if (index >= dictionary.length)
      throw new Error(`A page refers to value ${index} of ${dictionary.length}`);
    values[at] = dictionary[index] as never;
  }
  return values;
};
