import * as Comlink from 'comlink';
import { ok, type Result } from '../../core/result.ts';
import type { TextSource } from '../../data/importing/import-tools.ts';
import type { BlockOfColumns } from '../../data/importing/text/columns/read-text-columns.ts';
import { gatherFacts, type TextForm } from '../../data/importing/text/columns/text-form.ts';
import { countRepeatedRows, gather } from './count-repeated-rows.ts';
import { ReadingWorker } from './reading-worker.ts';
import type { TextReaders } from './text-readers.ts';

/** How many read at a time: the engine is busy with what they read, and others want to work as well. */
const readersAtOnce = 2;
/** Blocks that each of them may be ahead of the engine. */
const blocksAhead = 2;

/** One that cuts and those who read. */
interface TextWorkers {
  readonly cutter: ReadingWorker<TextReaders>;
  readonly readers: readonly ReadingWorker<TextReaders>[];
}

/** A long text that one worker cuts into blocks and two others read. Their rows come in the order of the file. */
class TextInWorkers implements TextSource {
  readonly #cutter: ReadingWorker<TextReaders>;
  readonly #readers: readonly ReadingWorker<TextReaders>[];
  /** Blocks that wait for their turn, by their place, with those who read them. */
  readonly #ready = new Map<number, readonly [BlockOfColumns, ReadingWorker<TextReaders>]>();
  #turn = 0;
  /** Readers that have come to the end of the file. */
  readonly #done = new Set<ReadingWorker<TextReaders>>();
  /** Nothing more comes: all was read, something is irregular, or what failed. */
  #end: Result<undefined> | undefined;
  #wake: () => void = () => undefined;

  constructor({ cutter, readers }: TextWorkers, file: File, form: TextForm) {
    for (const worker of [cutter, ...readers]) worker.reads(file);
    const channels = Array.from({ length: readersAtOnce }, () => new MessageChannel());
    const ports = channels.map(({ port1 }) => port1);
    this.#cutter = cutter;
    this.#readers = readers;
    void this.#cutter.readers.cut(file, form.records.quote, Comlink.transfer(ports, ports));
    for (const [index, { port2 }] of channels.entries())
      void readers[index]?.readers.read(form, Comlink.transfer(port2, [port2]));
    for (let ahead = 0; ahead < blocksAhead; ahead += 1)
      for (const reader of this.#readers) void this.#ask(reader);
  }

  async next(): ReturnType<TextSource['next']> {
    for (;;) {
      const ready = this.#ready.get(this.#turn);
      if (ready) {
        const [{ batch }, reader] = ready;
        this.#ready.delete(this.#turn);
        this.#turn += 1;
        void this.#ask(reader);
        return ok(batch);
      }
      if (this.#end) return this.#end;
      await new Promise<void>((wake) => (this.#wake = wake));
    }
  }

  async facts(): ReturnType<TextSource['facts']> {
    const parts = gather(
      await Promise.all(this.#readers.map((reader) => reader.race(reader.readers.facts()))),
    );
    if (!parts.ok) return parts;
    const read = parts.value.filter((part) => part !== undefined);
    return ok(read.length < parts.value.length ? undefined : gatherFacts(read));
  }

  repeatedRows(): ReturnType<TextSource['repeatedRows']> {
    return countRepeatedRows(this.#readers);
  }

  close(): void {
    for (const worker of [this.#cutter, ...this.#readers]) worker.close();
  }

  /** Has a reader read its next block. */
  async #ask(reader: ReadingWorker<TextReaders>): Promise<void> {
    const answer = await Promise.race([reader.race(reader.readers.next()), this.#cutter.death]);
    if (!answer.ok) this.#end ??= answer;
    else if (answer.value) this.#ready.set(answer.value.index, [answer.value, reader]);
    else await this.#finish(reader);
    this.#wake();
  }

  /** Finds out why a reader has nothing more: at something irregular the others needn't go on. */
  async #finish(reader: ReadingWorker<TextReaders>): Promise<void> {
    const facts = await reader.race(reader.readers.facts());
    this.#done.add(reader);
    if (!facts.ok) this.#end ??= facts;
    else if (facts.value === undefined || this.#done.size === this.#readers.length)
      this.#end ??= ok(undefined);
  }
}

/** Workers for long texts: those for the next one can be started before it is known how it is to be read. */
export class TextReading {
  readonly #url: string;
  #waiting: TextWorkers | undefined;

  /** `url`: the address of their program. */
  constructor(url: string) {
    this.#url = url;
  }

  /** Starts the workers for a text that will come soon. */
  expect(): void {
    if (this.#waiting) return;
    this.#waiting = this.#start();
    for (const { readers } of this.#waiting.readers) void readers.warmUp();
  }

  /** Opens a regular text that several workers read. */
  open(file: File, form: TextForm): TextSource {
    const workers = this.#waiting ?? this.#start();
    this.#waiting = undefined;
    return new TextInWorkers(workers, file, form);
  }

  #start(): TextWorkers {
    const start = (): ReadingWorker<TextReaders> => new ReadingWorker<TextReaders>(this.#url);
    return { cutter: start(), readers: Array.from({ length: readersAtOnce }, start) };
  }
}
