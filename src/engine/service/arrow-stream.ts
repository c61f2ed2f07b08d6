/** The mark that ends an Arrow IPC stream. DuckDB leaves it out, and silently inserts nothing when it is missing. */
const endOfStream = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0];

/** Joins a schema message and record batches to one Arrow IPC stream with its end mark, without decoding them. */
export const joinStream = (messages: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const length = messages.reduce((sum, message) => sum + message.length, 0);
  const stream = new Uint8Array(length + endOfStream.length);
  let at = 0;
  for (const message of messages) {
    stream.set(message, at);
    at += message.length;
  }
  stream.set(endOfStream, at);
  return stream;
};
