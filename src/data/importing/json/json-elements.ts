import { JsonPlace } from './json-place.ts';

const space = 32;
const quote = 34;
const comma = 44;
const colon = 58;
const openings: readonly (number | undefined)[] = [123, 91];
const closings: readonly (number | undefined)[] = [125, 93];

/** A list within a JSON document that holds records or rows. */
export interface JsonList {
  /** Keys that lead to it from the document's first level. */
  readonly path: readonly string[];
  /** How its first element begins: as a record or as a list. */
  readonly holds: 'records' | 'rows';
  readonly elements: number;
  /** Plain values among them, which are no record and no row. */
  readonly others: number;
}

/** Thrown when a document ends before its lists and records are closed, or closes what it did not open. */
export class BrokenJson extends Error {}

/** A list's path as one text. */
export const pathKey = (path: readonly string[]): string => JSON.stringify(path);

/** A list or record that is open, and its key in the record around it. */
interface OpenPart {
  readonly isList: boolean;
  readonly key: string | undefined;
  /** Plain values that stand in it as elements, and whether one is being read. */
  others: number;
  isOther: boolean;
}

/**
 * Walks through a JSON document piece by piece: it finds the lists of records, and hands over the elements of one of
 * them. It holds no more than the element at hand. Lists within elements are a part of them.
 */
export class JsonElements {
  readonly #wanted: string | undefined;
  readonly #onElement: (text: string) => void;
  readonly #lists = new Map<
    string,
    { path: readonly string[]; holds: 'records' | 'rows'; elements: number }
  >();
  readonly #others = new Map<string, number>();
  readonly #open: OpenPart[] = [];
  /** The string that is being read, with its quotes. */
  #string: string | undefined;
  #isEscaped = false;
  #isKeyNext = false;
  #key: string | undefined;
  /** Within an element: where in it, whether it is wanted, and what came of it in earlier pieces. */
  #element: JsonPlace | undefined;
  #isTaken = false;
  #earlier = '';

  /** @param wanted key of the list whose elements are wanted; undefined to find out which lists there are */
  constructor(wanted: string | undefined, onElement: (text: string) => void) {
    this.#wanted = wanted;
    this.#onElement = onElement;
  }

  feed(text: string): void {
    for (let at = 0; at < text.length;)
      at = this.#element ? this.#readElement(text, at) : this.#step(text, at);
  }

  /** The lists that were found, in the order of the document. Throws when it is not complete. */
  end(): readonly JsonList[] {
    if (this.#open.length > 0 || this.#element) throw new BrokenJson('It breaks off');
    return [...this.#lists].map(([key, list]) => ({ ...list, others: this.#others.get(key) ?? 0 }));
  }

  /** Reads on to the end of the element or of the piece. */
  #readElement(text: string, from: number): number {
    const place = this.#element as JsonPlace;
    const at = place.stepThrough(text, from);
    if (place.depth === 0) this.#element = undefined;
    if (!this.#isTaken) return at;
    this.#earlier += text.slice(from, at);
    if (this.#element === undefined) {
      this.#onElement(this.#earlier);
      this.#earlier = '';
    }
    return at;
  }

  /** Reads one character between elements, or enters an element without reading it. */
  #step(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (this.#string !== undefined) this.#readString(text.charAt(at), code);
    else if (code === comma) this.#next();
    else if (code === colon) this.#isKeyNext = false;
    else if (openings.includes(code)) return this.#enter(code === openings[1], at);
    else if (closings.includes(code)) this.#leave(code === closings[1]);
    else this.#readValue(code);
    return at + 1;
  }

  /** A character of a plain value: of a string, a number or a word. */
  #readValue(code: number): void {
    if (code === quote) this.#string = '"';
    const around = this.#open.at(-1);
    if (around !== undefined && code > space) around.isOther = true;
  }

  #next(): void {
    this.#endValue(this.#open.at(-1));
    this.#isKeyNext = this.#open.at(-1)?.isList === false;
  }

  #endValue(around: OpenPart | undefined): void {
    if (around?.isOther === true) around.others += 1;
    if (around !== undefined) around.isOther = false;
  }

  #readString(character: string, code: number): void {
    this.#string += character;
    if (this.#isEscaped) this.#isEscaped = false;
    else if (character === '\\') this.#isEscaped = true;
    else if (code === quote) {
      if (this.#isKeyNext) this.#key = JSON.parse(this.#string ?? '""') as string;
      this.#string = undefined;
    }
  }

  #enter(isList: boolean, at: number): number {
    if (this.#open.at(-1)?.isList === true) {
      this.#count(isList ? 'rows' : 'records');
      this.#element = new JsonPlace();
      return at;
    }
    const isInRecord = this.#open.length > 0;
    this.#open.push({ isList, key: isInRecord ? this.#key : undefined, others: 0, isOther: false });
    this.#isKeyNext = !isList;
    return at + 1;
  }

  #leave(isList: boolean): void {
    const left = this.#open.at(-1);
    this.#endValue(left);
    if (left?.isList === true && left.others > 0) {
      const key = pathKey(this.#path());
      this.#others.set(key, (this.#others.get(key) ?? 0) + left.others);
    }
    if (this.#open.pop()?.isList !== isList) throw new BrokenJson('Its brackets don’t match');
    this.#isKeyNext = false;
  }

  #path(): readonly string[] {
    return this.#open.flatMap(({ key }) => key ?? []);
  }

  #count(holds: 'records' | 'rows'): void {
    const path = this.#path();
    const key = pathKey(path);
    const list = this.#lists.get(key) ?? { path, holds, elements: 0 };
    list.elements += 1;
    this.#lists.set(key, list);
    this.#isTaken = key === this.#wanted;
  }
}
