const quote = 34;
const backslash = 92;
/** Where a reader is in a JSON text: how deep, and whether within a string. Fed piece by piece. */
export class JsonPlace {
  /** Lists and records that are open. */
  depth = 0;
  isInString = false;
  #isEscaped = false;

  /** Steps through a text up to the end of what is open, or of the text; gives the position after that. */
  stepThrough(text: string, from: number): number {
    let { depth, isInString } = this;
    let isEscaped = this.#isEscaped;
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      at += 1;
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (code === backslash) isEscaped = true;
        else if (code === quote) isInString = false;
      } else if (code === quote) isInString = true;
      else if (code === 123 || code === 91) depth += 1;
      else if ((code === 125 || code === 93) && (depth -= 1) === 0) break;
    }
    this.depth = depth;
    this.isInString = isInString;
    this.#isEscaped = isEscaped;
    return at;
  }
}
