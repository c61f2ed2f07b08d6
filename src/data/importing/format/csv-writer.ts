const writeField = (field: string): string =>
  /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

/** One row of regular CSV with its line end. A lone empty field is quoted, as it would be a blank line. */
export const csvLine = (fields: readonly string[]): string =>
  fields.length === 1 && fields[0] === '' ? '""\n' : `${fields.map(writeField).join(',')}\n`;

const charactersPerPart = 4 * 1024 * 1024;

/** Text that is written piece by piece; the pieces lie outside of the heap. */
export class TextParts {
  readonly #parts: Blob[] = [];
  #lines: string[] = [];
  #size = 0;

  add(text: string): void {
    this.#lines.push(text);
    this.#size += text.length;
    if (this.#size > charactersPerPart) this.#flush();
  }

  /** All of it as a file, after what may have to come first. */
  toFile(name: string, first = ''): File {
    this.#flush();
    return new File([first, ...this.#parts], name, { type: 'text/csv' });
  }

  #flush(): void {
    this.#parts.push(new Blob([this.#lines.join('')]));
    this.#lines = [];
    this.#size = 0;
  }
}
