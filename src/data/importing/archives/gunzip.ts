import { crc32 } from './crc32.ts';

/** Hears how many packed bytes went in; a throw breaks off. */
export type OnPackedBytes = (bytes: number) => void;

type Bytes = Uint8Array<ArrayBuffer>;

/** A member of a gzip file: where it ends, and the check sum of what it held. */
interface Member {
  readonly end: number;
  readonly sum: number;
}

const damaged = (): Error => new Error('It breaks off or is damaged');

/** The check sum stands in the last eight bytes of a member, before its length. */
const verify = async (file: Blob, members: readonly Member[]): Promise<void> => {
  for (const { end, sum } of members) {
    const trailer = new DataView(await file.slice(end - 8, end).arrayBuffer());
    if (trailer.byteLength < 8 || trailer.getUint32(0, true) !== sum) throw damaged();
  }
};

/** Inflates a gzip file of several members, one after another, and verifies their check sums. Slower than the platform. */
export async function* inflateMembers(file: Blob, onPacked: OnPackedBytes): AsyncGenerator<Bytes> {
  const { Gunzip } = await import('fflate');
  const ready: Bytes[] = [];
  const members: Member[] = [];
  let sum = 0;
  let packed = 0;
  const gunzip = new Gunzip((chunk) => {
    sum = crc32(chunk, sum);
    if (chunk.length > 0) ready.push(chunk as Bytes);
  });
  gunzip.onmember = (end) => {
    members.push({ end, sum });
    sum = 0;
  };
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (!done) onPacked((packed += value.length));
    gunzip.push(done ? new Uint8Array(0) : value, done);
    yield* ready.splice(0);
    if (done) break;
  }
  await verify(file, [...members, { end: file.size, sum }]);
}

/** Inflates by the platform, which some platforms do for the first member only: they fail at the second. */
async function* inflateByPlatform(file: Blob, onPacked: OnPackedBytes): AsyncGenerator<Bytes> {
  let packed = 0;
  const meter = new TransformStream<Bytes, Bytes>({
    transform(chunk, controller) {
      onPacked((packed += chunk.length));
      controller.enqueue(chunk);
    },
  });
  const reader = file.stream().pipeThrough(meter).pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** What comes after the first bytes, which were given already. */
async function* after(skipped: number, chunks: AsyncGenerator<Bytes>): AsyncGenerator<Bytes> {
  let left = skipped;
  for await (const chunk of chunks) {
    if (chunk.length > left) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

async function* inflate(file: Blob, onPacked: OnPackedBytes): AsyncGenerator<Bytes> {
  let given = 0;
  try {
    for await (const chunk of inflateByPlatform(file, onPacked)) {
      given += chunk.length;
      yield chunk;
    }
  } catch (thrown) {
    // A cancel, a file that is gone and a damaged one fail here once more.
    if (!(thrown instanceof TypeError)) throw thrown;
    yield* after(given, inflateMembers(file, onPacked));
  }
}

/** The inflated bytes of a gzip file, all its members one after another. Breaks off with an error when it is damaged. */
export const gunzipStream = (
  file: Blob,
  onPacked: OnPackedBytes = () => undefined,
): ReadableStream<Bytes> => {
  const chunks = inflate(file, onPacked);
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 2 },
  );
};
