/** The seam with the engine: look at files, then load them. */
export { inspectFiles } from './inspect-files.ts';
export { importFiles } from './import-files.ts';
