import { kindOfFormat, type FormatKind } from '../number-format.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { attribute, resolveEntities } from './xml-scanner.ts';

/** Characters that XML can't hold are written as `_x000D_`. */
const unescape = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** A text of a workbook as it is meant. */
export const cleanText = (text: string): string => unescape(resolveEntities(text));

/** The texts that cells refer to by number. Formatted runs are joined, readings of characters left out. */
export const readStrings = async (
  parts: WorkbookParts,
  part: string | undefined,
): Promise<readonly string[]> => {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let text = '';
  let isText = false;
  let isReading = false;
  await parts.scan(part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') isText = !isReading;
      else if (name === 'rPh') isReading = true;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') isReading = false;
      else if (name === 'si') strings.push(cleanText(text));
    },
    text: (piece) => {
      if (isText) text += piece;
    },
  });
  return strings;
};

/** What each cell style makes of numbers, by its index. */
export const readStyles = async (
  parts: WorkbookParts,
  part: string | undefined,
): Promise<readonly FormatKind[]> => {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  if (part === undefined) return [];
  let isInCells = false;
  await parts.scan(part, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) formats.push(Number(attribute(attributes, 'numFmtId') ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
    text: () => undefined,
  });
  return formats.map((id) => kindOfFormat(id, codes.get(id)));
};
