/** What is told of an XML text. Names come without their prefix. */
export interface XmlHandler {
  /** `attributes` is the text between the name and the end of the tag. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** A piece of text between tags; entities are not resolved yet. */
  text(piece: string): void;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const resolve = (whole: string, entity: string): string => {
  if (!entity.startsWith('#')) return entities[entity] ?? whole;
  const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
};

/** Text with its entities resolved. */
export const resolveEntities = (text: string): string =>
  text.includes('&') ? text.replaceAll(/&(#?\w+);/g, resolve) : text;

const patterns = new Map<string, RegExp>();

/** The value of an attribute, whatever its prefix; undefined without it. */
export const attribute = (attributes: string, name: string): string | undefined => {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : resolveEntities(value);
};

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML piece by piece, without holding more than an unfinished tag. */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  feed(chunk: string): void {
    const text = this.#rest + chunk;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      if (start > at) this.#handler.text(text.slice(at, start));
      const end = this.#endOf(text, start);
      if (end < 0) {
        this.#rest = text.slice(start);
        return;
      }
      at = end;
    }
    // A text may go on in the next piece, and an entity in it may be cut.
    this.#rest = text.slice(at);
  }

  /** The position after the tag, comment or instruction that begins here; -1 when it is not complete. */
  #endOf(text: string, start: number): number {
    if (text.startsWith('<!--', start)) return after(text, '-->', start);
    if (text.startsWith('<![CDATA[', start)) {
      const end = after(text, ']]>', start);
      if (end > 0) this.#handler.text(text.slice(start + 9, end - 3).replaceAll('&', '&amp;'));
      return end;
    }
    const end = text.indexOf('>', start);
    if (end < 0) return -1;
    const code = text.charCodeAt(start + 1);
    if (code !== 33 && code !== 63) this.#tag(text, start + 1, end);
    return end + 1;
  }

  #tag(text: string, from: number, to: number): void {
    if (text.charCodeAt(from) === 47) {
      this.#handler.close(withoutPrefix(text.slice(from + 1, to).trimEnd()));
      return;
    }
    const isEmpty = text.charCodeAt(to - 1) === 47;
    const end = isEmpty ? to - 1 : to;
    let space = from;
    while (space < end && text.charCodeAt(space) > 32) space += 1;
    const name = withoutPrefix(text.slice(from, space));
    this.#handler.open(name, text.slice(space, end));
    if (isEmpty) this.#handler.close(name);
  }
}

const after = (text: string, mark: string, start: number): number => {
  const at = text.indexOf(mark, start);
  return at < 0 ? -1 : at + mark.length;
};
