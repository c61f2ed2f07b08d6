import { readZipDirectory, type ZipEntry } from '../../archives/zip-directory.ts';
import { streamZipMember } from '../../archives/open-zip-member.ts';
import { XmlScanner, type XmlHandler } from './xml-scanner.ts';

/** Thrown when a part of a workbook is missing or can't be unpacked. */
export class BrokenWorkbook extends Error {}

const plainName = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/** The parts of a workbook's container. */
export class WorkbookParts {
  readonly #file: File;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  private constructor(file: File, entries: ReadonlyMap<string, ZipEntry>) {
    this.#file = file;
    this.#entries = entries;
  }

  static async open(file: File): Promise<WorkbookParts> {
    const directory = await readZipDirectory(file);
    if (!directory.ok) throw new BrokenWorkbook('reason' in directory.error ? directory.error.reason : '');
    return new WorkbookParts(file, new Map(directory.value.map((entry) => [plainName(entry.name), entry])));
  }

  has(name: string): boolean {
    return this.#entries.has(plainName(name));
  }

  /** Unpacked size of a part, 0 when it is missing. */
  sizeOf(name: string): number {
    return this.#entries.get(plainName(name))?.bytes ?? 0;
  }

  /** The text of a part, piece by piece. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.#entries.get(plainName(name));
    if (entry === undefined) throw new BrokenWorkbook(`Its part ${name} is missing`);
    const stream = await streamZipMember(this.#file, entry);
    if (!stream.ok)
      throw new BrokenWorkbook('reason' in stream.error ? stream.error.reason : 'It is encrypted');
    const decoder = new TextDecoder();
    const reader = stream.value.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        yield done ? decoder.decode() : decoder.decode(value, { stream: true });
        if (done) return;
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }

  /** Tells a handler what is in a part. */
  async scan(name: string, handler: XmlHandler): Promise<void> {
    const scanner = new XmlScanner(handler);
    for await (const piece of this.text(name)) scanner.feed(piece);
  }
}
