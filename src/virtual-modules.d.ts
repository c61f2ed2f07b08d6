declare module 'virtual:sample-files' {
  /** Addresses of the packed sample companies by id; empty in development. */
  export const sampleFiles: Readonly<Record<string, string>>;
}
