import type { ImportIssue } from '../contract.ts';
import type { Repair } from './record-dialect.ts';

const linesNamed = 5;

const sentences: Readonly<Record<Repair, readonly [code: string, message: string]>> = {
  quotes: [
    'repaired-quotes',
    'Rows with quotation marks that don’t belong together were read in the way that gives every column a value',
  ],
  delimiter: [
    'other-delimiter',
    'Rows that are separated by another character than the others were read by it',
  ],
  short: ['short-rows', 'Rows with too few fields were filled up with empty ones'],
  surplus: [
    'surplus-fields',
    'Rows with too many fields lost empty ones, where the other values then fit their columns',
  ],
  joined: [
    'joined-fields',
    'Rows with too many fields had neighbouring ones joined to one value, where the values then fit their columns',
  ],
  cut: [
    'long-rows',
    'Rows with too many fields were cut after the last column: look at them, values may have moved to the wrong one',
  ],
};

/** Counts what had to be done to rows, and remembers where. */
export class RepairNotes {
  readonly #found = new Map<Repair, { count: number; readonly lines: number[] }>();

  /** @param line physical line of the row in the file */
  add(repair: Repair, line: number): void {
    const note = this.#found.get(repair) ?? { count: 0, lines: [] };
    note.count += 1;
    if (note.lines.length < linesNamed) note.lines.push(line);
    this.#found.set(repair, note);
  }

  /** One sentence for each kind of repair, with the first lines. */
  issues(): readonly ImportIssue[] {
    return [...this.#found].map(([repair, { count, lines }]) => {
      const [code, message] = sentences[repair];
      const places = `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${count > lines.length ? ' …' : ''}`;
      return { severity: 'warning', code, message: `${message} (${places})`, count };
    });
  }
}
