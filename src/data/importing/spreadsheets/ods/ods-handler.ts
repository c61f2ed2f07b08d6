import { isoText, numberText } from '../cell-text.ts';
import type { SheetWriter } from '../sheet-writer.ts';
import { attribute, resolveEntities, type XmlHandler } from '../xlsx/xml-scanner.ts';

/** `PT05H43M21S` as `05:43:21`. */
const durationText = (text: string): string => {
  const match = /^-?P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(text);
  if (!match) return text;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return [days * 24 + hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
};

const isError = (text: string): boolean => /^(#[A-Z/0!?]+[!?]?|Err:\d+)$/.test(text);

const isNumber = /^(float|percentage|currency)$/;

/** Repeated empty cells and rows fill a sheet to its limits: beyond these they are not written out. */
const mostRepeatedCells = 16_384;
const mostRepeatedRows = 1_048_576;

/** Reads the cells of one table of an OpenDocument spreadsheet into a writer. */
export class OdsHandler implements XmlHandler {
  readonly #writer: SheetWriter;
  readonly #wanted: number;
  #table = -1;
  #row: string[] = [];
  #rowRepeats = 1;
  /** The cell that is open: its value, or what its text gives. */
  #cell: { readonly attributes: string; readonly repeats: number } | undefined;
  #paragraphs: string[] = [];
  #inParagraph = 0;
  #inNote = 0;
  #pendingEmpty = 0;

  /** @param wanted place of the table among the tables of the document */
  constructor(writer: SheetWriter, wanted: number) {
    this.#writer = writer;
    this.#wanted = wanted;
  }

  open(name: string, attributes: string): void {
    if (name === 'table') this.#table += 1;
    if (this.#table !== this.#wanted) return;
    if (name === 'annotation') this.#inNote += 1;
    else if (name === 'table-row') this.#openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes);
    else if (this.#inNote === 0) this.#openText(name, attributes);
  }

  close(name: string): void {
    if (this.#table !== this.#wanted) return;
    if (name === 'annotation') this.#inNote -= 1;
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'p' && this.#inNote === 0) this.#inParagraph -= 1;
  }

  text(piece: string): void {
    if (this.#inParagraph > 0 && this.#inNote === 0) this.#append(resolveEntities(piece));
  }

  #append(text: string): void {
    const last = this.#paragraphs.length - 1;
    this.#paragraphs[last] = (this.#paragraphs[last] ?? '') + text;
  }

  /** Paragraphs, and the spaces and breaks within them that have elements of their own. */
  #openText(name: string, attributes: string): void {
    if (name === 'p' && this.#cell !== undefined) {
      this.#inParagraph += 1;
      this.#paragraphs.push('');
    } else if (this.#inParagraph === 0) return;
    else if (name === 's') this.#append(' '.repeat(Number(attribute(attributes, 'c') ?? 1)));
    else if (name === 'tab') this.#append('\t');
    else if (name === 'line-break') this.#append('\n');
  }

  #openRow(attributes: string): void {
    this.#row = [];
    this.#rowRepeats = Math.min(mostRepeatedRows, Number(attribute(attributes, 'number-rows-repeated') ?? 1));
    this.#pendingEmpty = 0;
  }

  #closeRow(): void {
    if (this.#row.length === 0) this.#writer.skip(this.#rowRepeats);
    else for (let row = 0; row < this.#rowRepeats; row += 1) this.#writer.add(this.#row);
  }

  #openCell(attributes: string): void {
    const repeats = Math.min(
      mostRepeatedCells,
      Number(attribute(attributes, 'number-columns-repeated') ?? 1),
    );
    this.#cell = { attributes, repeats };
    this.#paragraphs = [];
  }

  #closeCell(): void {
    const { attributes, repeats } = this.#cell ?? { attributes: '', repeats: 1 };
    const value = this.#valueOf(attributes, this.#paragraphs.join('\n'));
    this.#cell = undefined;
    if (value === '') {
      this.#pendingEmpty += repeats;
      return;
    }
    for (; this.#pendingEmpty > 0; this.#pendingEmpty -= 1) this.#row.push('');
    for (let cell = 0; cell < repeats; cell += 1) this.#row.push(value);
    this.#writer.cells += repeats;
  }

  #valueOf(attributes: string, shown: string): string {
    if (attribute(attributes, 'formula') !== undefined && isError(shown)) {
      this.#writer.addError(shown);
      return '';
    }
    const type = attribute(attributes, 'value-type') ?? 'string';
    if (isNumber.test(type)) return this.#number(attribute(attributes, 'value') ?? shown);
    const value = attribute(attributes, `${type}-value`) ?? shown;
    if (type === 'date') return isoText(value);
    return type === 'time' ? durationText(value) : value;
  }

  #number(text: string): string {
    const value = Number(text);
    if (Number.isNaN(value) || text === '') return text;
    const written = numberText(value);
    if (written.includes('.')) this.#writer.hasDecimals = true;
    return written;
  }
}
