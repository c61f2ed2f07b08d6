import { isoText, numberText, serialText } from '../cell-text.ts';
import type { FormatKind } from '../number-format.ts';
import type { SheetWriter } from '../sheet-writer.ts';
import { cleanText } from './read-tables.ts';
import { attribute, type XmlHandler } from './xml-scanner.ts';

/** What a sheet's cells refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: readonly FormatKind[];
  readonly from1904: boolean;
}

/** Column of a cell's address such as `AB12`, from 0; undefined without one. */
const columnOf = (address: string | undefined): number | undefined => {
  if (address === undefined) return undefined;
  let column = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const letter = (address.charCodeAt(at) & ~32) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return at === 0 ? undefined : column - 1;
};

const mostColumns = 16_384;
const plainNumber = /^-?\d{1,15}$/;

/** Reads the cells of a sheet row by row into a writer. */
export class SheetHandler implements XmlHandler {
  readonly #context: CellContext;
  readonly #writer: SheetWriter;
  #row: string[] = [];
  #rowNumber = 0;
  #column = -1;
  #type = '';
  #kind: FormatKind = 'number';
  #text = '';
  #isText = false;
  #isReading = false;

  constructor(context: CellContext, writer: SheetWriter) {
    this.#context = context;
    this.#writer = writer;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'row':
        this.#openRow(attributes);
        break;
      case 'c':
        this.#openCell(attributes);
        break;
      case 'v':
      case 't':
        this.#isText = !this.#isReading;
        break;
      case 'rPh':
        this.#isReading = true;
        break;
    }
  }

  close(name: string): void {
    switch (name) {
      case 'row':
        this.#writer.add(this.#row);
        break;
      case 'c':
        this.#closeCell();
        break;
      case 'v':
      case 't':
        this.#isText = false;
        break;
      case 'rPh':
        this.#isReading = false;
        break;
    }
  }

  text(piece: string): void {
    if (this.#isText) this.#text += piece;
  }

  #openRow(attributes: string): void {
    const number = Number(attribute(attributes, 'r') ?? this.#rowNumber + 1);
    if (number > this.#rowNumber + 1) this.#writer.skip(number - this.#rowNumber - 1);
    this.#rowNumber = Math.max(number, this.#rowNumber + 1);
    this.#row = [];
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    this.#column = columnOf(attribute(attributes, 'r')) ?? this.#column + 1;
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#kind = this.#context.styles[Number(attribute(attributes, 's') ?? 0)] ?? 'number';
    this.#text = '';
  }

  #closeCell(): void {
    const value = this.#value();
    if (value === '' || this.#column >= mostColumns) return;
    while (this.#row.length < this.#column) this.#row.push('');
    this.#row[this.#column] = value;
    this.#writer.cells += 1;
  }

  #value(): string {
    const text = this.#text;
    switch (this.#type) {
      case 's':
        return text === '' ? '' : (this.#context.strings[Number(text)] ?? '');
      case 'str':
      case 'inlineStr':
        return cleanText(text);
      case 'b':
        return text.trim() === '' ? '' : /^(1|true)$/i.test(text.trim()) ? 'true' : 'false';
      case 'e':
        if (text !== '') this.#writer.addError(text);
        return '';
      case 'd':
        return isoText(text.trim());
      default:
        return this.#number(text.trim());
    }
  }

  #number(text: string): string {
    if (text === '') return '';
    if (this.#kind !== 'number') return serialText(Number(text), this.#kind, this.#context.from1904);
    if (plainNumber.test(text)) return text;
    const value = Number(text);
    if (Number.isNaN(value)) return cleanText(text);
    const written = numberText(value);
    if (written.includes('.')) this.#writer.hasDecimals = true;
    return written;
  }
}
