/** What {@link fakeDirectory} holds, and how it is made to fail. */
export interface FakeDirectory {
  readonly handle: FileSystemDirectoryHandle;
  readonly files: Map<string, Uint8Array>;
  /** Bytes that fit; a write beyond it fails as a full disk does. */
  space: number;
}

const notFound = (name: string): DOMException => new DOMException(`There is no ${name}`, 'NotFoundError');

/** A directory of the origin's private file system, in memory: as much of it as table files need. */
export const fakeDirectory = (): FakeDirectory => {
  const files = new Map<string, Uint8Array>();
  const fake = { files, space: Infinity };
  const fileHandle = (name: string) => ({
    createWritable: () => {
      let written = new Uint8Array();
      return Promise.resolve({
        write: (bytes: Uint8Array<ArrayBuffer>) => {
          if (bytes.byteLength > fake.space)
            return Promise.reject(new DOMException('No room', 'QuotaExceededError'));
          written = bytes.slice();
          return Promise.resolve();
        },
        close: () => Promise.resolve(void files.set(name, written)),
        abort: () => Promise.resolve(),
      });
    },
    getFile: () => Promise.resolve(new Blob([new Uint8Array(files.get(name) ?? [])])),
  });
  const handle = {
    getFileHandle: (name: string, options?: { create?: boolean }) => {
      if (!files.has(name) && !options?.create) return Promise.reject(notFound(name));
      if (!files.has(name)) files.set(name, new Uint8Array());
      return Promise.resolve(fileHandle(name));
    },
    removeEntry: (name: string) => (files.delete(name) ? Promise.resolve() : Promise.reject(notFound(name))),
    keys: async function* () {
      yield* [...files.keys()];
    },
  };
  return Object.assign(fake, { handle: handle as unknown as FileSystemDirectoryHandle });
};
