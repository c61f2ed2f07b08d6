const lf = 10;
const cr = 13;

/** The byte after so many line ends; the length when there are fewer. For encodings in which line ends are single bytes. */
export const byteAfterLines = (bytes: Uint8Array, lines: number): number => {
  let at = 0;
  for (let count = 0; count < lines; count += 1) {
    while (at < bytes.length && bytes[at] !== lf && bytes[at] !== cr) at += 1;
    if (at >= bytes.length) return at;
    at += bytes[at] === cr && bytes[at + 1] === lf ? 2 : 1;
  }
  return at;
};

/** The byte at which the line end before `position` begins, `position` itself when none is there. */
const beforeLineEnd = (bytes: Uint8Array, position: number): number => {
  if (bytes[position - 1] === lf) return bytes[position - 2] === cr ? position - 2 : position - 1;
  return bytes[position - 1] === cr ? position - 1 : position;
};

/** The byte at which the last lines begin; undefined when the bytes hold fewer lines. A line end at the end opens no line. */
export const byteOfLastLines = (bytes: Uint8Array, lines: number): number | undefined => {
  let at = bytes.length;
  for (let count = 0; count < lines; count += 1) {
    at = beforeLineEnd(bytes, at);
    while (at > 0 && bytes[at - 1] !== lf && bytes[at - 1] !== cr) at -= 1;
    if (at === 0) return undefined;
  }
  return at;
};
