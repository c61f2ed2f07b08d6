import { sampleFiles } from 'virtual:sample-files';

/** Where the build has put a packed sample company; undefined in development, where the engine generates it. */
export const sampleAddress = (id: string): string | undefined => {
  const address = Object.hasOwn(sampleFiles, id) ? sampleFiles[id] : undefined;
  return address === undefined ? undefined : new URL(address, document.baseURI).href;
};
