/** The text of a JSON file piece by piece: UTF-8, or what its byte order mark says. */
export async function* jsonText(file: Blob): AsyncGenerator<string> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isLittle = start[0] === 0xff && start[1] === 0xfe;
  const isBig = start[0] === 0xfe && start[1] === 0xff;
  const decoder = new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8');
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      if (text !== '') yield text;
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A line of a text with its number, from 1. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** The lines of a file that are not blank, without holding more than one piece of it. */
export async function* jsonLines(file: Blob): AsyncGenerator<readonly NumberedLine[]> {
  let rest = '';
  let line = 0;
  for await (const piece of jsonText(file)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    const numbered = lines.map((text) => ({ line: (line += 1), text: text.trim() }));
    yield numbered.filter(({ text }) => text !== '');
  }
  if (rest.trim() !== '') yield [{ line: line + 1, text: rest.trim() }];
}
